/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.room.internal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.netty.channel.EventLoopGroup;

import dev.anteroom.chat.Archive;
import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.protocol.Door;
import dev.anteroom.protocol.NetworkThread;
import dev.anteroom.protocol.Runs;
import dev.anteroom.protocol.Transport;
import dev.anteroom.room.RoomSettings;

/**
 * A room from its opening to its closing, with a network thread of its own: when that has ended, its sockets are closed
 * for certain.
 */
final class RoomRun implements Runs.Run {

	private final RoomSettings settings;
	private final Archive archive;
	private final HostConversation conversation;
	private final Journal journal;
	private final RoomView view;
	private final EventLoopGroup group = NetworkThread.create("anteroom-room");
	private final CompletableFuture<Void> listening = new CompletableFuture<>();
	private final CompletableFuture<Void> over = new CompletableFuture<>();
	private Archive.Transcript transcript;
	private volatile Gathering gathering;
	private Door door;

	RoomRun(RoomSettings settings, Archive archive, HostConversation conversation, RoomView view) {
		this.settings = settings;
		this.archive = archive;
		this.conversation = conversation;
		this.journal = conversation.journal();
		this.view = view;
	}

	@Override
	public CompletableFuture<Void> begin() {
		group.execute(this::open);
		return listening;
	}

	@Override
	public CompletableFuture<Void> end() {
		listening.whenComplete((done, failure) -> {
			if (failure == null) {
				group.execute(this::close);
			}
		});
		return over;
	}

	/** Does {@code action} on the network thread; {@code false} when it is not open. */
	boolean execute(Consumer<Gathering> action) {
		Gathering present = gathering;
		try {
			if (present != null) {
				group.execute(() -> action.accept(present));
			}
			return present != null;
		} catch (RejectedExecutionException e) {
			return false;
		}
	}

	private void open() {
		view.status(status -> Statuses.opening(status, settings));
		try {
			transcript = archive.open(settings.transcripts(), journal);
			var guests = new Gathering(group.next(), settings.limits(), journal, conversation, view);
			Door.open(group, settings.address(), settings.port(), guests::arrived)
					.whenComplete((opened, failure) -> opened(guests, opened, failure));
		} catch (RuntimeException e) {
			fail(e);
		}
	}

	private void opened(Gathering guests, Door opened, Throwable failure) {
		if (failure == null) {
			door = opened;
			opened(guests);
		} else {
			fail(failure instanceof CompletionException ? failure.getCause() : failure);
		}
	}

	private void opened(Gathering guests) {
		gathering = guests;
		view.status(status -> Statuses.open(status, door.port(), transcript.file()));
		journal.append(Phrase.ROOM_OPEN, door.port());
		conversation.present(0);
		listening.complete(null);
	}

	private void fail(Throwable failure) {
		ChatException told = failure instanceof ChatException chat ? chat
				: new ChatException(Notice.of(Phrase.CANNOT_LISTEN, settings.port(), Transport.words(failure)), failure);
		journal.append(told.notice());
		over.thenRun(() -> listening.completeExceptionally(told));
		finish(told.notice());
	}

	private void close() {
		view.status(Statuses::closing);
		door.close();
		Gathering guests = gathering;
		gathering = null;
		conversation.present(0);
		guests.close().thenRun(() -> {
			Notice closed = Notice.of(Phrase.ROOM_CLOSED);
			journal.append(closed);
			finish(closed);
		});
	}

	/** Not on the network thread, which ends here, and because the transcript's end waits for the disk. */
	private void finish(Notice reason) {
		Thread.ofPlatform().daemon().name("anteroom-room-stop").start(() -> {
			try {
				group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
				if (transcript != null) {
					transcript.close();
				}
			} finally {
				conversation.end(reason);
				view.guests(List.of());
				view.status(Statuses::closed);
				over.complete(null);
			}
		});
	}
}
