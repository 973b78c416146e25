/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;

import org.junit.jupiter.api.Test;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Role;

class ClassicPhrasesTest {

	@Test
	void theNoticesAreThoseOfTheDeployedPrograms() {
		assertEquals("歡迎進入聊天室\n", ClassicPhrases.GREETING);
		assertEquals("您是第 12 位等待中，請稍候...\n", ClassicPhrases.waitNotice(12));
		assertEquals("Client(192.168.1.7):hi\n",
				ClassicPhrases.chatLine(Role.CLIENT.header("192.168.1.7"), "hi"));
	}

	@Test
	void aWaitNoticeIsRecognised() {
		for (int place : new int[] { 1, 9, 10, 12_345 }) {
			assertEquals(OptionalInt.of(place), ClassicPhrases.placeIn(ClassicPhrases.waitNotice(place)));
		}
		for (String other : new String[] { ClassicPhrases.GREETING, "您是第 0 位等待中，請稍候...\n", "",
				"Client(1.2.3.4):" + ClassicPhrases.waitNotice(1), "您是第 99999999999 位等待中，請稍候...\n" }) {
			assertEquals(OptionalInt.empty(), ClassicPhrases.placeIn(other), other);
		}
	}

	@Test
	void greetingsOpenTheImageConnection() {
		assertTrue(ClassicPhrases.opensImageConnection(ClassicPhrases.GREETING));
		assertTrue(ClassicPhrases.opensImageConnection("Client 10.0.0.1 已連線!\n"));
		assertFalse(ClassicPhrases.opensImageConnection(ClassicPhrases.waitNotice(1)));
		assertFalse(ClassicPhrases.opensImageConnection(""));
	}

	@Test
	void aChatLineIsTakenApart() {
		assertEquals(new ChatLine("Client(1.2.3.4)", "hi"), ChatLine.parse("Client(1.2.3.4):hi\n"));
		assertEquals(new ChatLine("Server(fe80::1)", "a\nb\n"), ChatLine.parse("Server(fe80::1):a\nb\n\n"));
		assertEquals(new ChatLine("Client(1.2.3.4)", "hi"), ChatLine.parse("Client(1.2.3.4):hi\r\n"));
		assertEquals(new ChatLine("Client(1.2.3.4)", "hi"), ChatLine.parse("Client(1.2.3.4):hi"));
		assertEquals(new ChatLine("Client(1.2.3.4)", ""), ChatLine.parse("Client(1.2.3.4):\n"));
		assertEquals(new ChatLine("", ""), ChatLine.parse("\n"));
		for (String other : new String[] { "hi", "Client(1.2.3.4) hi", "Client():hi", "Clients(1.2.3.4):hi",
				" Client(1.2.3.4):hi", "Client(1 2):hi", "Client(1\n2):hi", "Client((1)):hi",
				"Client(" + "1".repeat(65) + "):hi" }) {
			assertEquals(new ChatLine("", other), ChatLine.parse(other + "\n"));
		}
	}

	@Test
	void aPortIsANumberFrom1To65535() throws ChatException {
		assertEquals(1, Ports.parse("1"));
		assertEquals(65_535, Ports.parse(" 65535 "));
		for (String typed : new String[] { "", "0", "65536", "-1", "1.5", "99999999999", "ten", "１０" }) {
			assertThrows(ChatException.class, () -> Ports.parse(typed), typed);
		}
	}
}
