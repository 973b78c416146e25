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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.junit.jupiter.api.Test;

import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Journal.Range;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.chat.Said;
import dev.anteroom.chat.Wording;

class FinderTest {

	private final ListSource source = new ListSource();
	/** Both the UI thread and the other ones. */
	private final Queue<Runnable> tasks = new ArrayDeque<>();
	private final List<Long> shown = new ArrayList<>();
	private int changes;
	private final Finder finder = finder(source);

	@Test
	void theFirstMatchFromThePlaceOnIsShown() {
		say("a", "x", "a", "x", "a");
		find("x", 3);
		assertEquals(List.of(4L), shown);
		assertEquals(2, finder.place());
		assertEquals(2, finder.count());
		assertFalse(finder.isSearching());
	}

	@Test
	void elseTheLastBeforeIt() {
		say("x", "x", "a", "a");
		find("x", 3);
		assertEquals(List.of(2L), shown);
		find("x", 5);
		assertEquals(List.of(2L, 2L), shown);
	}

	@Test
	void matchesAreGoneThroughInOrderRoundAndRound() {
		say("x", "a", "x and x", "x");
		find("x", 1);
		assertFound(1, 0);
		finder.next();
		assertFound(3, 0);
		finder.next();
		assertFound(3, 6);
		assertEquals(3, finder.place());
		finder.next();
		assertFound(4, 0);
		finder.next();
		assertFound(1, 0);
		finder.previous();
		assertFound(4, 0);
		finder.previous();
		assertFound(3, 6);
	}

	@Test
	void theOnlyMatchIsShownAgain() {
		say("a", "x");
		find("x", 1);
		finder.next();
		finder.previous();
		assertEquals(List.of(2L, 2L, 2L), shown);
	}

	@Test
	void nothingIsShownWhereNothingIs() {
		say("a", "b");
		find("x", 1);
		finder.next();
		assertEquals(0, finder.count());
		assertFalse(finder.isSearching());
		assertTrue(shown.isEmpty());
		find("", 1);
		finder.next();
		assertTrue(tasks.isEmpty());
		assertFalse(finder.isSearching());
	}

	@Test
	void anEmptyLogHasNoMatches() {
		find("x", 1);
		assertEquals(0, finder.count());
		assertFalse(finder.isSearching());
	}

	@Test
	void everyBlockIsSearchedAndInOrder() {
		for (int i = 1; i <= 5 * Search.BLOCK + 7; i++) {
			source.say(i % 10 == 0 ? "x" : "a");
		}
		find("x", 2 * Search.BLOCK);
		assertEquals(5 * Search.BLOCK / 10, finder.count());
		assertEquals(2 * Search.BLOCK / 10, finder.place());
		finder.next();
		assertFound(2 * Search.BLOCK + 10, 0);
		for (int i = 0; i < finder.count(); i++) {
			finder.next();
		}
		assertFound(2 * Search.BLOCK + 10, 0);
	}

	@Test
	void whatIsNearIsShownBeforeAllIsRead() {
		for (int i = 1; i <= 10 * Search.BLOCK; i++) {
			source.say(i == 9_990 || i == 5 ? "x" : "a");
		}
		finder.find(new Query("x", false), new Position(source.last() + 1, 0), true);
		while (shown.isEmpty()) {
			tasks.remove().run();
		}
		assertFound(9_990, 0);
		assertTrue(finder.isSearching());
		// The one after it is known when everything was read
		finder.next();
		assertFound(9_990, 0);
		run();
		assertFound(5, 0);
	}

	@Test
	void whoIsQuickerThanTheSearchIsShownTheNearestMatch() {
		say("x", "a", "x", "a");
		source.beSlow();
		finder.find(new Query("x", false), new Position(5, 0), true);
		finder.next();
		assertTrue(finder.isSearching());
		while (finder.isSearching()) {
			source.answer();
			run();
		}
		assertEquals(List.of(3L), shown);
	}

