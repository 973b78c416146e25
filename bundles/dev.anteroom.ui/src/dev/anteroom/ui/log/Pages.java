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
import java.util.function.Function;
import java.util.function.LongConsumer;

import dev.anteroom.chat.Entry;

/** What is shown of the entries that were looked at last, read from a source a page at a time. UI thread. */
final class Pages {

	/** How many entries are read at once. */
	static final int SIZE = 128;
	/** More are there only while they are being read. */
	static final int MOST_PAGES = 48;
	/** Three pages of the longest texts have fewer, and no window shows more than that. */
	private static final long MOST_CHARACTERS = 4L << 20;

	private final LogSource source;
	private final Function<Entry, LogItem> shown;
	private final Executor ui;
	private final LongConsumer arrived;
	private final Map<Long, Page> pages = new LinkedHashMap<>(MOST_PAGES, 0.75f, true);
	private long characters;

	/**
	 * @param shown   gives what is shown of an entry
	 * @param ui      runs on the UI thread, later
	 * @param arrived called there with the first number of a page that came in later
	 */
	Pages(LogSource source, Function<Entry, LogItem> shown, Executor ui, LongConsumer arrived) {
		this.source = source;
		this.shown = shown;
		this.ui = ui;
		this.arrived = arrived;
	}

	/** The entry {@code number}; {@code null} while it is being read, and when it can't be had. */
	LogItem get(long number) {
		long index = number / SIZE;
		Page page = pages.get(index);
		if (page == null) {
			page = new Page(index * SIZE);
			pages.put(index, page);
		}
		if (number > page.until && !page.reading) {
			readOn(index, page);
		}
		return page.items[(int) (number - page.start)];
	}

	/** How many pages are there or being read. */
	int count() {
		return pages.size();
	}

	/** How many characters of text are there. */
	long characters() {
		return characters;
	}

	/** Forgets all. */
	void clear() {
		pages.clear();
		characters = 0;
	}

	private void readOn(long index, Page page) {
		long from = page.until + 1;
		page.until = Math.min(page.start + SIZE - 1, source.range().last());
		if (from > page.until) {
			return;
		}
		page.reading = true;
		var items = new ArrayList<LogItem>();
		CompletableFuture<Void> reading = read(from, page.until, items).toCompletableFuture();
		if (reading.isDone()) {
			took(page, items);
			return;
		}
		reading.whenComplete((done, failure) -> ui.execute(() -> {
			if (pages.get(index) == page) {
				took(page, items);
				arrived.accept(page.start);
			}
		}));
	}

	/** Very large entries come a few at a time, and of those only what is shown is kept when the next are read. */
	private CompletionStage<Void> read(long from, long until, List<LogItem> items) {
		return source.read(from, (int) (until - from + 1)).thenCompose(entries -> {
			entries.forEach(entry -> items.add(shown.apply(entry)));
			long next = entries.isEmpty() ? until + 1 : entries.getLast().number() + 1;
			return next > until ? CompletableFuture.completedStage(null) : read(next, until, items);
		});
	}

	/** What can't be read leaves a gap on the page; the transcript has it. */
	private void took(Page page, List<LogItem> items) {
		page.reading = false;
		for (LogItem item : items) {
			int place = (int) (item.number() - page.start);
			if (place >= 0 && place < SIZE) {
				page.items[place] = item;
				page.characters += item.text().length();
				characters += item.text().length();
			}
		}
		trim(page);
	}

	/** A page that is being read stays: who asked for it is to be told. */
	private void trim(Page kept) {
		Iterator<Page> oldest = pages.values().iterator();
		while ((pages.size() > MOST_PAGES || characters > MOST_CHARACTERS) && oldest.hasNext()) {
			Page next = oldest.next();
			if (next != kept && !next.reading) {
				characters -= next.characters;
				oldest.remove();
			}
		}
	}

	private static final class Page {

		private final long start;
		/** What is not there yet has its place. */
		private final LogItem[] items = new LogItem[SIZE];
		/** The last number that was asked for. */
		private long until;
		private boolean reading;
		private long characters;

		Page(long start) {
			this.start = start;
			this.until = start - 1;
		}
	}
}
