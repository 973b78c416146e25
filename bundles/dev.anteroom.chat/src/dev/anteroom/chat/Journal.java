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

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Everything that happened in one role, numbered in order. The entries of the present conversation can be read, so that
 * a view can be opened late and show any of them: the last of them, no more than a bound, from memory, and those before
 * from a spool as long as it keeps them. What must be kept for ever is for a listener.
 * <p>
 * A view registers, and from then on, whenever it is told of something new, reads what it wants to show of the entries
 * of its {@link #range()}. So nothing is lost or shown twice, and a slow view costs nothing.
 */
public final class Journal {

	/** How many entries are held in memory at the most. */
	public static final int MOST_ENTRIES = 4_000;
	/** How many characters of text are held in memory at the most, unless one entry has more. */
	public static final long MOST_CHARACTERS = 4L << 20;

	/** How many entries go to the spool together, unless they are long. */
	private static final int PAGE_ENTRIES = 250;
	private static final int PAGE_CHARACTERS = 64 << 10;
	private static final System.Logger LOG = System.getLogger(Journal.class.getName());

	private final Clock clock;
	private final EntrySpool spool;
	private final ArrayDeque<Entry> entries = new ArrayDeque<>();
	private final List<JournalListener> listeners = new CopyOnWriteArrayList<>();
	private long last;
	private long characters;
	/** The number of the first entry of the present conversation. */
	private long conversation = 1;

	/**
	 * @param clock stamps the entries
	 * @param spool keeps what is no longer held in memory; for this journal alone, and not closed by it
	 */
	public Journal(Clock clock, EntrySpool spool) {
		this.clock = clock;
		this.spool = spool;
	}

	/** A journal that forgets what it no longer holds in memory. */
	public Journal(Clock clock) {
		this(clock, EntrySpool.NONE);
	}

	/** A journal stamped by the system's clock that forgets what it no longer holds in memory. */
	public Journal() {
		this(Clock.systemUTC());
	}

	/** Adds {@code event} and tells the listeners before it returns. */
	public synchronized Entry append(Event event) {
		var entry = new Entry(++last, clock.instant(), event);
		if (event instanceof Notice notice && notice.phrase().beginsConversation()) {
			entries.clear();
			characters = 0;
			conversation = entry.number();
			spool.clear();
		}
		entries.add(entry);
		characters += entry.characters();
		if (isOverBound()) {
			spool.write(removePage());
		}
		for (JournalListener listener : listeners) {
			try {
				listener.appended(entry);
			} catch (RuntimeException | Error e) {
				LOG.log(Level.ERROR, "A listener of the journal failed", e);
			}
		}
		return entry;
	}

	/** Adds {@link Notice#of(Phrase, Object...)}. */
	public Entry append(Phrase phrase, Object... arguments) {
		return append(Notice.of(phrase, arguments));
	}

	/**
	 * The entries in memory with a number greater than {@code number}, in order. If the first of them has not the
	 * number that follows, what lay between must be {@linkplain #read(long, int) read}, or a new conversation began.
	 */
	public synchronized List<Entry> after(long number) {
		return number >= last ? List.of() : inMemory(number + 1, last + 1);
	}

	/**
	 * The number of the first entry of the present conversation that can still be read; one more than {@link #last()}
	 * when there is none.
	 */
	public synchronized long first() {
		return Math.min(firstInMemory(), spool.first());
	}

	/** The number of the newest entry, 0 before the first. */
	public synchronized long last() {
		return last;
	}

	/** What can be read of the present conversation at this moment. */
	public synchronized Range range() {
		return new Range(conversation, first(), last);
	}

	/**
	 * The entries of the present conversation with the numbers {@code from} to {@code from + count - 1}, as far as they
	 * are there, in order and without gaps. Those before {@link #first()} are not. When they are very large they are
	 * fewer, the first of them: then the rest is to be read after them.
	 *
	 * @param count at least 0
	 * @return done already if all of them are in memory, else completes on the spool's thread; never fails
	 */
	public synchronized CompletionStage<List<Entry>> read(long from, int count) {
		long end = Math.min(last + 1, from + count);
		long firstInMemory = firstInMemory();
		List<Entry> newer = inMemory(from, end);
		if (from >= firstInMemory || spool.first() >= Math.min(end, firstInMemory)) {
			return CompletableFuture.completedStage(newer);
		}
		int older = (int) (Math.min(end, firstInMemory) - from);
		return spool.read(from, older).thenApply(read -> joined(read, newer));
	}

	private static List<Entry> joined(List<Entry> older, List<Entry> newer) {
		if (older.isEmpty() || newer.isEmpty()) {
			return older.isEmpty() ? newer : older;
		}
		if (older.getLast().number() + 1 != newer.getFirst().number()) {
			return older;
		}
		var all = new ArrayList<Entry>(older.size() + newer.size());
		all.addAll(older);
		all.addAll(newer);
		return all;
	}

	private long firstInMemory() {
		return entries.isEmpty() ? last + 1 : entries.getFirst().number();
	}

	/** Those of the entries in memory whose number is at least {@code from} and less than {@code end}. */
	private List<Entry> inMemory(long from, long end) {
		long skipped = Math.max(0, from - firstInMemory());
		return entries.stream().skip(skipped).takeWhile(entry -> entry.number() < end).toList();
	}

	private boolean isOverBound() {
		return entries.size() > MOST_ENTRIES || characters > MOST_CHARACTERS && entries.size() > 1;
	}

	/** Takes the oldest entries out of memory, as many as are well written at once. */
	private List<Entry> removePage() {
		var page = new ArrayList<Entry>(PAGE_ENTRIES);
		long removed = 0;
		while (isOverBound() || entries.size() > 1 && page.size() < PAGE_ENTRIES && removed < PAGE_CHARACTERS) {
			Entry oldest = entries.remove();
			page.add(oldest);
			removed += oldest.characters();
			characters -= oldest.characters();
		}
		return page;
	}

	/**
	 * Done when the entries appended until now outlive this process, however it ends: when every listener that keeps
	 * entries has written them, or has told here that it can't.
	 *
	 * @return completes on any thread, often a listener's own; never fails
	 */
	public CompletionStage<Void> kept() {
		return CompletableFuture.allOf(listeners.stream().map(Journal::kept).filter(kept -> !kept.isDone())
				.toArray(CompletableFuture[]::new));
	}

	/** A listener that fails keeps nothing, and nobody is to wait for it. */
	private static CompletableFuture<Void> kept(JournalListener listener) {
		try {
			return listener.kept().toCompletableFuture();
		} catch (RuntimeException | Error e) {
			LOG.log(Level.ERROR, "A listener of the journal failed", e);
			return CompletableFuture.completedFuture(null);
		}
	}

	/** Calls {@code listener} for every entry from now on, until the registration is closed. */
	public Registration addListener(JournalListener listener) {
		listeners.add(listener);
		return () -> listeners.remove(listener);
	}

	/**
	 * What can be read of a conversation at one moment.
	 *
	 * @param conversation a number that no other conversation of the journal has
	 * @param first        the number of the first entry; one more than {@code last} when there is none
	 * @param last         the number of the newest entry
	 */
	public record Range(long conversation, long first, long last) {
	}
}
