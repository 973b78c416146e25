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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;

import org.junit.jupiter.api.Test;

import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Wording;

class PagesTest {

	private static final Wording ENGLISH = new Wording(Locale.ENGLISH);

	private final ListSource source = new ListSource();
	private final List<Long> arrived = new ArrayList<>();
	private final Pages pages = new Pages(source, PagesTest::shown, Runnable::run, arrived::add);

	@Test
	void entriesAreThereAsSoonAsTheyAreAdded() {
		for (int i = 1; i <= 3 * Pages.SIZE; i++) {
			source.say("message " + i);
			assertEquals(i, pages.get(i).number());
		}
		for (int i = 1; i <= 3 * Pages.SIZE; i++) {
			assertEquals(i, pages.get(i).number());
		}
		assertNull(pages.get(3 * Pages.SIZE + 1));
		assertEquals(List.of(), arrived);
	}

	@Test
	void whatHasToBeReadComesLaterAndOnceOnly() {
		fill(1000);
		source.beSlow();
		assertNull(pages.get(300));
		assertNull(pages.get(301));
		source.answer();
		assertEquals(List.of(256L), arrived);
		assertEquals(300, pages.get(300).number());
	}

	@Test
	void whatIsThereStaysThereWhileMoreIsRead() {
		fill(10);
		assertNotNull(pages.get(10));
		source.beSlow();
		fill(5);
		assertNull(pages.get(15));
		assertNotNull(pages.get(10));
		source.answer();
		assertNotNull(pages.get(15));
	}

	@Test
	void whatIsForgottenIsNotAskedForAgainAndAgain() {
		fill(100);
		source.forget(60);
		source.beSlow();
		assertNull(pages.get(5));
		source.answer();
		assertNull(pages.get(5));
		assertEquals(1, arrived.size());
		assertNotNull(pages.get(60));
	}

	@Test
	void aPageThatIsBeingReadIsWaitedForHoweverManyOthersAre() {
		fill(4 * Pages.MOST_PAGES * Pages.SIZE);
		source.beSlow();
		for (int i = 0; i < 3 * Pages.MOST_PAGES; i++) {
			assertNull(pages.get(1 + i * Pages.SIZE));
		}
		source.answer();
		assertEquals(3 * Pages.MOST_PAGES, arrived.size());
		assertEquals(Pages.MOST_PAGES, pages.count());
	}

	@Test
	void longTextsTakeLittleRoomWhenTheyHaveBeenRead() {
		String text = "x".repeat(100_000);
		for (int i = 0; i < 12 * Pages.SIZE; i++) {
			source.say(text);
		}
		for (int i = 1; i <= 12 * Pages.SIZE; i++) {
			assertNotNull(pages.get(i));
		}
		assertTrue(pages.characters() <= 4 << 20, () -> pages.characters() + " characters");
		assertNotNull(pages.get(1));
		source.beSlow();
		assertNotNull(pages.get(12 * Pages.SIZE - 1), "two pages of them are there together");
	}

	@Test
	void largePagesAreReadInPieces() {
		fill(Pages.SIZE);
		var most = new ArrayList<Integer>();
		var few = new Pages(new OverSource(source) {

			@Override
			public CompletionStage<List<Entry>> read(long from, int count) {
				most.add(count);
				return super.read(from, Math.min(count, 10));
			}
		}, PagesTest::shown, Runnable::run, arrived::add);
		assertNotNull(few.get(100));
		assertNotNull(few.get(3));
		assertEquals(13, most.size());
	}

	@Test
	void onlyWhatIsNewIsReadOfAPageThatGrows() {
		var counts = new ArrayList<Integer>();
		var counting = new Pages(new OverSource(source) {

			@Override
			public CompletionStage<List<Entry>> read(long from, int count) {
				counts.add(count);
				return super.read(from, count);
			}
		}, PagesTest::shown, Runnable::run, arrived::add);
		fill(10);
		assertNotNull(counting.get(10));
		fill(2);
		assertNotNull(counting.get(12));
		assertNotNull(counting.get(1));
		assertEquals(List.of(11, 2), counts);
	}

	private void fill(int count) {
		for (int i = 0; i < count; i++) {
			source.say("message");
		}
	}

	private static LogItem shown(Entry entry) {
		return LogItem.of(entry, ENGLISH);
	}
}
