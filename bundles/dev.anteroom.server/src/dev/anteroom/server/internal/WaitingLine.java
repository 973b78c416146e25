/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.server.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/**
 * Who waits, first come first served. Each stay has a ticket, a number greater than all before it, and ends exactly
 * once: by {@link #leave} or by {@link #next}. Everything takes O(log n) for n in line; it knows no sockets and no
 * clock, and is for one thread at a time.
 * <p>
 * Places are counted by a Fenwick tree (P. Fenwick, <cite>A New Data Structure for Cumulative Frequency Tables</cite>,
 * 1994) over slots handed out in order; when they are used up, those still in line move to the first ones.
 */
final class WaitingLine<T> {

	private static final int LEAST_SLOTS = 64;

	private record Stay<T>(T who, int slot) {
	}

	private final TreeMap<Long, Stay<T>> stays = new TreeMap<>();
	private long lastTicket;
	private int[] counts = new int[LEAST_SLOTS + 1];
	private int usedSlots;

	/** Puts {@code who} at the end and gives their ticket. */
	long join(T who) {
		if (usedSlots == counts.length - 1) {
			renumber();
		}
		stays.put(++lastTicket, new Stay<>(who, ++usedSlots));
		add(usedSlots, 1);
		return lastTicket;
	}

	/** Takes the holder of {@code ticket} out of the line; {@code false} if that stay is over already. */
	boolean leave(long ticket) {
		Stay<T> stay = stays.remove(ticket);
		if (stay == null) {
			return false;
		}
		add(stay.slot, -1);
		return true;
	}

	/** Takes the first out of the line; {@code null} when there is nobody. */
	T next() {
		Map.Entry<Long, Stay<T>> first = stays.pollFirstEntry();
		if (first == null) {
			return null;
		}
		add(first.getValue().slot, -1);
		return first.getValue().who;
	}

	/** The holder of {@code ticket}; {@code null} if that stay is over. */
	T get(long ticket) {
		Stay<T> stay = stays.get(ticket);
		return stay == null ? null : stay.who;
	}

	/**
	 * The place of the holder of {@code ticket}, 1 for the first.
	 *
	 * @throws NoSuchElementException if that stay is over
	 */
	int placeOf(long ticket) {
		Stay<T> stay = stays.get(ticket);
		if (stay == null) {
			throw new NoSuchElementException("No ticket " + ticket);
		}
		int place = 0;
		for (int slot = stay.slot; slot > 0; slot -= slot & -slot) {
			place += counts[slot];
		}
		return place;
	}

	int size() {
		return stays.size();
	}

	boolean isEmpty() {
		return stays.isEmpty();
	}

	/** Those in line, in order. */
	List<T> inOrder() {
		return after(0, size());
	}

	/** The first {@code most} of those who came after the holder of {@code ticket}, in order; 0 is before everybody. */
	List<T> after(long ticket, int most) {
		var found = new ArrayList<T>(Math.min(most, size()));
		for (Stay<T> stay : stays.tailMap(ticket, false).values()) {
			if (found.size() == most) {
				break;
			}
			found.add(stay.who);
		}
		return found;
	}

	private void add(int from, int change) {
		for (int slot = from; slot < counts.length; slot += slot & -slot) {
			counts[slot] += change;
		}
	}

	private void renumber() {
		counts = new int[Math.max(LEAST_SLOTS, 2 * size()) + 1];
		usedSlots = 0;
		for (Map.Entry<Long, Stay<T>> entry : stays.entrySet()) {
			entry.setValue(new Stay<>(entry.getValue().who, ++usedSlots));
			add(usedSlots, 1);
		}
	}
}
