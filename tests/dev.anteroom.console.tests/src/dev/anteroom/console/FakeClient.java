/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.console;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import dev.anteroom.chat.ConversationState.Connecting;
import dev.anteroom.chat.ConversationState.Idle;
import dev.anteroom.chat.ConversationState.Waiting;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Role;
import dev.anteroom.client.ChatClient;
import dev.anteroom.client.ClientSettings;

/** Connects when the test says so. */
final class FakeClient implements ChatClient {

	final FakeConversation conversation = new FakeConversation(Role.CLIENT);
	final CompletableFuture<ClientSettings> asked = new CompletableFuture<>();
	final CompletableFuture<Void> connected = new CompletableFuture<>();
	final CompletableFuture<Void> disconnected = new CompletableFuture<>();

	/** The text connection is open. */
	void connect() {
		conversation.setState(new Waiting(asked.join().server(), 0));
		connected.complete(null);
	}

	/** The other side ends it. */
	void cutOff() {
		conversation.journal().append(Phrase.CUT_OFF);
		conversation.setState(new Idle(Notice.of(Phrase.CUT_OFF)));
	}

	@Override
	public CompletionStage<Void> connect(ClientSettings settings) {
		conversation.setState(new Connecting(settings.server()));
		asked.complete(settings);
		return connected;
	}

	@Override
	public CompletionStage<Void> disconnect() {
		disconnected.complete(null);
		return disconnected;
	}

	@Override
	public FakeConversation conversation() {
		return conversation;
	}
}
