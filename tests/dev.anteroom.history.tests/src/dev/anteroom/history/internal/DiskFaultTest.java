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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.chat.Archive.Transcript;
import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.chat.PictureStore.Reception;
import dev.anteroom.chat.Wording;

/** What becomes of a transcript and its pictures while the disk is full or broken, and afterwards. */
class DiskFaultTest {

	private static final String PREFIX = Folder.STAMP + "Client(10.0.0.2):";

	@TempDir
	Path temp;
	private final FaultyDisk disk = new FaultyDisk();
	private final LinkedBlockingQueue<Notice> notices = new LinkedBlockingQueue<>();
	private Folder folder;

	@BeforeEach
	void open() {
		folder = folder(Duration.ofMillis(20));
	}

	private Folder folder(Duration retry) {
		var opened = new Folder(temp.resolve("logs"), disk, retry);
		opened.journal().addListener(entry -> {
			if (entry.event() instanceof Notice notice) {
				notices.add(notice);
			}
		});
		return opened;
	}

	@Test
	void anEntryThatCannotBeFormattedLeavesAGapAndNothingWaitsBehindIt() throws Exception {
		Transcript transcript = folder.open();
		folder.say("before");
		folder.say("", new Picture(null, "nowhere.png", 1, PictureFormat.PNG));
		folder.say("behind");
		Folder.get(folder.journal().kept());
		String gap = Wording.ofDefaultLocale().of(Notice.of(Phrase.TRANSCRIPT_GAP, 1));
		assertEquals(List.of(PREFIX + "before", Folder.STAMP + gap, PREFIX + "behind"),
				Files.readAllLines(transcript.file()));
		transcript.close();
		assertEquals(null, notices.poll());
	}

	@Test
	void whatFailsOtherwiseIsToldAndTriedAgain() throws Exception {
		var failing = new AtomicBoolean(true);
		var opened = new Folder(temp.resolve("short of memory"), (path, options) -> {
			if (failing.getAndSet(false)) {
				throw new OutOfMemoryError("of the test");
			}
			return disk.open(path, options);
		}, Duration.ofMillis(20));
		opened.journal().addListener(entry -> {
			if (entry.event() instanceof Notice notice) {
				notices.add(notice);
			}
		});
		try (Transcript transcript = opened.open()) {
			opened.say("kept");
			assertEquals(Notice.of(Phrase.TRANSCRIPT_FAILED, transcript.file(), "OutOfMemoryError"),
					notices.poll(10, TimeUnit.SECONDS));
			assertEquals(Notice.of(Phrase.TRANSCRIPT_RESUMED, transcript.file()), notices.poll(10, TimeUnit.SECONDS));
			assertEquals(PREFIX + "kept", Files.readAllLines(transcript.file()).getFirst());
		}
	}

	@Test
	void nobodyWaitsForATranscriptThatIsClosed() throws Exception {
		Journal journal = folder.journal();
		Transcript transcript = folder.open();
		for (int i = 0; i < 50; i++) {
			folder.say("line " + i);
		}
		CompletionStage<Void> kept = journal.kept();
		transcript.close();
		Folder.get(kept);
		assertEquals(50, Files.readAllLines(transcript.file()).size());
		Folder.get(journal.kept());
	}

	@Test
	void aFileThatCannotBeLookedAtLeavesItsNameToTheNext() throws IOException {
		var first = new AtomicBoolean(true);
		var file = new TextFile(temp, "looped", (path, options) -> {
			FileChannel channel = disk.open(path, options);
			if (first.getAndSet(false)) {
				Files.delete(path);
				Files.createSymbolicLink(path, path);
			}
			return channel;
		});
		assertThrows(IOException.class, file::open);
		file.append(StandardCharsets.UTF_8.encode("there"));
		file.close();
		assertEquals(List.of("looped.txt"), Folder.names(temp));
		assertEquals("there", Files.readString(file.path()));
	}

	@Test
	void whatIsTornIsCutOffBeforeTheNextPiece() throws IOException {
		var random = new Random(11);
		var file = new TextFile(temp, "torn", disk);
		var expected = new StringBuilder();
		for (int i = 0; i < 2_000; i++) {
			String piece = "piece " + i + " 你好".repeat(random.nextInt(20)) + '\n';
			disk.free(random.nextInt(3) == 0 ? random.nextInt(60) : Long.MAX_VALUE);
			disk.cutting(random.nextInt(4) > 0);
			if (random.nextInt(50) == 0) {
				file.close();
			}
			try {
				file.append(StandardCharsets.UTF_8.encode(piece));
				expected.append(piece);
			} catch (IOException e) {
				// Nothing of it may stay.
			}
		}
		disk.free(Long.MAX_VALUE);
		disk.cutting(true);
		file.append(StandardCharsets.UTF_8.encode("last\n"));
		file.close();
		assertEquals(expected.append("last\n").toString(), Files.readString(file.path()));
		assertFalse(file.wasRenewed());
	}

