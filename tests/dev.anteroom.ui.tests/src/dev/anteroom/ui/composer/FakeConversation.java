/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.composer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Delivery;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Registration;
import dev.anteroom.chat.Role;

/** A conversation whose network is the test. */
final class FakeConversation implements Conversation {

	static final ConversationState TALKING = new ConversationState.Conversing(new Endpoint("192.0.2.7", 10000));
	static final ConversationState WAITING = new ConversationState.Waiting(new Endpoint("192.0.2.7", 10000), 2);
	static final ConversationState NOBODY = new ConversationState.Idle(null);

	/** A delivery that gets on when the test says so. */
	static final class FakeDelivery implements Delivery {

		final Draft draft;
		private final CompletableFuture<Void> done = new CompletableFuture<>();
		private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
		private volatile Progress progress = Progress.NONE;

		FakeDelivery(Draft draft) {
			this.draft = draft;
		}

		@Override
		public CompletionStage<Void> done() {
			return done;
		}

		@Override
		public Progress progress() {
			return progress;
		}

		@Override
		public Registration onProgress(Runnable listener) {
			listeners.add(listener);
			return () -> listeners.remove(listener);
		}

		@Override
		public CompletionStage<Boolean> cancel() {
			boolean can = progress.cancellable() && !done.isDone();
			if (can) {
				fail(Notice.of(Phrase.PICTURE_CANCELLED, "picture"), draft);
			}
			return CompletableFuture.completedStage(can);
		}

		/** Whether anybody still wants to hear of its progress. */
		boolean isWatched() {
			return !listeners.isEmpty();
		}

		void get(long written, long size) {
			progress = new Progress(false, written, size);
			listeners.forEach(Runnable::run);
		}

		void succeed() {
			done.complete(null);
		}

		void fail(Notice notice, Draft unsent) {
			done.completeExceptionally(new ChatException(notice, null, unsent));
		}
	}

	private final Journal journal = new Journal();
	private final List<FakeDelivery> deliveries = new ArrayList<>();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private volatile ConversationState state = TALKING;

	/** What was given to it, in order. */
	synchronized List<Draft> drafts() {
		return deliveries.stream().map(delivery -> delivery.draft).toList();
	}

	synchronized FakeDelivery delivery(int at) {
		return deliveries.get(at);
	}

	void enter(ConversationState now) {
		state = now;
		listeners.forEach(Runnable::run);
	}

	@Override
	public synchronized List<Delivery> deliver(List<Draft> drafts) {
		List<FakeDelivery> added = drafts.stream().map(FakeDelivery::new).toList();
		deliveries.addAll(added);
		return List.copyOf(added);
	}

	@Override
	public Role role() {
		return Role.SERVER;
	}

	@Override
	public Journal journal() {
		return journal;
	}

	@Override
	public ConversationState state() {
		return state;
	}

	@Override
	public String ownAddress() {
		return "192.0.2.1";
	}

	@Override
	public void leave() {
		enter(NOBODY);
	}

	@Override
	public Registration addStateListener(Runnable listener) {
		listeners.add(listener);
		return () -> listeners.remove(listener);
	}
}
