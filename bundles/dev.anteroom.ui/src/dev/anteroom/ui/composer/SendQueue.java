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
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Delivery;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Registration;

/**
 * What was sent and is not done yet. One sending may have several pictures: the first goes with the text, the others
 * follow alone. All of them are given to the conversation at once, which keeps their order, and not one by one as they
 * get done: what was meant for one client must not reach the next. On one thread only, the UI's.
 */
final class SendQueue {

	/** Hears of what becomes of it. */
	interface Listener {

		/** Something was added, is done, or has got further. */
		void changed();

		/**
		 * Something could not be sent, or was taken back, and is this listener's now. Of several listeners, the one that
		 * was added last gets it.
		 *
		 * @param picture {@code null} when it was text alone
		 */
		void cameBack(String text, Attachment picture);
	}

	private final List<Outgoing> underWay = new ArrayList<>();
	private final List<Listener> listeners = new CopyOnWriteArrayList<>();
	private final AtomicBoolean telling = new AtomicBoolean();

	/** The drafts for {@code text} and {@code pictures}, in order. */
	static List<Draft> drafts(String text, List<Attachment> pictures) {
		String first = text.isBlank() ? "" : text;
		if (pictures.isEmpty()) {
			return first.isEmpty() ? List.of() : List.of(new Draft(first, null));
		}
		var drafts = new ArrayList<Draft>();
		for (Attachment picture : pictures) {
			drafts.add(new Draft(drafts.isEmpty() ? first : "", picture.path()));
		}
		return drafts;
	}

	/**
	 * Sends {@code text} and {@code pictures}, which belong to the queue from now on.
	 *
	 * @param ui      brings what becomes of them back to this thread
	 * @param deliver gives drafts to the conversation: all of them, or nobody knows whom the last would reach
	 */
	void send(String text, List<Attachment> pictures, Function<List<Draft>, List<Delivery>> deliver, Executor ui) {
		List<Draft> drafts = drafts(text, pictures);
		List<Delivery> deliveries = deliver.apply(drafts);
		for (int i = 0; i < drafts.size(); i++) {
			Draft draft = drafts.get(i);
			var outgoing = new Outgoing(draft, pictures.isEmpty() ? null : pictures.get(i), deliveries.get(i),
					System.nanoTime());
			underWay.add(outgoing);
			Registration watching = outgoing.attachment() == null ? () -> {
			} : outgoing.delivery().onProgress(() -> tell(ui));
			outgoing.delivery().done().whenComplete((done, failure) -> ui.execute(() -> {
				watching.close();
				finished(outgoing, failure);
			}));
		}
		changed();
	}

	/** What is not done, in the order it was sent. */
	List<Outgoing> underWay() {
		return List.copyOf(underWay);
	}

	/** There must be one at least while anything is under way. */
	Registration addListener(Listener listener) {
		listeners.addFirst(listener);
		return () -> listeners.remove(listener);
	}

	private void finished(Outgoing outgoing, Throwable failure) {
		underWay.remove(outgoing);
		if (failure == null) {
			discard(outgoing.attachment());
		} else {
			Draft unsent = unsent(outgoing.draft(), failure);
			Attachment picture = unsent.image() == null ? null : outgoing.attachment();
			if (picture == null) {
				discard(outgoing.attachment());
			}
			listeners.getFirst().cameBack(unsent.text(), picture);
		}
		changed();
	}

	/** Progress comes much faster than anybody can see it: at most one change is on its way to the listeners. */
	private void tell(Executor ui) {
		if (telling.compareAndSet(false, true)) {
			ui.execute(() -> {
				telling.set(false);
				changed();
			});
		}
	}

	private void changed() {
		listeners.forEach(Listener::changed);
	}

	private static Draft unsent(Draft draft, Throwable failure) {
		Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause()
				: failure;
		return cause instanceof ChatException chat ? chat.unsentOf(draft) : draft;
	}

	private static void discard(Attachment attachment) {
		if (attachment != null) {
			attachment.discard();
		}
	}
}
