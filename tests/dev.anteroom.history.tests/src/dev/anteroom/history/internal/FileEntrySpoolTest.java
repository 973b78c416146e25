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
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.chat.Said;

class FileEntrySpoolTest {

	@TempDir
	Path folder;
	private FileEntrySpool spool;

	@AfterEach
	void close() {
		if (spool != null) {
			spool.close();
		}
	}

	private void begin(FileEntrySpool.Bound bound) {
		spool = new FileEntrySpool(folder, bound);
	}

	private void begin() {
		begin(FileEntrySpool.Bound.USUAL);
	}

	private static Entry entry(long number, String text) {
		return new Entry(number, Instant.EPOCH.plusNanos(number), new Said(false, "Client(10.0.0.2)", text, null));
	}

	private static List<Entry> entries(long from, long to, LongFunction<Entry> maker) {
		var entries = new ArrayList<Entry>();
		for (long number = from; number <= to; number++) {
			entries.add(maker.apply(number));
		}
		return entries;
	}

	private static List<Entry> entries(long from, long to) {
		return entries(from, to, number -> entry(number, "text " + number));
	}

	private List<Entry> read(long from, int count) throws Exception {
		return Folder.get(spool.read(from, count));
	}

	@Test
	void whatWasWrittenCanBeRead() throws Exception {
		begin();
		assertEquals(Long.MAX_VALUE, spool.first());
		spool.write(entries(5, 300));
		assertEquals(5, spool.first());
		assertEquals(entries(5, 300), read(5, 296));
		spool.write(entries(301, 1_000));
		assertEquals(entries(5, 1_000), read(0, 2_000));
		assertEquals(entries(290, 310), read(290, 21));
		assertEquals(entries(1_000, 1_000), read(1_000, 5));
		assertEquals(List.of(), read(1_001, 5));
		assertEquals(List.of(), read(0, 5));
		assertEquals(List.of(), read(7, 0));
	}

	@Test
	void anythingThatWasWrittenCanBeRead() throws Exception {
		begin();
		var random = new RandomEntries(5);
		List<Entry> all = entries(1, 10_000, random::next);
		for (int i = 0; i < all.size(); i += 250) {
			spool.write(all.subList(i, i + 250));
		}
		var place = new Random(6);
		for (int i = 0; i < 500; i++) {
			int from = place.nextInt(all.size());
			int to = Math.min(all.size(), from + place.nextInt(600));
			assertEquals(all.subList(from, to), read(from + 1, to - from));
		}
	}

	@Test
	void aMillionEntriesCostNoMemoryAndAnyPageIsReadAtOnce() throws Exception {
		begin(new FileEntrySpool.Bound(1_000_000, Long.MAX_VALUE)); // the disk may be as slow as it likes
		LongFunction<Entry> maker = number -> entry(number,
				(number % 3 == 0 ? "文" : "Number ") + number + "x".repeat((int) (number % 200)));
		long before = usedHeap();
		for (long number = 1; number <= 1_000_000; number += 250) {
			spool.write(entries(number, number + 249, maker));
			if (number % 1_000 == 1) {
				// Comes round behind a batch: so that a slow disk keeps up.
				read(number, 0);
			}
		}
		assertEquals(1, spool.first());
		var random = new Random(3);
		for (int i = 0; i < 500; i++) {
			long from = 1 + random.nextLong(1_000_000);
			assertEquals(entries(from, Math.min(1_000_000, from + 255), maker), read(from, 256));
		}
		long used = usedHeap() - before;
		assertTrue(used < 8 << 20, used + " bytes");
	}

	@Test
	void whatIsClearedIsGoneAndTheNextIsKept() throws Exception {
		begin();
		spool.write(entries(1, 500));
		read(1, 1);
		spool.clear();
		assertEquals(Long.MAX_VALUE, spool.first());
		spool.write(entries(601, 700));
		assertEquals(601, spool.first());
		assertEquals(entries(601, 700), read(1, 1_000));
		spool.clear();
		assertEquals(List.of(), read(1, 1_000));
	}

	@Test
	void whatIsClearedWhileItIsWrittenIsGone() throws Exception {
		begin();
		for (long round = 0; round < 200; round++) {
			long first = 1 + round * 10_000;
			spool.write(entries(first, first + 2_500));
			spool.clear();
			spool.write(entries(first + 5_000, first + 5_100));
			assertEquals(first + 5_000, spool.first());
			assertEquals(entries(first + 5_000, first + 5_100), read(first, 10_000));
			spool.clear();
		}
	}

	@Test
	void whenMoreComesThanTheQueueTakesTheOldestAreForgotten() throws Exception {
		begin(new FileEntrySpool.Bound(1_000, Long.MAX_VALUE));
		spool.write(entries(1, 500));
		assertEquals(entries(1, 500), read(1, 500));
		spool.write(entries(501, 3_500));
		assertEquals(2_501, spool.first());
		assertEquals(entries(2_501, 3_500), read(1, 5_000));
		spool.write(entries(3_501, 3_600));
		assertEquals(entries(2_501, 3_600), read(1, 5_000));
	}

