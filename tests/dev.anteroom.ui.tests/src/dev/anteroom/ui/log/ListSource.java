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

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Event;
import dev.anteroom.chat.Journal.Range;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.Said;

/** Entries in a list, which may be told to come in late; the newest ones are at hand in any case. */
final class ListSource implements LogSource {

	private final List<Entry> entries = new ArrayList<>();
	private final List<Runnable> waiting = new ArrayList<>();
	private Instant time = Instant.parse("2026-11-21T10:00:00Z");
	private long conversation = 1;
	private long first = 1;
	private int atHand = 4_000;
	private boolean slow;

	/** From now on {@link #read} is answered by {@link #answer()} only. */
	void beSlow() {
		slow = true;
	}

	/** How many of the newest entries are at hand from now on. */
	void keepAtHand(int count) {
		atHand = count;
	}

	/** Answers what was asked for. */
	void answer() {
		List.copyOf(waiting).forEach(Runnable::run);
		waiting.clear();
	}

	/** How many readings wait for an answer. */
	int waiting() {
		return waiting.size();
	}

	Entry add(Event event) {
		time = time.plusSeconds(7);
		var entry = new Entry(entries.size() + 1, time, event);
		entries.add(entry);
		return entry;
	}

	Entry say(String text) {
		return add(new Said(false, "Client(10.0.0.7)", text, null));
	}

	Entry answer(String text) {
		return add(new Said(true, "Server(10.0.0.1)", text, null));
	}

	Entry show(Picture picture) {
		return add(new Said(false, "Client(10.0.0.7)", "", picture));
	}

	void pass(long seconds) {
		time = time.plusSeconds(seconds);
	}

	/** Everything before {@code number} is forgotten. */
	void forget(long number) {
		first = number;
	}

	/** Another conversation begins with the next entry. */
	void beginAnew() {
		first = entries.size() + 1;
		conversation = first;
	}

	/** The number of the newest entry. */
	long last() {
		return entries.size();
	}

	@Override
	public Range range() {
		return new Range(conversation, first, entries.size());
	}

	@Override
	public CompletionStage<List<Entry>> read(long from, int count) {
		int start = (int) Math.max(from, first) - 1;
		int end = (int) Math.min(from + count - 1, entries.size());
		List<Entry> found = start < end ? List.copyOf(entries.subList(start, end)) : List.of();
		var reading = new CompletableFuture<List<Entry>>();
		if (slow) {
			waiting.add(() -> reading.complete(found));
		} else {
			reading.complete(found);
		}
		return reading;
	}

	@Override
	public List<Entry> atHand(long from) {
		long start = Math.max(Math.max(from, first), entries.size() - atHand + 1);
		return start > entries.size() ? List.of() : List.copyOf(entries.subList((int) start - 1, entries.size()));
	}
}
