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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reading what a journal no longer holds in memory. */
class JournalPagingTest {

	private final MemorySpool spool = new MemorySpool();
	private final Journal journal = new Journal(Clock.systemUTC(), spool);

	@AfterEach
	void end() {
		spool.close();
	}

	private void append(int count) {
		for (int i = 0; i < count; i++) {
			journal.append(new Said(false, "", "a", null));
		}
	}

	private List<Long> read(long from, int count) throws Exception {
		return numbers(journal.read(from, count));
	}

	private static List<Long> numbers(CompletionStage<List<Entry>> stage) throws Exception {
		List<Entry> entries = stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
		return entries.stream().map(Entry::number).toList();
	}

	private static List<Long> range(long from, long to) {
		return LongStream.rangeClosed(from, to).boxed().toList();
	}

	@Test
	void entriesInMemoryAreReadAtOnce() throws Exception {
		append(10);
		assertTrue(journal.read(1, 10).toCompletableFuture().isDone());
		assertEquals(range(1, 10), read(1, 10));
		assertEquals(range(4, 6), read(4, 3));
		assertEquals(range(9, 10), read(9, 100));
		assertEquals(range(1, 3), read(-2, 6));
		assertEquals(List.of(), read(4, 0));
		assertEquals(List.of(), read(11, 5));
		assertEquals(1, journal.first());
		assertEquals(10, journal.last());
	}

	@Test
	void olderEntriesAreReadFromTheSpool() throws Exception {
		append(3 * Journal.MOST_ENTRIES);
		long inMemory = journal.after(0).getFirst().number();
		assertTrue(inMemory > 2 * Journal.MOST_ENTRIES);
		assertEquals(1, journal.first());
		assertEquals(range(1, 256), read(1, 256));
		assertEquals(range(1, journal.last()), read(0, 4 * Journal.MOST_ENTRIES));
		assertEquals(range(inMemory - 3, inMemory - 1), read(inMemory - 3, 3));
		assertEquals(range(inMemory - 3, inMemory), read(inMemory - 3, 4));
		assertEquals(range(inMemory, inMemory + 3), read(inMemory, 4));
		assertTrue(journal.read(inMemory, 4).toCompletableFuture().isDone());
	}

	@Test
	void aNewConversationClearsTheSpool() throws Exception {
		append(2 * Journal.MOST_ENTRIES);
		long first = journal.append(Phrase.CLIENT_ADMITTED, "10.0.0.1:1").number();
		assertEquals(first, journal.first());
		assertEquals(List.of(first), read(1, 3 * Journal.MOST_ENTRIES));
		append(2 * Journal.MOST_ENTRIES);
		assertEquals(first, journal.first());
		assertEquals(range(first, journal.last()), read(1, 5 * Journal.MOST_ENTRIES));
	}

	@Test
	void whatTheSpoolForgetsIsGone() throws Exception {
		append(3 * Journal.MOST_ENTRIES);
		spool.forgetBefore(1_000);
		assertEquals(1_000, journal.first());
		assertEquals(range(1_000, 1_009), read(990, 20));
		assertEquals(List.of(), read(1, 20));
		spool.forgetBefore(Long.MAX_VALUE);
		long inMemory = journal.after(0).getFirst().number();
		assertEquals(inMemory, journal.first());
		assertEquals(List.of(inMemory), read(inMemory - 5, 6));
	}

	@Test
	void whatIsForgottenWhileItIsReadLeavesNoGap() throws Exception {
		append(2 * Journal.MOST_ENTRIES);
		long inMemory = journal.after(0).getFirst().number();
		spool.delay();
		CompletionStage<List<Entry>> reading = journal.read(inMemory - 10, 20);
		assertFalse(reading.toCompletableFuture().isDone());
		spool.forgetBefore(Long.MAX_VALUE);
		spool.goOn();
		assertEquals(range(inMemory, inMemory + 9), numbers(reading));
	}

	@Test
	void aSpoolThatGivesFewerIsFollowedByNothing() throws Exception {
		append(2 * Journal.MOST_ENTRIES);
		spool.most = 3;
		long inMemory = journal.after(0).getFirst().number();
		assertEquals(range(inMemory - 5, inMemory - 3), read(inMemory - 5, 20));
		assertEquals(range(inMemory - 2, inMemory + 14), read(inMemory - 2, 17));
	}

	@Test
	void readingWhileOthersAppendShowsEveryEntryOnce() throws Exception {
		var random = new Random(7);
		var stopped = new AtomicBoolean();
		Thread appending = Thread.ofPlatform().daemon().start(() -> {
			for (int i = 0; i < 50 && !stopped.get(); i++) {
				append(1_000);
			}
		});
		try {
			while (appending.isAlive()) {
				long last = journal.last();
				long from = 1 + (last < 2 ? 0 : random.nextLong(last));
				// Often across the bound between the spool and the memory
				from = random.nextBoolean() ? from : Math.max(1, last - Journal.MOST_ENTRIES - random.nextInt(500));
				long to = Math.min(last, from + random.nextInt(600));
				assertEquals(range(from, to), read(from, (int) (to - from + 1)));
			}
		} finally {
			stopped.set(true);
			appending.join();
		}
		assertEquals(range(1, 50_000), read(1, 50_000));
	}

	/** Keeps entries in memory and reads them on a thread of its own. */
	private static final class MemorySpool implements EntrySpool {

		private final ExecutorService thread = Executors
				.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
		private final CompletableFuture<Void> gate = new CompletableFuture<>();
		private final List<Entry> entries = new ArrayList<>();
		volatile int most = Integer.MAX_VALUE;

		/** Lets no read go on. */
		void delay() {
			thread.execute(gate::join);
		}

		void goOn() {
			gate.complete(null);
		}

		synchronized void forgetBefore(long number) {
			entries.removeIf(entry -> entry.number() < number);
		}

		@Override
		public synchronized void write(List<Entry> more) {
			if (!entries.isEmpty()) {
				assertEquals(entries.getLast().number() + 1, more.getFirst().number());
			}
			entries.addAll(more);
		}

		@Override
		public synchronized long first() {
			return entries.isEmpty() ? Long.MAX_VALUE : entries.getFirst().number();
		}

		@Override
		public CompletionStage<List<Entry>> read(long from, int count) {
			return CompletableFuture.supplyAsync(() -> find(from, count), thread);
		}

		private synchronized List<Entry> find(long from, int count) {
			return entries.stream().filter(entry -> entry.number() >= from && entry.number() < from + count).limit(most)
					.toList();
		}

		@Override
		public synchronized void clear() {
			entries.clear();
		}

		@Override
		public void close() {
			goOn();
			thread.shutdown();
		}
	}
}
