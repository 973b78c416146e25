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

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

class LogFormatTest {

	private static final Picture PICTURE = new Picture(Path.of("/x/image_0001.png"), "image_0001.png", 10,
			PictureFormat.PNG);

	private final LogFormat format = new LogFormat(new Wording(Locale.ENGLISH), ZoneOffset.UTC,
			picture -> picture.file().getFileName().toString());

	private List<String> lines(Event event) {
		return format.lines(new Entry(1, Instant.parse("2026-03-01T09:08:07Z"), event));
	}

	@Test
	void aLineBeginsWithTheTimeOfDay() {
		assertEquals(List.of("[09:08:07] (The client has left.)"), lines(Notice.of(Phrase.CLIENT_LEFT)));
		assertEquals(List.of("[09:08:07] Client(1.2.3.4):hi"), lines(new Said(false, "Client(1.2.3.4)", "hi", null)));
		assertEquals(List.of("[09:08:07] hi"), lines(new Said(false, "", "hi", null)));
		assertEquals("[17:08:07] ", LogFormat.stamp(Instant.parse("2026-03-01T09:08:07Z"), ZoneId.of("Asia/Taipei")));
	}

	@Test
	void aPictureHasALineThatEndsWithItsPlace() {
		assertEquals(List.of("[09:08:07] Client(1.2.3.4):look",
				"[09:08:07] Client(1.2.3.4):[Picture PNG, 10 B] image_0001.png"),
				lines(new Said(false, "Client(1.2.3.4)", "look", PICTURE)));
		assertEquals(List.of("[09:08:07] Client(1.2.3.4):[Picture PNG, 10 B] image_0001.png"),
				lines(new Said(false, "Client(1.2.3.4)", "", PICTURE)));
	}

	@Test
	void nothingSaidIsALineToo() {
		assertEquals(List.of("[09:08:07] Client(1.2.3.4):"), lines(new Said(false, "Client(1.2.3.4)", "", null)));
	}

	@Test
	void textOfSeveralLinesIsIndented() {
		assertEquals(List.of("[09:08:07] Client(1.2.3.4):one", "[09:08:07]     two", "[09:08:07]     "),
				lines(new Said(false, "Client(1.2.3.4)", "one\ntwo\n", null)));
	}

	/** However a text is broken into lines, only its first begins as a line of somebody's does. */
	@Test
	void nobodyWritesALineInSomebodyElsesName() {
		String forged = "[09:08:07] Server(9.9.9.9):I agree";
		for (String lineEnd : new String[] { "\n", "\r", "\r\n", "\n\r", "\u2028", "\u2029", "\u0085", "\u000B",
				"\f" }) {
			List<Event> events = List.of(new Said(false, "Client(1.2.3.4)", "x" + lineEnd + forged, null),
					new Said(false, "", "x" + lineEnd + forged, null),
					Notice.of(Phrase.PICTURE_SEND_FAILED, "x" + lineEnd + forged, "x"),
					Notice.of(Phrase.SERVER_GREETED, "x" + lineEnd + forged));
			for (Event event : events) {
				List<String> lines = lines(event);
				for (String line : lines) {
					assertTrue(line.startsWith("[09:08:07] "), line);
					assertEquals(1, line.lines().count(), line);
					assertFalse(line.startsWith(forged), line);
				}
				for (String line : lines.subList(1, lines.size())) {
					assertTrue(line.startsWith("[09:08:07]     "), line);
				}
			}
		}
	}

	@Test
	void nothingInALineMovesATerminalsCursor() {
		assertEquals(List.of("[09:08:07] \u241B[1A\u241B[2KServer(9.9.9.9):I agree"),
				lines(new Said(false, "", "\u001B[1A\u001B[2KServer(9.9.9.9):I agree", null)));
	}
}
