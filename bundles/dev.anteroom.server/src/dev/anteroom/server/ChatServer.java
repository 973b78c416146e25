/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.server;

import java.util.List;
import java.util.concurrent.CompletionStage;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Registration;

/**
 * The person who serves: listens on two ports, talks with one client at a time, and keeps the rest in line, first come
 * first served. There is one in a process. All methods return at once; what they begin happens on the network thread,
 * in the order of the calls.
 */
public interface ChatServer {

	/**
	 * Begins to listen and to keep a transcript. When it is listening or starting already, fails as if the ports were in
	 * use.
	 *
	 * @return done when both ports accept connections; fails with a {@link ChatException} ({@link Phrase#PORT_IN_USE},
	 *         {@link Phrase#PORT_PRIVILEGED}, {@link Phrase#SAME_PORTS}, {@link Phrase#CANNOT_LISTEN}), which is in the
	 *         journal too; then neither port is open
	 */
	CompletionStage<Void> start(ServerSettings settings);

	/**
	 * Closes both ports and every connection, and finishes the transcript. Whoever is there, some 250 of them,
	 * has two seconds to take what was said last. Does nothing when it is stopped.
	 *
	 * @return done when both ports are free and the transcript is on disk; never fails
	 */
	CompletionStage<Void> stop();

	/** What it is doing now. */
	ServerStatus status();

	/** Who is in line now, in order; the first is the next to be admitted. */
	List<WaitingClient> waitingLine();

	/**
	 * While paused, nobody is admitted but by {@link #admitNext()}; the present conversation goes on. Lasts until
	 * {@code false} is given or the server is stopped.
	 */
	void setPaused(boolean paused);

	/**
	 * Admits the first in line, ending the present conversation if there is one. Does nothing when nobody waits.
	 */
	void admitNext();

	/** Closes the connection of a client in line. Does nothing when it has left the line meanwhile. */
	void remove(WaitingClient client);

	/** The conversation with whoever is being served; it outlives them, and stops and starts. */
	Conversation conversation();

	/**
	 * Calls {@code listener} after each change of status or line, from now on; it is called on a network thread, must
	 * return at once, and reads what it wants for itself.
	 */
	Registration addListener(Runnable listener);
}
