/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.chat;

/**
 * Where a conversation stands. A server's is only ever {@link Idle} or {@link Conversing}, a host's {@link Idle} or
 * {@link Hosting}, and a guest's never {@link Waiting} or {@link Conversing}.
 */
public sealed interface ConversationState {

	/**
	 * Nobody is there.
	 *
	 * @param reason why the last conversation, or the attempt at one, ended; {@code null} before the first
	 */
	record Idle(Notice reason) implements ConversationState {
	}

	/** A client is reaching for the server at {@code server}. */
	record Connecting(Endpoint server) implements ConversationState {
	}

	/**
	 * A client is in line.
	 *
	 * @param place 1 for the next to be admitted; 0 while the server has said nothing yet
	 */
	record Waiting(Endpoint server, int place) implements ConversationState {
	}

	/** The two can talk; {@code peer} is the other end's address. */
	record Conversing(Endpoint peer) implements ConversationState {
	}

	/** A room is open, with so many {@code guests} in it beside the host. */
	record Hosting(int guests) implements ConversationState {
	}

	/** A guest is in the room at {@code host}; how many others are there is not known. */
	record InRoom(Endpoint host) implements ConversationState {
	}

	/** Whether text can be sent now: a waiting client's text is kept for the server. */
	default boolean canSend() {
		return switch (this) {
		case Conversing talking -> true;
		case Waiting waiting -> true;
		case Hosting(int guests) -> guests > 0;
		case InRoom room -> true;
		case Idle idle -> false;
		case Connecting connecting -> false;
		};
	}

	/** Whether pictures can be sent now. */
	default boolean canSendPictures() {
		return this instanceof Conversing;
	}
}
