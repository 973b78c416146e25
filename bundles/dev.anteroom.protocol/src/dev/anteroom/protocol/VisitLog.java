/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.protocol;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import io.netty.util.concurrent.EventExecutor;

import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;

/**
 * What the log says of those who come and go. One that joins, talks and leaves, again and again, must not push out of it
 * what is said in the conversation; beyond what an address, and all of them, may have told in a minute there is one line a
 * minute that says how much was left out. On the event loop only.
 */
public final class VisitLog {

	static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
	/** In a minute, and at once: all that a hundred clients behind one address do. */
	static final int LINES = 500;
	/** As many; more than is kept of one client, with its longest frame. */
	static final int CHARACTERS = 2 << 20;
	private static final int ALL_LINES = 5_000;
	private static final int ALL_CHARACTERS = 8 << 20;
	/** Beyond so many addresses in a minute, only what all of them have counts. */
	private static final int MOST_ADDRESSES = 1_000;

	private final EventExecutor loop;
	private final Journal journal;
	private final Phrase leftOut;
	private final LongSupplier nanos;
	private final LogBudget all;
	private final Map<InetAddress, LogBudget> each = new HashMap<>();
	private long lines;
	private long characters;

	/** @param leftOut says how many lines with how many characters were left out */
	public VisitLog(EventExecutor loop, Journal journal, Phrase leftOut) {
		this(loop, journal, leftOut, System::nanoTime);
	}

	/** @param nanos as {@link System#nanoTime()} */
	VisitLog(EventExecutor loop, Journal journal, Phrase leftOut, LongSupplier nanos) {
		this.loop = loop;
		this.journal = journal;
		this.leftOut = leftOut;
		this.nanos = nanos;
		this.all = new LogBudget(ALL_LINES, ALL_CHARACTERS, MINUTE, nanos.getAsLong());
	}

	/** Appends {@code notice}, about somebody at {@code ip}, or counts it. */
	public void tell(InetAddress ip, Notice notice) {
		int length = notice.arguments().stream().mapToInt(String::length).sum();
		long now = nanos.getAsLong();
		LogBudget own = own(ip, now);
		if (own.has(length, now) && all.has(length, now)) {
			own.take(length);
			if (own != all) {
				all.take(length);
			}
			journal.append(notice);
			return;
		}
		if (lines == 0) {
			loop.schedule(this::tellLeftOut, MINUTE, TimeUnit.NANOSECONDS);
		}
		lines++;
		characters += length;
	}

	/** Tells how much was left out since that was told, if anything was. */
	public void tellLeftOut() {
		if (lines > 0) {
			journal.append(leftOut, lines, characters);
			lines = 0;
			characters = 0;
		}
	}

	private LogBudget own(InetAddress ip, long now) {
		LogBudget own = each.get(ip);
		if (own != null) {
			return own;
		}
		if (each.size() >= MOST_ADDRESSES) {
			each.values().removeIf(budget -> budget.isWhole(now));
			if (each.size() >= MOST_ADDRESSES) {
				return all;
			}
		}
		own = new LogBudget(LINES, CHARACTERS, MINUTE, now);
		each.put(ip, own);
		return own;
	}
}