	@Test
	void whatIsKeptIsInTheFile() throws Exception {
		try (Transcript transcript = folder.open()) {
			for (int i = 0; i < 200; i++) {
				folder.say("line " + i);
				Folder.get(folder.journal().kept());
				List<String> lines = Files.readAllLines(transcript.file());
				assertEquals(i + 1, lines.size());
				assertEquals(PREFIX + "line " + i, lines.getLast());
			}
		}
		Folder.get(folder.journal().kept());
	}

	@Test
	void whatCannotBeKeptIsToldBeforeItIsSaidToBeDone() throws Exception {
		disk.free(0);
		folder = folder(Duration.ofHours(1));
		try (Transcript transcript = folder.open()) {
			folder.say("one");
			var told = new AtomicBoolean();
			Folder.get(folder.journal().kept().thenRun(() -> told.set(!notices.isEmpty())));
			assertTrue(told.get());
			assertEquals(full(transcript.file()), next());
			disk.free(Long.MAX_VALUE);
		}
	}

	@Test
	void writingGoesOnByItselfOnceThereIsRoom() throws Exception {
		Transcript transcript = folder.open();
		folder.say("one");
		Folder.get(folder.journal().kept());
		disk.free(20);
		folder.say("two");
		folder.say("three");
		assertEquals(full(transcript.file()), next());
		disk.free(Long.MAX_VALUE);
		assertEquals(Notice.of(Phrase.TRANSCRIPT_RESUMED, transcript.file()), next());
		transcript.close();
		List<String> said = Files.readAllLines(transcript.file()).stream().filter(line -> line.startsWith(PREFIX))
				.toList();
		assertEquals(List.of(PREFIX + "one", PREFIX + "two", PREFIX + "three"), said);
		assertEquals(null, notices.poll());
	}

	@Test
	void whatIsStillUnwrittenAtTheEndIsCounted() throws Exception {
		disk.free(0);
		Transcript transcript = folder.open();
		folder.say("one");
		folder.say("two");
		assertEquals(full(transcript.file()), next());
		transcript.close();
		assertEquals(Notice.of(Phrase.TRANSCRIPT_INCOMPLETE, transcript.file(), 3), next());
		assertEquals("", Files.readString(transcript.file()));
	}

	@Test
	void aFileThatWasReplacedIsLeftAloneAndToldOf() throws Exception {
		Transcript transcript = folder.open();
		folder.say("one");
		Folder.get(folder.journal().kept());
		Path edited = Files.writeString(temp.resolve("edited"), "as somebody's editor saves it\n");
		Path first = transcript.file();
		Files.move(edited, first, StandardCopyOption.REPLACE_EXISTING);
		folder.say("two");
		assertEquals(Notice.of(Phrase.TRANSCRIPT_RENEWED, folder.path().resolve(Folder.NAME + "_2.txt")), next());
		transcript.close();
		assertEquals("as somebody's editor saves it\n", Files.readString(first));
		assertEquals(PREFIX + "two", Files.readAllLines(transcript.file()).getFirst());
	}

	@Test
	void linesThatCannotBeForcedToDiskAreToldOfOnce() throws Exception {
		disk.forcing(false);
		Transcript transcript = folder.open();
		folder.say("one");
		assertEquals(Notice.of(Phrase.TRANSCRIPT_FAILED, transcript.file(), "Input/output error"), next());
		folder.say("two");
		transcript.close();
		assertEquals(null, notices.poll());
		assertTrue(Files.readAllLines(transcript.file()).contains(PREFIX + "two"));
	}

	@Test
	void linesAreForcedToDiskTogether() throws Exception {
		Transcript transcript = folder.open();
		for (int i = 0; i < 500; i++) {
			folder.say("line " + i);
			Folder.get(folder.journal().kept());
		}
		transcript.close();
		assertTrue(disk.forced() < 50, disk.forced() + " times");
		assertTrue(disk.forced() > 0);
	}

	@Test
	void aPictureThatFillsTheDiskGoesOnInATemporaryFolder() throws Exception {
		Path images = temp.resolve("images");
		disk.holds(images);
		byte[] bytes = picture();
		try (Transcript transcript = folder.open(images)) {
			Reception reception = transcript.pictures().receive();
			disk.free(100_000);
			Picture picture = receive(reception, bytes);
			assertArrayEquals(bytes, Files.readAllBytes(picture.file()));
			assertFalse(picture.file().startsWith(temp));
			assertEquals(full(images), next());
			assertEquals(List.of(), Folder.names(images));
			disk.free(Long.MAX_VALUE);
			assertTrue(receive(transcript.pictures().receive(), bytes).file().startsWith(images));
			assertEquals(Notice.of(Phrase.TRANSCRIPT_RESUMED, images), next());
		}
	}

