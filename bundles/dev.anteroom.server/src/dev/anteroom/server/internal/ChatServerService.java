/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.server.internal;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import dev.anteroom.chat.Archive;
import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.EntrySpool;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Registration;
import dev.anteroom.protocol.Closing;
import dev.anteroom.protocol.Runs;
import dev.anteroom.server.ChatServer;
import dev.anteroom.server.ServerSettings;
import dev.anteroom.server.ServerStatus;
import dev.anteroom.server.WaitingClient;

/** The server of this process. Each start makes a {@link ServerRun}; {@link Runs} sees to their order. */
@Component
public final class ChatServerService implements ChatServer {

	private static final long DEACTIVATION_SECONDS = 5;

	private final Archive archive;
	private final EntrySpool spool;
	private final Journal journal;
	private final ServerView view = new ServerView();
	private final ServerConversation conversation;
	private final Runs<ServerRun> runs = new Runs<>();

	/** @param archive keeps what is said */
	@Activate
	public ChatServerService(@Reference Archive archive) {
		this.archive = archive;
		spool = archive.spool();
		journal = new Journal(Clock.systemUTC(), spool);
		conversation = new ServerConversation(journal, () -> tell(Reception::leave));
	}

	@Override
	public CompletionStage<Void> start(ServerSettings settings) {
		var started = new CompletableFuture<Void>();
		if (!runs.begin(() -> new ServerRun(settings, archive, journal, conversation, view), started)) {
			var refusal = new ChatException(Notice.of(Phrase.PORT_IN_USE, settings.textPort()));
			journal.append(refusal.notice());
			started.completeExceptionally(refusal);
		}
		return started;
	}

	@Override
	public CompletionStage<Void> stop() {
		return runs.end();
	}

	/** Does {@code action} on the network thread, if it listens or begins to. */
	void tell(Consumer<Reception> action) {
		runs.present().ifPresent(run -> run.execute(action));
	}

	@Override
	public ServerStatus status() {
		return view.status();
	}

	@Override
	public List<WaitingClient> waitingLine() {
		return view.line();
	}

	@Override
	public void setPaused(boolean paused) {
		tell(reception -> reception.pause(paused));
	}

	@Override
	public void admitNext() {
		tell(Reception::admitNext);
	}

	@Override
	public void remove(WaitingClient client) {
		tell(reception -> reception.remove(client.ticket()));
	}

	@Override
	public Conversation conversation() {
		return conversation;
	}

	@Override
	public Registration addListener(Runnable listener) {
		return view.addListener(listener);
	}

	@Deactivate
	void deactivate() {
		Closing.await(stop(), DEACTIVATION_SECONDS, "server");
		spool.close();
	}
}