	@Test
	void aSearchThatIsReplacedTellsNothing() {
		say("x", "y");
		source.beSlow();
		finder.find(new Query("x", false), new Position(1, 0), true);
		finder.find(new Query("y", false), new Position(1, 0), true);
		source.answer();
		run();
		assertEquals(List.of(2L), shown);
		finder.find(new Query("x", false), new Position(1, 0), true);
		int before = changes;
		finder.stop();
		source.answer();
		run();
		assertEquals(List.of(2L), shown);
		assertEquals(before, changes);
		assertEquals(0, finder.count());
	}

	@Test
	void whatIsSaidMeanwhileIsSearchedButNotGoneTo() {
		say("x");
		find("x", 1);
		say("x", "a", "x");
		finder.refresh();
		run();
		assertEquals(3, finder.count());
		assertEquals(1, finder.place());
		assertEquals(List.of(1L), shown);
		finder.previous();
		assertFound(4, 0);
		find("y", 1);
		say("y");
		finder.refresh();
		run();
		assertEquals(1, finder.count());
		assertNull(finder.found());
		finder.next();
		assertFound(5, 0);
	}

	@Test
	void whatIsForgottenIsNoMatchAnyMore() {
		say("x", "x", "x", "x");
		find("x", 1);
		source.forget(3);
		finder.refresh();
		run();
		assertEquals(2, finder.count());
		assertEquals(0, finder.place());
		finder.next();
		assertFound(3, 0);
		finder.previous();
		assertFound(4, 0);
	}

	@Test
	void whatIsForgottenWhileItIsReadDoesNoHarm() {
		for (int i = 0; i < 3 * Search.BLOCK; i++) {
			source.say("x");
		}
		source.beSlow();
		finder.find(new Query("x", false), new Position(1, 0), true);
		source.forget(2 * Search.BLOCK + 1);
		finder.refresh();
		while (finder.isSearching()) {
			source.answer();
			run();
		}
		assertEquals(Search.BLOCK, finder.count());
	}

	@Test
	void anotherConversationIsSearchedAnew() {
		say("x", "x");
		find("x", 1);
		source.beginAnew();
		say("a", "x");
		finder.refresh();
		run();
		assertNull(finder.found());
		assertEquals(1, finder.count());
		assertEquals(List.of(1L), shown);
		finder.next();
		assertFound(4, 0);
	}

	@Test
	void textsOfNoticesAndNamesOfPicturesAreFound() {
		source.add(Notice.of(Phrase.PORT_IN_USE, 10000));
		var picture = new Picture(Path.of("any"), "Holiday.png", 5, PictureFormat.PNG);
		source.add(new Said(true, "Server(10.0.0.1)", "look", picture));
		find("10000", 1);
		assertEquals(1, finder.found().start().number());
		find("holiday", 1);
		assertEquals(new Selection(new Position(2, 4), new Position(2, 5)), finder.found());
		find("server(", 1);
		assertEquals(0, finder.count());
	}

	@Test
	void whatIsNotShownOfALongMessageIsFoundToo() {
		String end = "y".repeat(Excerpt.MOST_CHARACTERS) + " needle";
		source.say(end);
		source.say("needle " + end);
		source.say("y".repeat(997) + "needle" + "y".repeat(500));
		find("needle", 1);
		assertEquals(3, finder.count());
		Selection whole = finder.found();
		assertEquals(1, whole.start().number());
		assertEquals(0, whole.start().offset());
		assertTrue(whole.end().offset() > Excerpt.MOST_CHARACTERS, "the message as a whole");
		finder.next();
		assertEquals(new Selection(new Position(2, 0), new Position(2, 6)), finder.found());
		finder.next();
		assertEquals(3, finder.found().start().number());
		find("no such thing", 1);
		assertEquals(0, finder.count());
	}

