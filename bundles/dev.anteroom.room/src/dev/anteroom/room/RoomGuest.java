/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.room;

import java.util.concurrent.CompletionStage;

import dev.anteroom.chat.Archive;
import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Phrase;

/**
 * A person in somebody else's room. There is one in a process. All methods return at once.
 * <p>
 * The wire does not tell who says what, nor where one of two who write at once ends, unless each ends with a line feed.
 */
public interface RoomGuest {

	/**
	 * Joins the room at {@code room}, leaving the present one first.
	 *
	 * @param transcripts where transcripts go
	 * @return done when it is there; fails with a {@link ChatException} ({@link Phrase#CANNOT_JOIN},
	 *         {@link Phrase#BAD_HOST}, {@link Phrase#BAD_PORT}, {@link Phrase#CONNECT_CANCELLED}), which is in the
	 *         journal too
	 */
	CompletionStage<Void> join(Endpoint room, Archive.Location transcripts, RoomLimits limits);

	/** Leaves. Done when nothing is open any more and the transcript is on disk; never fails. */
	CompletionStage<Void> leave();

	/** What is said in the room; it outlives leaving and joining. */
	Conversation conversation();
}
