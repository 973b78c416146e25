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

import java.util.Map;
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
	private static final ConversationState IN_ROOM = new ConversationState.InRoom(PEER);
	private static final ConversationState ALONE = new ConversationState.Hosting(0);
	private static final ConversationState HOSTING = new ConversationState.Hosting(2);
	private static final Set<Role> NONE = Set.of();
	private static final Set<Role> BOTH = Set.of(Role.SERVER, Role.CLIENT);

	@Test
	void whoeverHearsComesFirst() {
		assertEquals(Set.of(Role.SERVER), roles(TALKING, WAITING, ALONE, IDLE, true, BOTH));
		assertEquals(Set.of(Role.CLIENT), roles(IDLE, TALKING, IDLE, IDLE, true, Set.of(Role.SERVER)));
		assertEquals(Set.of(Role.HOST), roles(IDLE, WAITING, HOSTING, IDLE, true, BOTH));
		assertEquals(Set.of(Role.GUEST), roles(IDLE, IDLE, ALONE, IN_ROOM, true, BOTH));
		assertEquals(BOTH, roles(TALKING, TALKING, IDLE, IDLE, true, NONE));
		assertEquals(Set.of(Role.SERVER, Role.HOST), roles(TALKING, IDLE, HOSTING, IDLE, true, NONE));
	}

	@Test
	void thenWhatIsAtWork() {
		assertEquals(Set.of(Role.SERVER), roles(IDLE, IDLE, IDLE, IDLE, true, Set.of(Role.CLIENT)));
		assertEquals(Set.of(Role.CLIENT), roles(IDLE, WAITING, IDLE, IDLE, false, NONE));
		assertEquals(Set.of(Role.HOST), roles(IDLE, IDLE, ALONE, IDLE, false, BOTH));
		assertEquals(Set.of(Role.GUEST), roles(IDLE, IDLE, IDLE, new ConversationState.Connecting(PEER), false, BOTH));
		assertEquals(BOTH, roles(IDLE, WAITING, IDLE, IDLE, true, NONE));
	}

	@Test
	void thenWhatIsOpen() {
		assertEquals(Set.of(Role.HOST), roles(IDLE, IDLE, IDLE, IDLE, false, Set.of(Role.HOST)));
		assertEquals(BOTH, roles(IDLE, IDLE, IDLE, IDLE, false, NONE));
	}

	private static Set<Role> roles(ConversationState server, ConversationState client, ConversationState host,
			ConversationState guest, boolean listening, Set<Role> open) {
		return new Recipients(Map.of(Role.SERVER, server, Role.CLIENT, client, Role.HOST, host, Role.GUEST, guest),
				listening, open).roles();
	}
}
