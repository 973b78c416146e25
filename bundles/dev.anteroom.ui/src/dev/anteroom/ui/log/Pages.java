/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.log;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;

import dev.anteroom.chat.Entry;

/** The entries that were looked at last, read from a source a page at a time. UI thread. */
final class Pages {

	/** How many entries are read at once. */
	static final int SIZE = 128;
	private static final int MOST_PAGES = 48;
	private static final long MOST_CHARACTERS = 8L << 20;

	private final LogSource source;
	private final Executor ui;
	private final LongConsumer arrived;
	private final Map<Long, Page> pages = new LinkedHashMap<>(MOST_PAGES, 0.75f, true);
	private long characters;

	/**
	 * @param ui      runs on the UI thread, later
	 * @param arrived called there with the first number of a page that came in later
	 */
	Pages(LogSource source, Executor ui, LongConsumer arrived) {
		this.source = source;
		this.ui = ui;
		this.arrived = arrived;
	}

	/** The entry {@code number}; {@code null} while it is being read, and when it can't be had. */
	Entry get(long number) {
		long index = number / SIZE;
		Page page = pages.get(index);
		if (page == null || number > page.until && page.until < source.last()) {
			page = read(index, page);
		}
		return page.get(number);
	}

	/** Forgets all. */
	void clear() {
		pages.clear();
		characters = 0;
	}

	private Page read(long index, Page before) {
		long start = index * SIZE;
		var page = new Page(start, Math.min(start + SIZE - 1, source.last()), before == null ? List.of() : before.entries);
		put(index, page);
		CompletableFuture<List<Entry>> reading = all(start, SIZE).toCompletableFuture();
		if (reading.isDone()) {
			return took(index, page, reading);
		}
		reading.whenComplete((entries, failure) -> ui.execute(() -> {
			if (pages.get(index) == page) {
				took(index, page, reading);
				arrived.accept(start);
			}
		}));
		return page;
	}

	/** Very large entries come a few at a time. */
	private CompletionStage<List<Entry>> all(long from, int count) {
		return source.read(from, count).thenCompose(entries -> {
			long next = entries.isEmpty() ? from + count : entries.getLast().number() + 1;
			int left = (int) (Math.min(from + count, source.last() + 1) - next);
			return left <= 0 ? CompletableFuture.completedStage(entries) : all(next, left).thenApply(rest -> {
				var joined = new ArrayList<Entry>(entries);
				joined.addAll(rest);
				return joined;
			});
		});
	}

	private Page took(long index, Page page, CompletableFuture<List<Entry>> reading) {
		// What can't be read leaves a gap on the page; the transcript has it.
		List<Entry> entries = reading.isCompletedExceptionally() ? List.of() : reading.join();
		var full = new Page(page.start, entries.isEmpty() ? page.until : Math.max(page.until, entries.getLast().number()),
				entries);
		put(index, full);
		trim(index);
		return full;
	}

	private void put(long index, Page page) {
		Page old = pages.put(index, page);
		characters += page.characters - (old == null ? 0 : old.characters);
	}

	private void trim(long kept) {
		Iterator<Map.Entry<Long, Page>> oldest = pages.entrySet().iterator();
		while ((pages.size() > MOST_PAGES || characters > MOST_CHARACTERS) && oldest.hasNext()) {
			Map.Entry<Long, Page> next = oldest.next();
			if (next.getKey() != kept) {
				characters -= next.getValue().characters;
				oldest.remove();
			}
		}
	}

	private static final class Page {

		private final long start;
		/** The last number that was there when it was read. */
		private final long until;
		private final List<Entry> entries;
		private final long characters;

		Page(long start, long until, List<Entry> entries) {
			this.start = start;
			this.until = until;
			this.entries = entries;
			this.characters = entries.stream().mapToLong(Entry::characters).sum();
		}

		Entry get(long number) {
			if (entries.isEmpty()) {
				return null;
			}
			long index = number - entries.getFirst().number();
			return index >= 0 && index < entries.size() ? entries.get((int) index) : null;
		}
	}
}
