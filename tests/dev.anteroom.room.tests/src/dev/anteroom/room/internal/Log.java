/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.room.internal;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import dev.anteroom.chat.Event;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Said;

/** Remembers all of a journal and waits for what is to come. */
final class Log {

	private final List<Event> events = new ArrayList<>();

	Log(Journal journal) {
		journal.addListener(entry -> {
			synchronized (this) {
				events.add(entry.event());
				notifyAll();
			}
		});
	}

	synchronized List<Said> said() {
		return events.stream().filter(Said.class::isInstance).map(Said.class::cast).toList();
	}

	synchronized List<Notice> notices() {
		return events.stream().filter(Notice.class::isInstance).map(Notice.class::cast).toList();
	}

	synchronized long count(Phrase phrase) {
		return events.stream().filter(event -> event instanceof Notice notice && notice.phrase() == phrase).count();
	}

	/** Waits for {@code count} notices of {@code phrase} and gives the last. */
	Notice await(Phrase phrase, int count) {
		return (Notice) await(event -> event instanceof Notice notice && notice.phrase() == phrase, count);
	}

	Notice await(Phrase phrase) {
		return await(phrase, 1);
	}

	/** Waits for the {@code count}th thing said. */
	Said awaitSaid(int count) {
		return (Said) await(Said.class::isInstance, count);
	}

	/** Waits until {@code wanted} is true of all notices so far. */
	synchronized void await(Predicate<List<Notice>> wanted) {
		long end = end();
		while (!wanted.test(notices())) {
			waitUntil(end);
		}
	}

	private synchronized Event await(Predicate<Event> wanted, int count) {
		long end = end();
		while (true) {
			List<Event> found = events.stream().filter(wanted).toList();
			if (found.size() >= count) {
				return found.get(count - 1);
			}
			waitUntil(end);
		}
	}

	private static long end() {
		return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(RawGuest.PATIENCE);
	}

	/** Waits for another event; fails after {@code end}. */
	private void waitUntil(long end) {
		long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
		if (left <= 0) {
			String all = events.toString();
			fail("Not in the journal: " + all.substring(0, Math.min(all.length(), 2_000)));
		}
		try {
			wait(left);
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}
}
