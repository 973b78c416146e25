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
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Said;

class SpoolFileTest {

	@TempDir
	Path folder;

	private static List<Entry> entries(long from, long to, String text) {
		var entries = new ArrayList<Entry>();
		for (long number = from; number <= to; number++) {
			entries.add(new Entry(number, Instant.EPOCH, new Said(false, "", text + number, null)));
		}
		return entries;
	}

	@Test
	void anyPartCanBeReadWhereverPagesBegin() throws IOException {
		try (var file = new SpoolFile(folder, 10)) {
			file.append(entries(10, 10, ""));
			file.append(entries(11, 200, ""));
			file.append(entries(201, 201, "x".repeat(100_000)));
			file.append(entries(202, 300, ""));
			assertEquals(301, file.next());
			var all = new ArrayList<>(entries(10, 200, ""));
			all.addAll(entries(201, 201, "x".repeat(100_000)));
			all.addAll(entries(202, 300, ""));
			for (int from = 0; from < all.size(); from++) {
				for (int to : new int[] { from, from + 1, from + 63, from + 64, from + 65, all.size() }) {
					int end = Math.min(to, all.size());
					assertEquals(all.subList(from, end), file.read(10 + from, 10 + to), from + " to " + to);
				}
			}
			assertEquals(all, file.read(0, 1_000));
			assertEquals(List.of(), file.read(0, 10));
			assertEquals(List.of(), file.read(301, 400));
		}
	}

	@Test
	void veryLargeEntriesAreReadAFewAtATime() throws IOException {
		try (var file = new SpoolFile(folder, 1)) {
			List<Entry> all = entries(1, 10, "\u4E2D".repeat(SpoolFile.MOST_READ / 5));
			file.append(all);
			assertEquals(all.subList(0, 2), file.read(1, 11));
			assertEquals(all.subList(6, 8), file.read(7, 11));
			assertEquals(all.subList(9, 10), file.read(10, 11));
			file.append(entries(11, 12, "x".repeat(2 * SpoolFile.MOST_READ)));
			assertEquals(1, file.read(11, 13).size());
		}
	}

	@Test
	void aClosedFileFails() throws IOException {
		var file = new SpoolFile(folder, 1);
		file.append(entries(1, 5, ""));
		file.close();
		assertThrows(IOException.class, () -> file.read(1, 6));
		assertThrows(IOException.class, () -> file.append(entries(6, 6, "")));
	}
}
