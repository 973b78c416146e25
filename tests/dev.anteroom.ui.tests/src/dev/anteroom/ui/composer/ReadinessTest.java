/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.composer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;

import org.junit.jupiter.api.Test;

import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Role;
import dev.anteroom.ui.Messages;

class ReadinessTest {

	private static final Messages MESSAGES = Messages.of(Locale.ENGLISH);
	private static final int FRAME = 1 << 20;

	private static Readiness of(ConversationState state, String text, boolean pictures, boolean preparing) {
		return Readiness.of(new Readiness.Facts(state, Role.SERVER, "192.0.2.1", text, pictures, preparing), MESSAGES);
	}

	@Test
	void whileTwoTalkEverythingCanBeSent() {
		assertEquals(new Readiness(true, false, MESSAGES.composer_hint), of(FakeConversation.TALKING, "", true, false));
	}

	@Test
	void whileNobodyIsThereNothingCan() {
		assertEquals(new Readiness(false, false, MESSAGES.composer_nobody), of(FakeConversation.NOBODY, "hi", true, false));
	}

	@Test
	void aRoomMustBeThereAndHaveSomebodyInIt() {
		assertEquals(new Readiness(false, false, MESSAGES.composer_roomEmpty), Readiness.of(
				new Readiness.Facts(new ConversationState.Hosting(0), Role.HOST, "", "hi", false, false), MESSAGES));
		assertEquals(new Readiness(true, false, MESSAGES.composer_roomHint), Readiness.of(
				new Readiness.Facts(new ConversationState.Hosting(1), Role.HOST, "", "hi", false, false), MESSAGES));
		assertEquals(new Readiness(false, false, MESSAGES.composer_notInRoom), Readiness.of(
				new Readiness.Facts(FakeConversation.NOBODY, Role.GUEST, "", "hi", false, false), MESSAGES));
	}

	@Test
	void inLineTextCanBeSentAndPicturesNot() {
		assertEquals(new Readiness(true, false, MESSAGES.composer_waiting), of(FakeConversation.WAITING, "hi", false, false));
		assertEquals(new Readiness(false, true, MESSAGES.composer_picturesLater),
				of(FakeConversation.WAITING, "hi", true, false));
	}

	@Test
	void whatIsPastedMustBeReady() {
		assertEquals(new Readiness(false, false, MESSAGES.composer_preparing),
				of(FakeConversation.TALKING, "hi", true, true));
	}

	@Test
	void theLineWithItsHeaderMustFitIntoAFrame() {
		int header = "Server(192.0.2.1):\n".length();
		assertEquals(true, of(FakeConversation.TALKING, "x".repeat(FRAME - header), false, false).canSend());
		assertEquals(new Readiness(false, true, "This text is too long to be sent in one piece, by 1 bytes"),
				of(FakeConversation.TALKING, "x".repeat(FRAME - header + 1), false, false));
		assertEquals("This text is too long to be sent in one piece, by 444 bytes",
				of(FakeConversation.NOBODY, "字".repeat((FRAME - header) / 3 + 148), false, false).words());
	}
}
