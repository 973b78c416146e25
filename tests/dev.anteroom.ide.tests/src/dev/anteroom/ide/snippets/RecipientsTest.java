/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ide.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Role;

class RecipientsTest {

	private static final Endpoint PEER = new Endpoint("10.0.0.5", 4711);
	private static final ConversationState IDLE = new ConversationState.Idle(null);
	private static final ConversationState TALKING = new ConversationState.Conversing(PEER);
	private static final ConversationState WAITING = new ConversationState.Waiting(PEER, 3);
	private static final Set<Role> NONE = Set.of();
	private static final Set<Role> BOTH = Set.of(Role.SERVER, Role.CLIENT);

	@Test
	void whoeverIsTalkedWithComesFirst() {
		assertEquals(Set.of(Role.SERVER), new Recipients(TALKING, WAITING, true, BOTH).roles());
		assertEquals(Set.of(Role.CLIENT), new Recipients(IDLE, TALKING, true, Set.of(Role.SERVER)).roles());
		assertEquals(BOTH, new Recipients(TALKING, TALKING, true, NONE).roles());
	}

	@Test
	void thenWhatIsAtWork() {
		assertEquals(Set.of(Role.SERVER), new Recipients(IDLE, IDLE, true, Set.of(Role.CLIENT)).roles());
		assertEquals(Set.of(Role.CLIENT), new Recipients(IDLE, WAITING, false, NONE).roles());
		assertEquals(BOTH, new Recipients(IDLE, WAITING, true, NONE).roles());
	}

	@Test
	void thenWhatIsOpen() {
		assertEquals(Set.of(Role.CLIENT), new Recipients(IDLE, IDLE, false, Set.of(Role.CLIENT)).roles());
		assertEquals(BOTH, new Recipients(IDLE, IDLE, false, NONE).roles());
	}
}