	@Test
	void whatComesAtOnceIsWrittenInOrderEvenIfTheDiskFillsWithinIt() throws Exception {
		Path images = temp.resolve("images");
		disk.holds(images);
		byte[] bytes = picture();
		new Random(1).nextBytes(bytes);
		System.arraycopy(Bytes.PNG, 0, bytes, 0, Bytes.PNG.length);
		int[] lengths = { 1, 2, 5, 30_000, 65_536 };
		try (Transcript transcript = folder.open(images)) {
			for (long free : new long[] { 0, 2, 8, 100_000, Long.MAX_VALUE }) {
				disk.free(free);
				Reception reception = transcript.pictures().receive();
				int count;
				for (int at = 0, i = 0; at < bytes.length; at += count, i++) {
					count = Math.min(lengths[i % lengths.length], bytes.length - at);
					reception.write(ByteBuffer.wrap(bytes, at, count));
				}
				Picture picture = Folder.get(reception.complete());
				assertArrayEquals(bytes, Files.readAllBytes(picture.file()));
				assertEquals(PictureFormat.PNG, picture.format());
				assertEquals(free == Long.MAX_VALUE, picture.file().startsWith(images));
			}
		}
	}

	/** As when the disk hangs while a conversation ends. */
	@Test
	void whatHasComeBeforeTheTranscriptIsClosedIsWrittenWhole() throws Exception {
		byte[] bytes = picture();
		var hangs = new CompletableFuture<Void>();
		var worker = new Worker("slow");
		var store = new FilePictureStore(worker, new PictureFolders(() -> temp, new Fault(folder.journal()), disk));
		worker.execute(hangs::join);
		Reception reception = store.receive();
		for (int at = 0; at < bytes.length; at += 10_000) {
			reception.write(ByteBuffer.wrap(bytes, at, Math.min(10_000, bytes.length - at)));
		}
		CompletionStage<Picture> completed = reception.complete();
		worker.close(store::abandon);
		hangs.complete(null);
		assertArrayEquals(bytes, Files.readAllBytes(Folder.get(completed).file()));
	}

	@Test
	void whatComesAfterTheTranscriptIsClosedIsForgotten() throws Exception {
		Transcript transcript = folder.open();
		Reception reception = transcript.pictures().receive();
		transcript.close();
		Folder.get(reception.write(ByteBuffer.wrap(picture())));
		Folder.get(reception.write(ByteBuffer.wrap(picture())));
		assertThrows(ExecutionException.class, () -> Folder.get(reception.complete()));
	}

	@Test
	void aPictureThatFitsNowhereIsToldAndLeavesNothing() throws Exception {
		Path images = temp.resolve("images");
		try (Transcript transcript = folder.open(images)) {
			disk.free(100_000);
			var failure = assertThrows(ExecutionException.class,
					() -> receive(transcript.pictures().receive(), picture()));
			Notice notice = ((ChatException) failure.getCause()).notice();
			assertEquals(Phrase.PICTURE_LOST, notice.phrase());
			assertEquals(Notice.reason(Phrase.DISK_FULL), notice.arguments().getLast());
			assertEquals(List.of(), Folder.names(images));
			disk.free(Long.MAX_VALUE);
			assertArrayEquals(picture(), Files.readAllBytes(receive(transcript.pictures().receive(), picture()).file()));
		}
	}

	@Test
	void aPictureWhoseFolderIsRemovedMeanwhileIsNotLost() throws Exception {
		Path images = temp.resolve("images");
		byte[] bytes = picture();
		try (Transcript transcript = folder.open(images)) {
			Reception reception = transcript.pictures().receive();
			Folder.get(reception.write(ByteBuffer.wrap(bytes, 0, bytes.length / 2)));
			for (String name : Folder.names(images)) {
				Files.delete(images.resolve(name));
			}
			Files.delete(images);
			Folder.get(reception.write(ByteBuffer.wrap(bytes, bytes.length / 2, bytes.length - bytes.length / 2)));
			assertArrayEquals(bytes, Files.readAllBytes(Folder.get(reception.complete()).file()));
			assertEquals(Phrase.TRANSCRIPT_FAILED, next().phrase());
			assertTrue(receive(transcript.pictures().receive(), bytes).file().startsWith(images));
			assertEquals(Notice.of(Phrase.TRANSCRIPT_RESUMED, images), next());
		}
	}

	private static byte[] picture() {
		byte[] bytes = Arrays.copyOf(Bytes.PNG, 700_000);
		Arrays.fill(bytes, Bytes.PNG.length, bytes.length, (byte) 7);
		return bytes;
	}

	private static Picture receive(Reception reception, byte[] bytes) throws Exception {
		for (int i = 0; i < bytes.length; i += 65_536) {
			Folder.get(reception.write(ByteBuffer.wrap(bytes, i, Math.min(65_536, bytes.length - i))));
		}
		return Folder.get(reception.complete());
	}

	private static Notice full(Path path) {
		return Notice.of(Phrase.TRANSCRIPT_FAILED, path, Notice.reason(Phrase.DISK_FULL));
	}

	private Notice next() throws InterruptedException {
		Notice notice = notices.poll(10, TimeUnit.SECONDS);
		assertTrue(notice != null, "no notice came");
		return notice;
	}
}
