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

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Keeps the entries of a conversation that its {@link Journal} no longer holds in memory, until the next conversation
 * begins. What it can't keep it forgets, the oldest first, so that what it has never has a gap; it is not the place for
 * what must be kept for ever. May be called from any thread; calls return at once and never wait for a disk.
 */
public interface EntrySpool extends AutoCloseable {

	/** Forgets everything. */
	EntrySpool NONE = new EntrySpool() {

		@Override
		public void write(List<Entry> entries) {
			// Forgotten
		}

		@Override
		public long first() {
			return Long.MAX_VALUE;
		}

		@Override
		public CompletionStage<List<Entry>> read(long from, int count) {
			return CompletableFuture.completedStage(List.of());
		}

		@Override
		public void clear() {
			// There is nothing
		}

		@Override
		public void close() {
			// There is nothing
		}
	};

	/**
	 * Takes {@code entries}: they can be read from now on, also while they are still on their way.
	 *
	 * @param entries at least one, in order, and each with the number that follows the one taken before it since the
	 *                last {@link #clear()}
	 */
	void write(List<Entry> entries);

	/** The number of the first entry that can be read; {@link Long#MAX_VALUE} when there is none. */
	long first();

	/**
	 * The entries with the numbers {@code from} to {@code from + count - 1}, as far as they are here, in order and
	 * without gaps. When they are very large they are fewer, the first of them: then the rest is to be read after them.
	 *
	 * @param count at least 0
	 * @return completes on the spool's thread; never fails: what can't be read is forgotten
	 */
	CompletionStage<List<Entry>> read(long from, int count);

	/** Forgets what it was given until now. */
	void clear();

	/** Forgets everything, now and from now on, and leaves no file behind. */
	@Override
	void close();
}
