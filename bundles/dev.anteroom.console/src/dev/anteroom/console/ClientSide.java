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

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Draft;
import dev.anteroom.client.ChatClient;
import dev.anteroom.client.ClientSettings;
import dev.anteroom.protocol.Limits;

/** Being a client in the console. */
final class ClientSide implements Side {

	private final ChatClient client;
	private final Options options;
	private final Runnable quit;
	private final Runnable refuse;

	/**
	 * @param quit    ends the console when everything typed has been sent
	 * @param answers where the answers to commands go
	 */
	ClientSide(ChatClient client, Options options, Runnable quit, Words words, Consumer<List<String>> answers) {
		this.client = client;
		this.options = options;
		this.quit = quit;
		this.refuse = () -> answers.accept(List.of(words.text("serversOnly")));
	}

	@Override
	public Conversation conversation() {
		return client.conversation();
	}

	@Override
	public CompletionStage<Void> begin() {
		return client.connect(new ClientSettings(options.server(), options.imagePortOrDefault(), options.transcripts(),
				Limits.DEFAULT));
	}

	@Override
	public CompletionStage<Void> end() {
		return client.disconnect();
	}

	@Override
	public Outbox.Gate gate(Draft draft) {
		ConversationState state = conversation().state();
		if (draft.image() == null ? state.canSend() : state.canSendPictures()) {
			return Outbox.Gate.OPEN;
		}
		// Place 0: the server may be about to greet, so the order is kept
		return state instanceof ConversationState.Waiting waiting && waiting.place() > 0 ? Outbox.Gate.ASIDE
				: Outbox.Gate.SHUT;
	}

	@Override
	public boolean isOver() {
		return conversation().state() instanceof ConversationState.Idle;
	}

	@Override
	public Map<String, Runnable> commands() {
		return Map.of("end", quit, "next", refuse, "pause", refuse, "resume", refuse, "line", refuse);
	}
}
