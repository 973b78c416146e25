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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.chat.Said;
import dev.anteroom.chat.Wording;

class QuoteTest {

	private static final ZoneId UTC = ZoneId.of("UTC");

	private final Wording english = new Wording(Locale.ENGLISH);
	private final Picture picture = new Picture(Path.of("/x/a.png"), "a.png", 2048, PictureFormat.PNG);

	@Test
	void aLongParagraphIsQuotedWithoutTheBreaksThatShowIt() {
		String text = "0123456789".repeat(250);
		assertEquals(2_502, shown(text, null).length());
		assertEquals(text, quoted(text, null, 0, 2_502));
		assertEquals(text.substring(995, 1_005), quoted(text, null, 995, 1_006));
		assertEquals("9", quoted(text, null, 999, 1_000));
		assertEquals("", quoted(text, null, 1_000, 1_001));
		assertEquals("0", quoted(text, null, 1_001, 1_002));
		assertEquals(text.substring(1_990), quoted(text, null, 1_991, 2_502));
	}

	@Test
	void anyPartOfALongTextIsWhatWasSaid() {
		String text = ("a".repeat(700) + "\r\n" + "\uD83D\uDE42".repeat(900) + "b\n").repeat(2);
		String shown = shown(text, null).text();
		String said = text.replace("\r", "");
		var collected = new StringBuilder();
		for (int i = 0; i < shown.length(); i++) {
			collected.append(quoted(text, null, i, i + 1));
		}
		assertEquals(said, collected.toString());
	}

	@Test
	void aTextThatIsNotShownInFullIsQuotedInFull() {
		String text = "x".repeat(100_000) + "end";
		int length = shown(text, null).length();
		assertEquals(text, quoted(text, null, 0, length));
		assertEquals("[12:00:00] Client(1.2.3.4): " + text, new Quote(entry(text, null), english).all(UTC));
		assertEquals("x".repeat(Excerpt.MOST_CHARACTERS - 1), quoted(text, null, 1, length - 10));
		assertTrue(quoted(text, null, 100, length).endsWith("xend"));
	}

	@Test
	void thePictureIsQuotedByItsDescription() {
		String text = "x".repeat(1_500);
		int length = shown(text, picture).length();
		assertEquals("xx\n[Picture PNG, 2.0 KiB] a.png", quoted(text, picture, length - 3, length));
		assertEquals("[Picture PNG, 2.0 KiB] a.png", quoted(text, picture, length - 1, length));
		assertEquals("xx", quoted(text, picture, length - 3, length - 1));
	}

	@Test
	void amongOthersAWholeMessageHasItsTimeAndSender() {
		String text = "x".repeat(1_500);
		var selection = new Selection(new Position(1, 0), new Position(2, 3));
		assertEquals("[12:00:00] Client(1.2.3.4): " + text, new Quote(entry(text, null), english).of(selection, UTC));
	}

	private String quoted(String text, Picture with, int start, int end) {
		var selection = new Selection(new Position(1, start), new Position(1, end));
		return new Quote(entry(text, with), english).of(selection, UTC);
	}

	private LogItem shown(String text, Picture with) {
		return LogItem.of(entry(text, with), english);
	}

	private static Entry entry(String text, Picture with) {
		return new Entry(1, Instant.parse("2026-11-21T12:00:00Z"), new Said(false, "Client(1.2.3.4)", text, with));
	}
}