	@Test
	void thereIsABoundToWhatIsFound() {
		for (int i = 0; i < 3 * Search.BLOCK; i++) {
			source.say("xxxxxxxxxx");
		}
		find("x", source.last() + 1);
		assertEquals(Search.MOST, finder.count());
		assertTrue(finder.isFull());
		assertFalse(finder.isSearching());
		assertFound(3 * Search.BLOCK, 9);
		finder.next();
		assertFound(2 * Search.BLOCK + 1, 0);
	}

	@Test
	void veryLargeEntriesComeAFewAtATime() {
		for (int i = 1; i <= 20; i++) {
			source.say("x" + i);
		}
		Finder few = finder(new OverSource(source) {

			@Override
			public CompletionStage<List<Entry>> read(long from, int count) {
				return source.read(from, Math.min(count, 3));
			}
		});
		few.find(new Query("x", false), new Position(11, 0), true);
		run();
		assertEquals(20, few.count());
		for (int i = 11; i <= 20; i++) {
			assertEquals(i, few.found().start().number());
			few.next();
		}
		assertEquals(1, few.found().start().number());
	}

	@Test
	void whatCannotBeReadIsPassedOver() {
		for (int i = 1; i <= 3 * Search.BLOCK; i++) {
			source.say("x");
		}
		Finder broken = finder(new OverSource(source) {

			@Override
			public CompletionStage<List<Entry>> read(long from, int count) {
				return from == Search.BLOCK + 1 ? CompletableFuture.failedStage(new IllegalStateException())
						: source.read(from, count);
			}
		});
		broken.find(new Query("x", false), new Position(1, 0), true);
		run();
		assertFalse(broken.isSearching());
		assertEquals(2 * Search.BLOCK, broken.count());
	}

	@Test
	void aMillionEntriesAreSearchedABlockAtATime() {
		var million = new Endless(1_000_000);
		Finder finder = finder(million);
		finder.find(new Query("NEEDLE", false), new Position(500_000, 0), true);
		run();
		assertEquals(100, finder.count());
		assertEquals(50, finder.place());
		assertEquals(1_000_000, million.given);
		assertTrue(million.most <= Search.BLOCK);
		assertEquals(1, million.mostAtOnce);
	}

	private Finder finder(LogSource from) {
		return new Finder(from, new Wording(Locale.ENGLISH), tasks::add, tasks::add, () -> changes++,
				match -> shown.add(match.start().number()));
	}

	private void say(String... texts) {
		for (String text : texts) {
			source.say(text);
		}
	}

	private void find(String text, long number) {
		finder.find(new Query(text, false), new Position(number, 0), true);
		run();
	}

	private void run() {
		while (!tasks.isEmpty()) {
			tasks.remove().run();
		}
	}

	private void assertFound(long number, int offset) {
		assertEquals(new Position(number, offset), finder.found().start());
	}

	/** Makes its entries when they are asked for; every ten thousandth has a needle. */
	private static final class Endless implements LogSource {

		private final long last;
		private long given;
		private int most;
		private int reading;
		private int mostAtOnce;

		Endless(long last) {
			this.last = last;
		}

		@Override
		public Range range() {
			return new Range(1, 1, last);
		}

		@Override
		public CompletionStage<List<Entry>> read(long from, int count) {
			reading++;
			mostAtOnce = Math.max(mostAtOnce, reading);
			most = Math.max(most, count);
			given += count;
			var entries = new ArrayList<Entry>(count);
			for (long number = from; number < from + count && number <= last; number++) {
				String text = number % 10_000 == 0 ? "a needle" : "some hay, and then some more of it, and more";
				entries.add(new Entry(number, Instant.EPOCH, new Said(false, "Client(10.0.0.7)", text, null)));
			}
			var result = new CompletableFuture<List<Entry>>();
			var answer = result.<List<Entry>>thenApply(read -> {
				reading--;
				return read;
			});
			result.complete(entries);
			return answer;
		}

		@Override
		public List<Entry> atHand(long from) {
			return List.of();
		}
	}
}
