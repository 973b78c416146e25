/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ide.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.room.RoomStatus;
import dev.anteroom.server.ServerStatus;
import dev.anteroom.server.ServerStatus.Phase;

class StatusWordsTest {

	private static final Endpoint PEER = new Endpoint("10.0.0.5", 4711);
	private static final ConversationState IDLE = new ConversationState.Idle(null);
	private static final ConversationState TALKING = new ConversationState.Conversing(PEER);
	private static final RoomStatus OPEN = new RoomStatus(RoomStatus.Phase.OPEN, null, 5_000, List.of(), null);

	@Test
	void aServerTellsOfTheLine() {
		assertEquals("", StatusWords.ofServer(ServerStatus.NEW, IDLE, 0));
		assertEquals("nobody waiting", StatusWords.ofServer(listening(false), IDLE, 0));
		assertEquals("talking with 10.0.0.5, 3 waiting", StatusWords.ofServer(listening(false), TALKING, 3));
		assertEquals("paused, 3 waiting", StatusWords.ofServer(listening(true), IDLE, 3));
	}

	@Test
	void aClientTellsOfItsPlace() {
		assertEquals("", StatusWords.ofClient(IDLE));
		assertEquals("", StatusWords.ofClient(new ConversationState.InRoom(PEER)));
		assertEquals("", StatusWords.ofClient(new ConversationState.Hosting(2)));
		assertEquals("connecting to 10.0.0.5…", StatusWords.ofClient(new ConversationState.Connecting(PEER)));
		assertEquals("waiting at 10.0.0.5", StatusWords.ofClient(new ConversationState.Waiting(PEER, 0)));
		assertEquals("place 2 in line at 10.0.0.5", StatusWords.ofClient(new ConversationState.Waiting(PEER, 2)));
		assertEquals("talking with 10.0.0.5", StatusWords.ofClient(TALKING));
	}

	@Test
	void aHostTellsOfTheRoom() {
		assertEquals("", StatusWords.ofHost(RoomStatus.NEW, 0));
		assertEquals("keeping a room, nobody in it", StatusWords.ofHost(OPEN, 0));
		assertEquals("keeping a room, 2 in it", StatusWords.ofHost(OPEN, 2));
	}

	@Test
	void aGuestTellsWhereItIs() {
		assertEquals("", StatusWords.ofGuest(IDLE));
		assertEquals("going into the room at 10.0.0.5…", StatusWords.ofGuest(new ConversationState.Connecting(PEER)));
		assertEquals("in the room at 10.0.0.5", StatusWords.ofGuest(new ConversationState.InRoom(PEER)));
	}

	private static ServerStatus listening(boolean paused) {
		return new ServerStatus(Phase.LISTENING, null, 10_000, 10_001, paused, null);
	}
}
