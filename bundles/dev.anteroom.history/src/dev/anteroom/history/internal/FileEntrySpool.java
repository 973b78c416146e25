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

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import dev.anteroom.chat.Entry;
import dev.anteroom.chat.EntrySpool;

/**
 * Keeps entries in a temporary file, made when the first are written. Whoever writes only puts them into a queue; the
 * spool's own thread does the rest, and reads from the file and from the queue behind it.
 * <p>
 * When the queue is full or the file fails, everything before what is still in the queue is forgotten, and the next is
 * written to a new file.
 */
final class FileEntrySpool implements EntrySpool {

	/**
	 * How much is in the queue at the most.
	 *
	 * @param entries    their number
	 * @param characters of text in them
	 */
	record Bound(int entries, long characters) {

		static final Bound USUAL = new Bound(100_000, 32L << 20);
	}

	private static final System.Logger LOG = System.getLogger(FileEntrySpool.class.getName());
	private static final int BATCH_ENTRIES = 1_000;
	private static final int BATCH_CHARACTERS = 256 << 10;

	private final Path folder;
	private final Bound bound;
	private final Worker worker = new Worker("anteroom-spool");

	// Guarded by this
	private final ArrayDeque<Entry> queue = new ArrayDeque<>();
	private long characters;
	private long first = Long.MAX_VALUE;
	/** Whether what is in the file, and what is being written to it, is forgotten already. */
	private boolean fileIsOver;
	private boolean writeIsDue;
	private boolean closed;

	// The worker's
	private SpoolFile file;
	private boolean told;

	/** @param folder for the file */
	FileEntrySpool(Path folder, Bound bound) {
		this.folder = folder;
		this.bound = bound;
	}

	@Override
	public synchronized void write(List<Entry> entries) {
		if (closed) {
			return;
		}
		for (Entry entry : entries) {
			queue.add(entry);
			characters += entry.characters();
		}
		first = Math.min(first, entries.getFirst().number());
		boolean full = false;
		while (queue.size() > bound.entries() || characters > bound.characters() && queue.size() > 1) {
			remove();
			full = true;
		}
		if (full) {
			forgetFile();
		}
		if (!writeIsDue) {
			writeIsDue = true;
			worker.execute(this::writeBatch);
		}
	}

	@Override
	public synchronized long first() {
		return first;
	}

	@Override
	public CompletionStage<List<Entry>> read(long from, int count) {
		var result = new CompletableFuture<List<Entry>>();
		if (!worker.execute(() -> answer(result, () -> readNow(from, from + count)))) {
			result.complete(List.of());
		}
		return result.minimalCompletionStage();
	}

	/** Completes {@code result} whatever happens: somebody waits for it. */
	static void answer(CompletableFuture<List<Entry>> result, Supplier<List<Entry>> reading) {
		try {
			result.complete(reading.get());
		} finally {
			result.complete(List.of());
		}
	}

	@Override
	public synchronized void clear() {
		if (first < Long.MAX_VALUE) {
			forget();
			worker.execute(this::closeForgotten);
		}
	}

	@Override
	public void close() {
		synchronized (this) {
			closed = true;
			forget();
		}
		worker.close(this::closeForgotten);
	}

	private void forget() {
		queue.clear();
		characters = 0;
		forgetFile();
	}

	private synchronized void forgetFile() {
		fileIsOver = true;
		first = queue.isEmpty() ? Long.MAX_VALUE : queue.getFirst().number();
	}

	private Entry remove() {
		Entry oldest = queue.remove();
		characters -= oldest.characters();
		return oldest;
	}

	private void writeBatch() {
		closeForgotten();
		List<Entry> batch = take();
		if (batch.isEmpty()) {
			return;
		}
		try {
			if (file == null) {
				file = new SpoolFile(folder, batch.getFirst().number());
			}
			file.append(batch);
		} catch (IOException | RuntimeException | Error e) {
			fail(e);
		}
	}

	/** The next entries to be written; sees to it that those behind them are, too. */
	private synchronized List<Entry> take() {
		var batch = new ArrayList<Entry>();
		long rest = characters - BATCH_CHARACTERS;
		while (!fileIsOver && !queue.isEmpty() && batch.size() < BATCH_ENTRIES && characters > rest) {
			batch.add(remove());
		}
		writeIsDue = !queue.isEmpty() && worker.execute(this::writeBatch);
		return batch;
	}

	/** The entries from {@code from} to {@code to - 1}. */
	private List<Entry> readNow(long from, long to) {
		// In this order: if entries before those in the queue were forgotten, then the file is closed now.
		List<Entry> waiting = waiting(from, to);
		closeForgotten();
		if (file == null || from >= file.next()) {
			return waiting;
		}
		try {
			var entries = new ArrayList<Entry>(file.read(from, to));
			if (!entries.isEmpty() && entries.getLast().number() + 1 == file.next()) {
				entries.addAll(waiting);
			}
			return entries;
		} catch (IOException | RuntimeException | Error e) {
			fail(e);
			return waiting;
		}
	}

	private synchronized List<Entry> waiting(long from, long to) {
		long skipped = queue.isEmpty() ? 0 : Math.max(0, from - queue.getFirst().number());
		return queue.stream().skip(skipped).takeWhile(entry -> entry.number() < to).toList();
	}

	private void fail(Throwable cause) {
		if (!told) {
			told = true;
			LOG.log(Level.WARNING, "Older entries of the conversation can be read in its transcript only: {0}",
					cause.toString());
		}
		forgetFile();
		closeForgotten();
	}

	private void closeForgotten() {
		synchronized (this) {
			if (!fileIsOver) {
				return;
			}
			fileIsOver = false;
		}
		SpoolFile old = file;
		file = null;
		try {
			if (old != null) {
				old.close();
			}
		} catch (IOException e) {
			LOG.log(Level.DEBUG, "A temporary file could not be closed", e);
		}
	}
}
