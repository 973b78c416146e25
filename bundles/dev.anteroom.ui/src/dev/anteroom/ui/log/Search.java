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

import java.util.List;
import java.util.concurrent.Executor;

import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Journal.Range;
import dev.anteroom.chat.Legible;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.Said;
import dev.anteroom.chat.Wording;

/**
 * One run through all of a conversation, from a place in it outwards in both directions by turns, so that what is near
 * is found first. Looks at what is shown: texts, and the names of pictures, where a match stands for the whole picture.
 * A match in what is not shown of a long message stands for the whole message, if there is none in what is.
 * One block of entries is in memory at a time. A worker looks at them; everything else happens on the UI thread.
 */
final class Search {

	/** It ends when it has found so many. */
	static final int MOST = 10_000;
	static final int BLOCK = 1_000;

	private final LogSource source;
	private final Query query;
	private final Wording wording;
	private final Executor worker;
	private final Executor ui;
	private final Runnable progressed;
	private final Matches matches = new Matches();
	private final long conversation;
	private long first;
	private long last;
	/** What was looked at: from here on, */
	private long from;
	/** and up to here, exclusive. */
	private long to;
	private boolean olderIsNext;
	private boolean reading;
	private boolean full;
	private volatile boolean cancelled;

	/**
	 * @param query      not empty
	 * @param near       the number of the entry to begin with
	 * @param worker     runs what takes long, on any thread
	 * @param ui         runs on the UI thread, later
	 * @param progressed called there after every block
	 */
	Search(LogSource source, Query query, long near, Wording wording, Executor worker, Executor ui,
			Runnable progressed) {
		this.source = source;
		this.query = query;
		this.wording = wording;
		this.worker = worker;
		this.ui = ui;
		this.progressed = progressed;
		Range range = source.range();
		conversation = range.conversation();
		first = range.first();
		last = range.last();
		from = Math.max(first, Math.min(near, last + 1));
		to = from;
		goOn();
	}

	/** Those found until now; at most {@link #MOST}, without gaps around the place where it began. */
	Matches matches() {
		return matches;
	}

	/** Whether it has ended because there were so many. */
	boolean isFull() {
		return full;
	}

	/** Whether everything was looked at, as far as that is of use. */
	boolean isDone() {
		return !reading && (full || from <= first && to > last);
	}

	/**
	 * Takes up what the source has now: it looks at what is new, and forgets what is gone.
	 *
	 * @return whether it was of use: {@code false} when the source has gone over to another conversation
	 */
	boolean refresh() {
		Range range = source.range();
		if (range.conversation() != conversation) {
			return false;
		}
		first = range.first();
		last = range.last();
		matches.forgetBefore(first);
		goOn();
		return true;
	}

	/** Ends it without any further call. */
	void cancel() {
		cancelled = true;
	}

	private void goOn() {
		if (reading || cancelled) {
			return;
		}
		from = Math.max(from, first);
		to = Math.max(to, first);
		if (isDone()) {
			return;
		}
		boolean older = to > last || olderIsNext && from > first;
		olderIsNext = !older;
		reading = true;
		var block = older ? new Block(true, Math.max(first, from - BLOCK), from)
				: new Block(false, to, Math.min(last + 1, to + BLOCK));
		read(block, block.from);
	}

	private void read(Block block, long next) {
		source.read(next, (int) (block.to - next))
				.handleAsync((entries, failure) -> look(block, failure == null ? entries : List.of()), worker)
				.exceptionally(failure -> block.to)
				.thenAccept(readOn -> ui.execute(() -> took(block, readOn)));
	}

	/** Looks at some of a block's entries and gives the number to read on from: large ones come a few at a time. */
	private long look(Block block, List<Entry> entries) {
		for (Entry entry : entries) {
			if (cancelled || !block.older && block.found.size() >= MOST) {
				return block.to;
			}
			if (entry.number() < block.to) {
				look(block, entry);
			}
		}
		return entries.isEmpty() ? block.to : entries.getLast().number() + 1;
	}

	private void look(Block block, Entry entry) {
		String text = LogItem.text(entry, wording);
		int first = query.indexIn(text, 0);
		for (int at = first; at >= 0; at = query.indexIn(text, at + query.length())) {
			block.add(entry.number(), at, at + query.length());
		}
		if (first < 0 && isInRest(entry, text)) {
			block.add(entry.number(), 0, text.length());
		}
		Picture picture = entry.event() instanceof Said said ? said.picture() : null;
		if (picture != null && query.indexIn(Legible.text(picture.name()), 0) >= 0) {
			block.add(entry.number(), text.length(), text.length() + 1);
		}
	}

	/** Whether it is in what was said, but not in the part that is shown, or where a line is broken. */
	private boolean isInRest(Entry entry, String shown) {
		return entry.event() instanceof Said said && said.text().length() != shown.length()
				&& query.indexIn(Legible.text(said.text()), 0) >= 0;
	}

	private void took(Block block, long readOn) {
		if (cancelled) {
			return;
		}
		if (readOn < block.to) {
			read(block, readOn);
			return;
		}
		reading = false;
		if (block.older) {
			from = block.from;
		} else {
			to = block.to;
		}
		take(block);
		matches.forgetBefore(first);
		progressed.run();
		goOn();
	}

	private void take(Block block) {
		int count = block.found.size();
		for (int i = 0; i < count && !full; i++) {
			Selection match = block.found.get(block.older ? count - 1 - i : i);
			long number = match.start().number();
			if (block.older) {
				matches.addFirst(number, match.start().offset(), match.end().offset());
			} else {
				matches.addLast(number, match.start().offset(), match.end().offset());
			}
			full = matches.size() >= MOST;
		}
	}

	/** Entries that are read together, up to {@link #to}, exclusive. Used by one thread at a time. */
	private static final class Block {

		private final boolean older;
		private final long from;
		private final long to;
		private final Matches found = new Matches();

		Block(boolean older, long from, long to) {
			this.older = older;
			this.from = from;
			this.to = to;
		}

		void add(long number, int start, int end) {
			found.addLast(number, start, end);
			if (found.size() > MOST) {
				// Those of an older block are wanted from its end.
				found.removeFirst();
			}
		}
	}
}
