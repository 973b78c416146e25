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
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Everything that happened in one role, numbered in order. It remembers the entries of the present conversation, so
 * that a view can be opened late, and no more than a bound of them; what must be kept for ever is for a listener.
 * <p>
 * A view registers, reads {@link #after(long) after(0)}, and from then on, whenever it is told of something new, reads
 * what comes after the last entry it has seen. So nothing is lost or shown twice, and a slow view costs nothing.
 */
public final class Journal {

	/** How many entries are remembered at the most. */
	public static final int MOST_ENTRIES = 10_000;
	/** How many characters of text are remembered at the most. */
	public static final long MOST_CHARACTERS = 16L << 20;

	private static final System.Logger LOG = System.getLogger(Journal.class.getName());

	private final Clock clock;
	private final ArrayDeque<Entry> entries = new ArrayDeque<>();
	private final List<JournalListener> listeners = new CopyOnWriteArrayList<>();
	private long last;
	private long characters;

	/** @param clock stamps the entries */
	public Journal(Clock clock) {
		this.clock = clock;
	}

	/** A journal stamped by the system's clock. */
	public Journal() {
		this(Clock.systemUTC());
	}

	/** Adds {@code event} and tells the listeners before it returns. */
	public synchronized Entry append(Event event) {
		var entry = new Entry(++last, clock.instant(), event);
		if (event instanceof Notice notice && notice.phrase().beginsConversation()) {
			entries.clear();
			characters = 0;
		}
		entries.add(entry);
		characters += entry.characters();
		while (entries.size() > MOST_ENTRIES || characters > MOST_CHARACTERS && entries.size() > 1) {
			characters -= entries.remove().characters();
		}
		for (JournalListener listener : listeners) {
			try {
				listener.appended(entry);
			} catch (RuntimeException e) {
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
	 * The remembered entries with a number greater than {@code number}, in order. If the first of them has not the
	 * number that follows, what lay between is forgotten: a new conversation began, or the bound was reached.
	 */
	public synchronized List<Entry> after(long number) {
		if (number >= last) {
			return List.of();
		}
		var found = new ArrayList<Entry>((int) Math.min(entries.size(), last - number));
		for (var newest = entries.descendingIterator(); newest.hasNext();) {
			Entry entry = newest.next();
			if (entry.number() <= number) {
				break;
			}
			found.add(entry);
		}
		return found.reversed();
	}

	/** The number of the first entry still remembered; one more than the last number when there is none. */
	public synchronized long first() {
		return entries.isEmpty() ? last + 1 : entries.getFirst().number();
	}

	/** Calls {@code listener} for every entry from now on, until the registration is closed. */
	public Registration addListener(JournalListener listener) {
		listeners.add(listener);
		return () -> listeners.remove(listener);
	}
}
