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

import dev.anteroom.chat.ConversationState;
import dev.anteroom.ide.Words;
import dev.anteroom.room.RoomStatus;
import dev.anteroom.server.ServerStatus;

/** What the status trim says of each role; empty for one that does nothing. */
final class StatusWords {

	private StatusWords() {
	}

	static String ofServer(ServerStatus status, ConversationState conversation, int waiting) {
		return switch (status.phase()) {
		case STOPPED -> "";
		case STARTING, STOPPING -> Words.of("status.changing");
		case LISTENING -> {
			String line = waiting == 0 ? Words.of("status.nobody") : Words.bind("status.waiting", waiting);
			if (conversation instanceof ConversationState.Conversing(var peer)) {
				yield Words.bind("status.serving", peer.host(), line);
			}
			yield status.paused() ? Words.bind("status.paused", line) : line;
		}
		};
	}

	static String ofClient(ConversationState state) {
		return switch (state) {
		case ConversationState.Idle idle -> "";
		case ConversationState.Connecting(var server) -> Words.bind("status.connecting", server.host());
		case ConversationState.Waiting(var server, int place) -> place == 0 ? Words.bind("status.inLine", server.host())
				: Words.bind("status.place", place, server.host());
		case ConversationState.Conversing(var peer) -> Words.bind("status.talking", peer.host());
		// Of a room, which this is not about.
		default -> "";
		};
	}

	static String ofHost(RoomStatus status, int guests) {
		return switch (status.phase()) {
		case CLOSED -> "";
		case OPENING, CLOSING -> Words.of("status.changing");
		case OPEN -> guests == 0 ? Words.of("status.keepingAlone") : Words.bind("status.keeping", guests);
		};
	}

	static String ofGuest(ConversationState state) {
		return switch (state) {
		case ConversationState.Connecting(var room) -> Words.bind("status.joining", room.host());
		case ConversationState.InRoom(var room) -> Words.bind("status.inRoom", room.host());
		default -> "";
		};
	}
}
