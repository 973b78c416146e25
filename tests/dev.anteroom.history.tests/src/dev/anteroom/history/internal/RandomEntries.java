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

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Event;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.chat.Said;

/** Entries of every kind with whatever can be in them. */
final class RandomEntries {

	private static final List<String> STRANGE = List.of("\0", "\n", "\r\n", "é", "ÿ", "Ā", "中文", "😀", "\uD83D",
			"\uDE00", "\uDE00\uD83D", "\uFEFF", "\uFFFF", "\u202E", "%", "");

	private final Random random;

	RandomEntries(long seed) {
		random = new Random(seed);
	}

	Entry next(long number) {
		Instant time = Instant.ofEpochSecond(random.nextLong(-1L << 34, 1L << 34), random.nextInt(1_000_000_000));
		return new Entry(number, time, random.nextInt(4) == 0 ? notice() : said());
	}

	private Event said() {
		return new Said(random.nextBoolean(), text(), text(), random.nextInt(3) == 0 ? picture() : null);
	}

	private Event notice() {
		Phrase phrase = Phrase.values()[random.nextInt(Phrase.values().length)];
		var arguments = new ArrayList<String>();
		for (int i = 0; i < phrase.arity(); i++) {
			arguments.add(random.nextInt(4) == 0 ? Notice.reason(phrase) : text());
		}
		return new Notice(phrase, arguments);
	}

	private Picture picture() {
		PictureFormat format = PictureFormat.values()[random.nextInt(PictureFormat.values().length)];
		Path file = Path.of("/tmp", "圖 片", "image_" + random.nextInt() + format.extension()).toAbsolutePath();
		return new Picture(file, text(), random.nextLong() >>> 1, format);
	}

	private String text() {
		var text = new StringBuilder();
		boolean plain = random.nextBoolean();
		for (int length = random.nextInt(20); length > 0; length--) {
			text.append(plain ? Character.toString('a' + random.nextInt(26))
					: STRANGE.get(random.nextInt(STRANGE.size())));
		}
		return text.toString();
	}
}
