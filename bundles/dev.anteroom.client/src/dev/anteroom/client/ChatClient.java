/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.client;

import java.util.concurrent.CompletionStage;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.Phrase;

/**
 * The person who comes: connects to a server, waits, converses, leaves. There is one in a process. All methods return at
 * once; what they begin happens on the network thread, in the order of the calls.
 */
public interface ChatClient {

	/**
	 * Connects. When it is connected or connecting already, that ends first.
	 *
	 * @return done when the text connection is open; fails with a {@link ChatException}
	 *         ({@link Phrase#CANNOT_CONNECT} with its reason, {@link Phrase#CONNECT_CANCELLED}), which is in the journal
	 *         too; the client can then connect again at once
	 */
	CompletionStage<Void> connect(ClientSettings settings);

	/**
	 * Closes both connections, or gives up connecting, and finishes the transcript. Does nothing when it is neither
	 * connected nor connecting.
	 *
	 * @return done when the conversation is over and the transcript is on disk; never fails
	 */
	CompletionStage<Void> disconnect();

	/** The conversation with whichever server it is connected to; it outlives connections. */
	Conversation conversation();
}
