/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.history.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Event;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.chat.Said;

class EntryCodecTest {

	private static final Instant TIME = Instant.parse("2026-03-04T05:06:07.123456789Z");

	private static byte[] written(List<Entry> entries) throws IOException {
		var bytes = new ByteArrayOutputStream();
		var out = new DataOutputStream(bytes);
		for (Entry entry : entries) {
			EntryCodec.write(entry, out);
		}
		return bytes.toByteArray();
	}

	private static void assertSurvives(Event event) throws IOException {
		assertSurvive(List.of(new Entry(7, TIME, event)));
	}

	private static void assertSurvive(List<Entry> entries) throws IOException {
		var in = new DataInputStream(new ByteArrayInputStream(written(entries)));
		for (Entry entry : entries) {
			assertEquals(entry, EntryCodec.read(entry.number(), in));
		}
		assertEquals(-1, in.read());
	}

	@Test
	void everyKindOfEntrySurvives() throws IOException {
		assertSurvives(new Said(true, "Server(10.0.0.1)", "hello", null));
		assertSurvives(new Said(false, "", "", null));
		assertSurvives(new Said(false, "Client(::1)", "",
				new Picture(Path.of("/a/b c/圖.png").toAbsolutePath(), "圖.png", 1L << 40, PictureFormat.PNG)));
		for (Phrase phrase : Phrase.values()) {
			Object[] arguments = new Object[phrase.arity()];
			Arrays.fill(arguments, Notice.reason(Phrase.DISK_FULL));
			assertSurvives(Notice.of(phrase, arguments));
		}
	}

	@Test
	void everyTimeSurvives() throws IOException {
		assertSurvive(List.of(new Entry(1, Instant.MIN, Notice.of(Phrase.CUT_OFF)),
				new Entry(2, Instant.EPOCH.minusNanos(1), Notice.of(Phrase.CUT_OFF)),
				new Entry(3, Instant.MAX, Notice.of(Phrase.CUT_OFF))));
	}

	@Test
	void everyTextSurvives() throws IOException {
		for (String text : List.of("\0", "a\0b", "\u0080", "\u00FF", "\u0100", "\uD83D", "x\uDE00", "\uDE00\uD83D",
				"😀", "\uFFFE\uFEFF", "x".repeat(1 << 20), "中".repeat(1 << 20))) {
			assertSurvives(new Said(false, text, text, null));
			assertSurvives(Notice.of(Phrase.SERVER_GREETED, text));
		}
	}

	@Test
	void anythingSurvives() throws IOException {
		var random = new RandomEntries(11);
		var entries = new ArrayList<Entry>();
		for (long number = 1; number <= 20_000; number++) {
			entries.add(random.next(number));
		}
		assertSurvive(entries);
	}
}
