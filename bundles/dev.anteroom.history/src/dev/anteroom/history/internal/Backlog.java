/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.history.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

import dev.anteroom.chat.Entry;

/**
 * Entries on their way to the file. While the file can be written the bound is wide, for bursts; while it can't, it
 * is narrow. Past the bound the oldest are forgotten, and counted. May be called from any thread and never waits for files.
 */
final class Backlog {

	/**
	 * How much is remembered at the most.
	 *
	 * @param entries    their number
	 * @param characters of text in them
	 */
	record Bound(int entries, long characters) {

		/** While the file can be written. */
		static final Bound WRITING = new Bound(200_000, 64L << 20);
		/** While it can't. */
		static final Bound FAILING = new Bound(10_000, 16L << 20);
	}

	/**
	 * Entries to be written together.
	 *
	 * @param forgotten how many were forgotten before the first of them
	 */
	record Batch(long forgotten, List<Entry> entries) {
	}

	private static final long BATCH_CHARACTERS = 64 << 10;

	private final ArrayDeque<Entry> entries = new ArrayDeque<>();
	private Bound bound = Bound.WRITING;
	private long characters;
	private long forgotten;

	synchronized void add(Entry entry) {
		entries.addLast(entry);
		characters += entry.characters();
		trim();
	}

	/** Takes the oldest entries out, as many as are well written at once; {@code null} when there are none. */
	synchronized Batch take() {
		if (entries.isEmpty()) {
			return null;
		}
		var taken = new ArrayList<Entry>();
		long sum = 0;
		while (!entries.isEmpty() && sum < BATCH_CHARACTERS) {
			Entry entry = entries.removeFirst();
			taken.add(entry);
			sum += entry.characters();
		}
		characters -= sum;
		var batch = new Batch(forgotten, taken);
		forgotten = 0;
		return batch;
	}

	/** Gives back what could not be written. */
	synchronized void putBack(Batch batch) {
		if (forgotten > 0) {
			// What comes after the batch has a gap before it already: one gap in one place is told, the latest.
			forgotten += batch.forgotten() + batch.entries().size();
			return;
		}
		forgotten = batch.forgotten();
		for (Entry entry : batch.entries().reversed()) {
			entries.addFirst(entry);
			characters += entry.characters();
		}
		trim();
	}

	/** Forgets what is left, and says how many entries were forgotten since the last batch. */
	synchronized long forgetAll() {
		long all = forgotten + entries.size();
		entries.clear();
		characters = 0;
		forgotten = 0;
		return all;
	}

	/** Sets the bound, at once. */
	synchronized void bind(Bound newBound) {
		bound = newBound;
		trim();
	}

	private void trim() {
		while (entries.size() > bound.entries() || characters > bound.characters() && entries.size() > 1) {
			characters -= entries.removeFirst().characters();
			forgotten++;
		}
	}
}
