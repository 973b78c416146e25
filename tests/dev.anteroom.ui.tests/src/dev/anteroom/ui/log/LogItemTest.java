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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Event;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.chat.Said;
import dev.anteroom.chat.Wording;

class LogItemTest {

	private static final ZoneId UTC = ZoneId.of("UTC");
	private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

	private final Wording english = new Wording(Locale.ENGLISH);
	private final Picture picture = new Picture(Path.of("/x/a.png"), "a.png", 2048, PictureFormat.PNG);

	@Test
	void aPictureIsOneCharacterAfterTheText() {
		LogItem item = item(new Said(false, "Client(1.2.3.4)", "look", picture));
		assertEquals(5, item.length());
		assertEquals("look\n[Picture PNG, 2.0 KiB] a.png", item.part(0, 5, english));
		assertEquals("look", item.part(0, 4, english));
		assertEquals("[Picture PNG, 2.0 KiB] a.png", item.part(4, 5, english));
		assertEquals("oo", item.part(1, 3, english));
		assertEquals("[12:00:00] Client(1.2.3.4): look\n[Picture PNG, 2.0 KiB] a.png", item.asText(UTC, english));
	}

	@Test
	void aNoticeIsPutIntoWords() {
		assertEquals("[12:00:00] Client 1.2.3.4 waits as number 3.",
				item(Notice.of(Phrase.CLIENT_WAITS, "1.2.3.4", 3)).asText(UTC, english));
	}

	@Test
	void whatTurnsDirectionsOrMovesCursorsIsShownAsSomethingElse() {
		LogItem item = item(said("a\u202Eb\u0007\u2066c\r\nd"));
		assertEquals("a\uFFFDb\u2407\uFFFDc\nd", item.text());
	}

	@Test
	void aVeryLongTextIsShownInPart() {
		LogItem item = item(said("x".repeat(999_999)));
		assertTrue(item.text().length() < Excerpt.MOST_CHARACTERS + 200);
		assertTrue(Arrays.stream(item.text().split("\n")).allMatch(line -> line.length() <= 1_000));
		assertTrue(item.text().endsWith("(991,999 more characters are in the transcript)"));
	}

	@Test
	void noCharacterIsCutInTwo() {
		String faces = "\uD83D\uDE42".repeat(Excerpt.MOST_CHARACTERS);
		String shown = item(said("x" + faces)).text();
		for (String line : shown.split("\n")) {
			assertFalse(Character.isLowSurrogate(line.charAt(0)));
			assertFalse(Character.isHighSurrogate(line.charAt(line.length() - 1)));
		}
	}

	@Test
	void oneSenderIsNamedOnceUntilAnotherSpeaksOrTheDayOrTheLineComes() {
		Entry first = entry(1, 0, said("one"));
		assertTrue(lead(entry(1, 0, said("one")), null, false).header());
		assertFalse(lead(entry(2, 60, said("two")), first, false).header());
		assertTrue(lead(entry(2, 60, said("two")), first, true).header());
		assertTrue(lead(entry(2, 60, new Said(true, "Server(9.9.9.9)", "two", null)), first, false).header());
		assertTrue(lead(entry(2, 60, said("two")), entry(1, 0, Notice.of(Phrase.DISCONNECTED)), false).header());
		assertFalse(lead(entry(2, 60, Notice.of(Phrase.DISCONNECTED)), first, false).header());
		Lead tomorrow = lead(entry(2, 86_400, said("two")), first, false);
		assertTrue(tomorrow.header());
		assertEquals(LocalDate.of(2026, 11, 22), tomorrow.date());
		assertNull(lead(entry(2, 60, said("two")), first, false).date());
	}

	private Lead lead(Entry entry, Entry before, boolean unread) {
		return Lead.of(LogItem.of(entry, english), before == null ? null : LogItem.of(before, english), unread, UTC);
	}

	private static Said said(String text) {
		return new Said(false, "Client(1.2.3.4)", text, null);
	}

	private LogItem item(Event event) {
		return LogItem.of(entry(1, 0, event), english);
	}

	private static Entry entry(long number, long later, Event event) {
		return new Entry(number, NOON.plusSeconds(later), event);
	}
}
