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

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Event;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.chat.Said;
import dev.anteroom.fuzz.Input;

/** Entries of any kind into a temporary file, and any part of them out of it again. */
public final class EntryFuzz {

	private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"));
	private static final long FIRST = 7;

	private EntryFuzz() {
	}

	public static void fuzzerTestOneInput(byte[] data) throws IOException {
		var input = new Input(data);
		var entries = new ArrayList<Entry>();
		try (var file = new SpoolFile(FOLDER, FIRST)) {
			while (!input.isEmpty()) {
				if (input.number(4) == 0) {
					read(file, entries, input.number(256), input.number(256));
				} else {
					append(file, entries, input);
				}
			}
			for (int from = 0; from < entries.size();) {
				from += read(file, entries, from, entries.size());
			}
		}
	}

	private static void append(SpoolFile file, List<Entry> entries, Input input) throws IOException {
		var batch = new ArrayList<Entry>();
		for (int count = 1 + input.number(8); count > 0; count--) {
			batch.add(entry(FIRST + entries.size() + batch.size(), input));
		}
		file.append(batch);
		entries.addAll(batch);
		Input.check(file.next() == FIRST + entries.size(), "Next", file.next());
	}

	private static int read(SpoolFile file, List<Entry> entries, int from, int count) throws IOException {
		List<Entry> read = file.read(FIRST + from, FIRST + from + count);
		int begin = Math.min(from, entries.size());
		int end = Math.min(from + count, entries.size());
		List<Entry> expected = entries.subList(begin, Math.max(begin, end));
		Input.check(read.equals(expected), "Read", read, expected);
		return read.size();
	}

	/** Any entry; used by other targets too. */
	static Entry entry(long number, Input input) {
		var time = Instant.ofEpochSecond(input.number(256) * 100_000_000L, input.number(256) * 3_900_000L);
		return new Entry(number, time, input.number(3) == 0 ? notice(input) : said(input));
	}

	private static Event notice(Input input) {
		Phrase phrase = Phrase.values()[input.number(Phrase.values().length)];
		var arguments = new ArrayList<String>();
		while (arguments.size() < phrase.arity()) {
			arguments.add(text(input));
		}
		return new Notice(phrase, arguments);
	}

	private static Event said(Input input) {
		PictureFormat[] formats = PictureFormat.values();
		Picture picture = input.number(3) > 0 ? null
				: new Picture(Path.of("/image"), text(input), input.number(256), formats[input.number(formats.length)]);
		return new Said(input.number(2) == 0, text(input), text(input), picture);
	}

	/** Any UTF-16 units, those that make no character too. */
	private static String text(Input input) {
		int length = input.number(256);
		boolean wide = input.number(4) == 0;
		var text = new StringBuilder();
		for (int i = 0; i < length && !input.isEmpty(); i++) {
			text.append((char) (wide ? input.number(256) << 8 | input.number(256) : input.number(256)));
		}
		return text.toString();
	}
}
