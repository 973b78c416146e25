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

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Registration;

/**
 * The person who keeps a room: whatever a guest sends goes, unchanged, to all others in it, and the host hears and
 * speaks too. There is one in a process. All methods return at once; what they begin happens on the network thread, in
 * the order of the calls.
 * <p>
 * What goes on to the others at one time is whole lines, or what came of a line when it pauses
 * ({@link RoomLimits#lineEnd()}), and never ends within a character, unless the rest of that does not come at all.
 */
public interface RoomHost {

	/**
	 * Begins to listen and to keep a transcript. When the room is open or opening already, fails as if the port were in
	 * use.
	 *
	 * @return done when guests can come; fails with a {@link ChatException} ({@link Phrase#PORT_IN_USE},
	 *         {@link Phrase#PORT_PRIVILEGED}, {@link Phrase#CANNOT_LISTEN}), which is in the journal too
	 */
	CompletionStage<Void> open(RoomSettings settings);

	/**
	 * Frees the port, sends everybody away and finishes the transcript. What was said until now still goes to everybody,
	 * who have four seconds to take it; but not the beginning of a line whose end has not come. Does nothing when the
	 * room is closed.
	 *
	 * @return done when the port is free and the transcript is on disk; never fails
	 */
	CompletionStage<Void> close();

	/** What it is doing now. */
	RoomStatus status();

	/** Who is there now, in the order they came. */
	List<Guest> guests();

	/** Closes a guest's connection; it may come again. Does nothing when it has left. */
	void remove(Guest guest);

	/**
	 * Closes all connections from the address of a guest, even one who has left; nobody is let in from there until the
	 * room closes.
	 */
	void block(Guest guest);

	/**
	 * Lets people in again from some addresses, in one change of the status.
	 *
	 * @param addresses of {@link RoomStatus#blocked()}; others are passed over
	 */
	void unblock(Collection<String> addresses);

	/**
	 * What is said in the room; it outlives closings and openings. What the host says is one piece that ends with a line
	 * feed; it is done when it is on its way to everybody and in the transcript. {@link Conversation#leave()} closes the room.
	 */
	Conversation conversation();

	/**
	 * Calls {@code listener} after each change of status or guests, from now on; it is called on a network thread, must
	 * return at once, and reads what it wants for itself. Many changes within a tenth of a second are told once.
	 */
	Registration addListener(Runnable listener);
}
