/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.chat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A draft on its way out. Any thread may ask. */
public interface Delivery {

	/**
	 * How far it is.
	 *
	 * @param cancellable whether {@link Delivery#cancel()} would still take something back: the whole draft while nothing
	 *                    of it has gone out, its picture while none of that has. Once {@code false}, it stays so.
	 * @param written     bytes of the picture that were written to its socket
	 * @param size        bytes of the picture; 0 while that is not known, and when there is none
	 */
	record Progress(boolean cancellable, long written, long size) {

		/** Nothing has gone out yet. */
		public static final Progress NONE = new Progress(true, 0, 0);
		/** There is nothing to watch or to take back. */
		public static final Progress NOTHING = new Progress(false, 0, 0);
	}

	/**
	 * Done when all of it was written to the sockets, and its entry {@linkplain Journal#kept() is kept}: from then on it
	 * is in the transcript, even if this process is ended by force. Fails with a {@link ChatException}. Completes on a
	 * network thread: do not wait there.
	 */
	CompletionStage<Void> done();

	/** How far it is now. What was written only ever grows. */
	Progress progress();

	/**
	 * Calls {@code listener} after each change of the {@link #progress()}, from now on: often, on the network thread,
	 * and for a change that comes during this call perhaps on the caller's. It must return at once, and reads the
	 * progress for itself.
	 */
	Registration onProgress(Runnable listener);

	/**
	 * Takes back what has not begun to go out: the whole draft, or the picture alone when the text is out already. What
	 * was handed to the system for sending counts as gone out. When it does, {@link #done()} fails with
	 * {@link Phrase#SEND_CANCELLED} or {@link Phrase#PICTURE_CANCELLED}, which the journal tells too, and
	 * {@link ChatException#unsentOf} gives back what was taken.
	 *
	 * @return whether it did: of several calls, one at the most gets {@code true}. Never fails. Decided in turn with
	 *         everything else on the network thread, and completed there.
	 */
	CompletionStage<Boolean> cancel();

	/** One of which nothing is known but its end: it tells no progress and can't be cancelled. */
	static Delivery of(CompletionStage<Void> done) {
		return new Delivery() {

			@Override
			public CompletionStage<Void> done() {
				return done;
			}

			@Override
			public Progress progress() {
				return Progress.NOTHING;
			}

			@Override
			public Registration onProgress(Runnable listener) {
				return () -> {
				};
			}

			@Override
			public CompletionStage<Boolean> cancel() {
				return CompletableFuture.completedStage(false);
			}
		};
	}
}