	@Test
	void longTextsInTheQueueAreBoundedToo() throws Exception {
		begin(new FileEntrySpool.Bound(1_000, 1 << 20));
		spool.write(entries(1, 40, number -> entry(number, "x".repeat(1 << 16))));
		assertTrue(spool.first() > 20, "from " + spool.first());
		assertEquals(40, read(40, 1).getFirst().number());
	}

	@Test
	void whatCannotBeWrittenIsForgottenAndItIsTriedAgain() throws Exception {
		Path missing = folder.resolve("missing");
		spool = new FileEntrySpool(missing, FileEntrySpool.Bound.USUAL);
		spool.write(entries(1, 250));
		assertEquals(List.of(), read(1, 250));
		assertEquals(Long.MAX_VALUE, spool.first());
		Files.createDirectory(missing);
		spool.write(entries(251, 500));
		assertEquals(entries(251, 500), read(1, 500));
		assertEquals(251, spool.first());
	}

	@Test
	void aClosedSpoolHasNothing() throws Exception {
		begin();
		spool.write(entries(1, 500));
		spool.close();
		spool.close();
		assertEquals(List.of(), read(1, 500));
		spool.write(entries(501, 502));
		spool.clear();
		assertEquals(Long.MAX_VALUE, spool.first());
	}

	@Test
	void theFileIsItsOwnersAloneAndNowhereToBeFound() throws Exception {
		assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "needs Linux");
		begin();
		assertEquals(List.of(), openFiles());
		spool.write(entries(1, 500));
		read(1, 1);
		assertEquals(List.of(), Folder.names(folder));
		assertEquals(List.of("rw-------"), openFiles());
		spool.clear();
		read(1, 1);
		assertEquals(List.of(), openFiles());
		spool.write(entries(501, 1_000));
		read(501, 1);
		assertEquals(1, openFiles().size());
		spool.close();
		awaitEnd();
		assertEquals(List.of(), openFiles());
	}

	@Test
	void aJournalCanBeReadFromItsBeginning() throws Exception {
		begin();
		var journal = new Journal(Clock.systemUTC(), spool);
		long first = journal.append(Phrase.CLIENT_ADMITTED, "10.0.0.2").number();
		for (int i = 1; i < 20_000; i++) {
			journal.append(new Said(true, "", "text " + i, null));
		}
		assertEquals(first, journal.first());
		List<Entry> all = Folder.get(journal.read(first, 20_000));
		assertEquals(20_000, all.size());
		for (int i = 1; i < all.size(); i++) {
			assertEquals(first + i, all.get(i).number());
			assertEquals(new Said(true, "", "text " + i, null), all.get(i).event());
		}
	}

	/** The permissions of the files of {@link #folder} that this process has open. */
	private List<String> openFiles() throws IOException {
		var found = new ArrayList<String>();
		try (var links = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
			for (Path link : links) {
				try {
					if (Files.readSymbolicLink(link).startsWith(folder.toRealPath())) {
						found.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(link)));
					}
				} catch (NoSuchFileException e) {
					// Closed meanwhile
				}
			}
		}
		return found;
	}

	private static void awaitEnd() throws InterruptedException {
		for (Thread thread : Thread.getAllStackTraces().keySet()) {
			if (thread.getName().equals("anteroom-spool")) {
				thread.join(TimeUnit.SECONDS.toMillis(30));
			}
		}
	}

	private static long usedHeap() {
		System.gc();
		Runtime runtime = Runtime.getRuntime();
		return runtime.totalMemory() - runtime.freeMemory();
	}

	/** An entry that memory does not suffice to write. */
	private static Entry unwritable(long number) {
		var file = (Path) Proxy.newProxyInstance(Path.class.getClassLoader(), new Class<?>[] { Path.class },
				(proxy, method, arguments) -> {
					throw new OutOfMemoryError("a test");
				});
		return new Entry(number, Instant.EPOCH, new Said(false, "", "", new Picture(file, "", 1, PictureFormat.PNG)));
	}

	@Test
	void anErrorLeavesNobodyWaitingAndNoGap() throws Exception {
		begin();
		spool.write(entries(1, 10));
		assertEquals(entries(1, 10), read(1, 10));
		spool.write(List.of(unwritable(11)));
		assertEquals(0, read(1, 11).size());
		spool.write(entries(12, 20));
		assertEquals(entries(12, 20), read(12, 9));
		assertEquals(12, spool.first());
	}

	@Test
	void aReadThatFailsIsAnsweredAllTheSame() {
		var result = new CompletableFuture<List<Entry>>();
		assertThrows(OutOfMemoryError.class, () -> FileEntrySpool.answer(result, () -> {
			throw new OutOfMemoryError("a test");
		}));
		assertEquals(List.of(), result.resultNow());
	}
}
