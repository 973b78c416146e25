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

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.LogFormat;
import dev.anteroom.protocol.Limits;
import dev.anteroom.server.ChatServer;
import dev.anteroom.server.ServerSettings;
import dev.anteroom.server.WaitingClient;

/** Serving in the console. What is typed while nobody is there fails, as it does in the window. */
final class ServerSide implements Side {

	private final ChatServer server;
	private final Options options;
	private final Words words;
	private final Consumer<List<String>> answers;

	/** @param answers where the answers to commands go */
	ServerSide(ChatServer server, Options options, Words words, Consumer<List<String>> answers) {
		this.server = server;
		this.options = options;
		this.words = words;
		this.answers = answers;
	}

	@Override
	public Conversation conversation() {
		return server.conversation();
	}

	@Override
	public CompletionStage<Void> begin() {
		return server.start(new ServerSettings(null, options.textPortOrDefault(), options.imagePortOrDefault(),
				options.transcripts(), Limits.DEFAULT));
	}

	@Override
	public CompletionStage<Void> end() {
		return server.stop();
	}

	@Override
	public Outbox.Gate gate(Draft draft) {
		return Outbox.Gate.OPEN;
	}

	@Override
	public boolean isOver() {
		return false;
	}

	@Override
	public Map<String, Runnable> commands() {
		return Map.of("next", this::next, "end", this::endConversation, "pause", () -> server.setPaused(true), "resume",
				() -> server.setPaused(false), "line", this::line);
	}

	private void next() {
		if (server.waitingLine().isEmpty()) {
			answers.accept(List.of(words.text("nobodyWaits")));
		}
		server.admitNext();
	}

	private void endConversation() {
		if (server.conversation().state() instanceof ConversationState.Idle) {
			answers.accept(List.of(words.text("nobodyServed")));
		}
		server.conversation().leave();
	}

	private void line() {
		List<WaitingClient> line = server.waitingLine();
		var lines = new ArrayList<String>(line.size());
		for (WaitingClient client : line) {
			String since = LogFormat.stamp(client.since(), ZoneId.systemDefault()).strip();
			lines.add(words.of("waits", lines.size() + 1, client.address(), since.substring(1, since.length() - 1)));
		}
		answers.accept(lines.isEmpty() ? List.of(words.text("nobodyWaits")) : lines);
	}
}
