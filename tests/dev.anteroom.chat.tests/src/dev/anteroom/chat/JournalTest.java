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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

class JournalTest {

	private static final Instant NOW = Instant.parse("2026-03-01T10:20:30Z");

	private final Journal journal = new Journal(Clock.fixed(NOW, ZoneOffset.UTC));

	private static Said said(String text) {
		return new Said(false, "", text, null);
	}

	private List<Long> numbersAfter(long number) {
		return journal.after(number).stream().map(Entry::number).toList();
	}

	@Test
	void entriesAreNumberedAndStamped() {
		assertEquals(new Entry(1, NOW, said("a")), journal.append(said("a")));
		assertEquals(2, journal.append(Phrase.CUT_OFF).number());
		assertEquals(List.of(1L, 2L), numbersAfter(0));
		assertEquals(List.of(2L), numbersAfter(1));
		assertEquals(List.of(), numbersAfter(2));
		assertEquals(List.of(), numbersAfter(99));
	}

	@Test
	void nobodyWaitsForAListenerThatCannotSayWhatItKeeps() {
		var other = new CompletableFuture<Void>();
		journal.addListener(new Keeper(() -> {
			throw new IllegalStateException("broken");
		}));
		journal.addListener(new Keeper(() -> null));
		assertTrue(journal.kept().toCompletableFuture().isDone());
		journal.addListener(new Keeper(() -> other));
		var kept = journal.kept().toCompletableFuture();
		assertFalse(kept.isDone());
		other.complete(null);
		assertTrue(kept.isDone());
		assertFalse(kept.isCompletedExceptionally());
	}

	/** A listener that does nothing but to say what it keeps. */
	private record Keeper(Supplier<CompletionStage<Void>> keeping) implements JournalListener {

		@Override
		public void appended(Entry entry) {
			// Not of interest.
		}

		@Override
		public CompletionStage<Void> kept() {
			return keeping.get();
		}
	}

	@Test
	void anEmptyJournalHasNothing() {
		assertEquals(List.of(), journal.after(0));
		assertEquals(1, journal.first());
		assertEquals(0, journal.last());
	}

	@Test
	void aNewConversationForgetsTheOneBefore() {
		journal.append(said("a"));
		journal.append(Phrase.CLIENT_ADMITTED, "10.0.0.1:1");
		journal.append(said("b"));
		assertEquals(2, journal.first());
		assertEquals(List.of(2L, 3L), numbersAfter(0));
	}

	@Test
	void theRangeTellsOneConversationFromTheNext() {
		assertEquals(new Journal.Range(1, 1, 0), journal.range());
		journal.append(said("a"));
		assertEquals(new Journal.Range(1, 1, 1), journal.range());
		journal.append(Phrase.CLIENT_ADMITTED, "10.0.0.1:1");
		assertEquals(new Journal.Range(2, 2, 2), journal.range());
		for (int i = 0; i < Journal.MOST_ENTRIES; i++) {
			journal.append(said("b"));
		}
		assertEquals(2, journal.range().conversation());
		assertEquals(journal.first(), journal.range().first());
		assertTrue(journal.range().first() > 2, "the first ones are forgotten, in the same conversation");
	}

	@Test
	void onlySoManyEntriesAreInMemory() {
		for (int i = 1; i <= Journal.MOST_ENTRIES; i++) {
			journal.append(said("a"));
		}
		assertEquals(1, journal.first());
		assertEquals(Journal.MOST_ENTRIES, journal.after(0).size());
		long last = journal.append(said("a")).number();
		int left = journal.after(0).size();
		assertTrue(left <= Journal.MOST_ENTRIES && left > Journal.MOST_ENTRIES * 9 / 10, left + " entries");
		assertEquals(last - left + 1, journal.first());
		assertEquals(last, journal.last());
	}

	@Test
	void onlySoMuchTextIsInMemoryButAlwaysTheLast() {
		String megabyte = "x".repeat(1 << 20);
		for (int i = 0; i < 10; i++) {
			journal.append(said(megabyte));
		}
		assertEquals(4, journal.after(0).size());
		journal.append(said(megabyte.repeat(5)));
		assertEquals(List.of(11L), numbersAfter(0));
		journal.append(said("small"));
		assertEquals(List.of(12L), numbersAfter(0));
	}

	@Test
	void listenersHearOfEachEntryUntilTheyAreClosed() {
		var heard = new ArrayList<Long>();
		journal.append(said("before"));
		Registration registration = journal.addListener(entry -> heard.add(entry.number()));
		journal.append(said("a"));
		journal.append(said("b"));
		registration.close();
		registration.close();
		journal.append(said("c"));
		assertEquals(List.of(2L, 3L), heard);
	}

	@Test
	void manyThreadsAppendInOneOrder() throws InterruptedException {
		var heard = new ArrayList<Long>();
		journal.addListener(entry -> heard.add(entry.number()));
		var done = new CountDownLatch(4);
		for (int thread = 0; thread < 4; thread++) {
			Thread.ofPlatform().daemon().start(() -> {
				for (int i = 0; i < 500; i++) {
					journal.append(said("x"));
				}
				done.countDown();
			});
		}
		assertTrue(done.await(10, TimeUnit.SECONDS));
		assertEquals(numbersAfter(0), heard);
		assertEquals(2_000, heard.size());
	}
}
