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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Registration;
import dev.anteroom.chat.Role;
import dev.anteroom.server.ChatServer;
import dev.anteroom.server.ServerSettings;
import dev.anteroom.server.ServerStatus;
import dev.anteroom.server.WaitingClient;

/** Notes what it is told to do. */
final class FakeServer implements ChatServer {

	final FakeConversation conversation = new FakeConversation(Role.SERVER);
	final CompletableFuture<ServerSettings> started = new CompletableFuture<>();
	final CompletableFuture<Void> stopped = new CompletableFuture<>();
	volatile List<WaitingClient> line = List.of();
	volatile ChatException failure;

	private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

	String nextCall() throws InterruptedException {
		return calls.poll(10, TimeUnit.SECONDS);
	}

	@Override
	public CompletionStage<Void> start(ServerSettings settings) {
		if (failure != null) {
			conversation.journal().append(failure.notice());
			return CompletableFuture.failedFuture(failure);
		}
		conversation.journal().append(Phrase.LISTENING, settings.textPort(), settings.imagePort());
		started.complete(settings);
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public CompletionStage<Void> stop() {
		conversation.journal().append(Phrase.SERVER_STOPPED);
		stopped.complete(null);
		return stopped;
	}

	@Override
	public ServerStatus status() {
		return ServerStatus.NEW;
	}

	@Override
	public List<WaitingClient> waitingLine() {
		return line;
	}

	@Override
	public void setPaused(boolean paused) {
		calls.add("paused " + paused);
	}

	@Override
	public void admitNext() {
		calls.add("next");
	}

	@Override
	public void remove(WaitingClient client) {
		calls.add("remove " + client.address());
	}

	@Override
	public FakeConversation conversation() {
		return conversation;
	}

	@Override
	public Registration addListener(Runnable listener) {
		return () -> {
		};
	}
}
