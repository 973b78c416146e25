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

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;

import dev.anteroom.chat.Archive;
import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.protocol.Door;
import dev.anteroom.protocol.LingeringClose;
import dev.anteroom.protocol.NetworkThread;
import dev.anteroom.protocol.Runs;
import dev.anteroom.server.ServerSettings;

/**
 * A server from its start to its stop, with a network thread of its own: when that has ended, its sockets are closed
 * for certain, and the ports can be had again at once. (A selector closes a listening socket only when it next selects.)
 */
final class ServerRun implements Runs.Run {

	private static final System.Logger LOG = System.getLogger(ServerRun.class.getName());

	private final ServerSettings settings;
	private final Archive archive;
	private final Journal journal;
	private final ServerConversation conversation;
	private final ServerView view;
	private final EventLoopGroup group = NetworkThread.create("anteroom-server");
	private final CompletableFuture<Void> listening = new CompletableFuture<>();
	private final CompletableFuture<Void> over = new CompletableFuture<>();
	/** What was asked for before it listened. */
	private final List<Consumer<Reception>> early = new ArrayList<>();
	private Archive.Transcript transcript;
	private Reception reception;
	private Door imageDoor;
	private Door textDoor;

	ServerRun(ServerSettings settings, Archive archive, Journal journal, ServerConversation conversation,
			ServerView view) {
		this.settings = settings;
		this.archive = archive;
		this.journal = journal;
		this.conversation = conversation;
		this.view = view;
	}

	/** @return done when it listens; fails with a {@link ChatException} when it can't, and is over then */
	@Override
	public CompletableFuture<Void> begin() {
		group.execute(this::open);
		return listening;
	}

	/** @return done when it is over; never fails */
	@Override
	public CompletableFuture<Void> end() {
		listening.whenComplete((done, failure) -> {
			if (failure == null) {
				group.execute(this::close);
			}
		});
		return over;
	}

	/** Does {@code action} on the network thread, as soon as it listens. */
	void execute(Consumer<Reception> action) {
		try {
			group.execute(() -> {
				if (listening.isDone()) {
					action.accept(reception);
				} else {
					early.add(action);
				}
			});
		} catch (RejectedExecutionException e) {
			// It is over.
		}
	}

	private void open() {
		view.status(status -> Statuses.starting(status, settings));
		if (settings.textPort() == settings.imagePort() && settings.textPort() != 0) {
			fail(new ChatException(Notice.of(Phrase.SAME_PORTS, settings.textPort())));
			return;
		}
		// Pictures first: a client connects there within microseconds of its greeting.
		Door.open(group, settings.address(), settings.imagePort(), this::imagesArrived).thenCompose(images -> {
			imageDoor = images;
			return Door.open(group, settings.address(), settings.textPort(), channel -> reception.arrived(channel));
		}).thenAccept(text -> {
			textDoor = text;
			opened();
		}).exceptionally(failure -> {
			fail(failure instanceof CompletionException ? failure.getCause() : failure);
			return null;
		});
	}

	/** Nothing was accepted at the text port yet; and what never listened leaves no transcript. */
	private void opened() {
		transcript = archive.open(settings.transcripts(), journal);
		reception = new Reception(group.next(), settings.limits(), journal, transcript.pictures(), conversation, view,
				imageDoor::turnAwayPending);
		view.status(status -> Statuses.listening(status, textDoor.port(), imageDoor.port(), transcript.file()));
		journal.append(Phrase.LISTENING, textDoor.port(), imageDoor.port());
		early.forEach(action -> action.accept(reception));
		listening.complete(null);
	}

	private void imagesArrived(Channel channel) {
		if (reception == null) {
			channel.close();
		} else {
			reception.imagesArrived(channel);
		}
	}

	private void fail(Throwable failure) {
		ChatException told = failure instanceof ChatException chat ? chat
				: new ChatException(Notice.of(Phrase.CANNOT_LISTEN, settings.textPort(), failure), failure);
		journal.append(told.notice());
		closeDoors();
		over.thenRun(() -> listening.completeExceptionally(told));
		finish(false);
	}

	private void close() {
		view.status(Statuses::stopping);
		closeDoors();
		CompletionStage<Void> closed;
		try {
			closed = reception.close();
		} catch (RuntimeException | Error e) {
			closed = CompletableFuture.failedFuture(e);
		}
		closed.thenCompose(done -> LingeringClose.over()).whenComplete((done, failure) -> {
			if (failure != null) {
				// It stops all the same: the ports, the thread and the transcript are given back.
				LOG.log(Level.ERROR, "The server did not stop in order", failure);
			}
			finish(true);
		});
	}

	/** Netty 4.2 may end its thread without closing what is open, if that is asked for in the wrong moment. */
	private void closeDoors() {
		for (Door door : new Door[] { imageDoor, textDoor }) {
			if (door != null) {
				door.close();
			}
		}
	}

	/** Not on the network thread, which ends here, and because the transcript's end waits for the disk. */
	private void finish(boolean tell) {
		Thread.ofPlatform().daemon().name("anteroom-server-stop").start(() -> {
			group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
			if (tell) {
				journal.append(Phrase.SERVER_STOPPED);
			}
			if (transcript != null) {
				transcript.close();
			}
			view.line(List.of());
			view.status(Statuses::stopped);
			over.complete(null);
		});
	}
}
