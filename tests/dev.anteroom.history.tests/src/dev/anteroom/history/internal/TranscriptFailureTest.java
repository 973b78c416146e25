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
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.chat.Archive.Location;
import dev.anteroom.chat.Archive.Transcript;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.Said;
import dev.anteroom.chat.Wording;

/** Whoever runs the tests may be allowed to write anywhere: the folder is made impossible by a file in its place. */
class TranscriptFailureTest {

	@TempDir
	Path temp;
	private Folder folder;
	private Path obstacle;
	private final LinkedBlockingQueue<Notice> notices = new LinkedBlockingQueue<>();

	@BeforeEach
	void putAFileWhereTheFolderShouldBe() throws IOException {
		obstacle = Files.writeString(temp.resolve("chat_logs"), "in the way");
		folder = new Folder(obstacle);
		folder.journal().addListener(entry -> {
			if (entry.event() instanceof Notice notice) {
				notices.add(notice);
			}
		});
	}

	@Test
	void aFolderThatCannotBeWrittenIsToldOnce() throws Exception {
		Transcript transcript = folder.open();
		folder.say("one");
		assertEquals(failed(transcript.file()), next());
		folder.say("two");
		folder.say("three");
		transcript.close();
		assertEquals(Notice.of(Phrase.TRANSCRIPT_INCOMPLETE, transcript.file(), 4), next());
		assertEquals(null, notices.poll());
		assertEquals("in the way", Files.readString(obstacle));
	}

	@Test
	void aFolderInsideAFileIsToldToo() throws Exception {
		var location = new Location(obstacle.resolve("deeper"), "chat_log", null);
		try (Transcript transcript = folder.archive().open(location, folder.journal())) {
			folder.say("one");
			assertEquals(failed(transcript.file()), next());
		}
	}

	@Test
	void aFolderOfTheSystemIsToldToo() throws Exception {
		if (Files.isDirectory(Path.of("/proc/self"))) {
			var location = new Location(Path.of("/proc/anteroom"), "chat_log", null);
			try (Transcript transcript = folder.archive().open(location, folder.journal())) {
				folder.say("one");
				assertEquals(failed(transcript.file()), next());
			}
		}
	}

	@Test
	void nothingIsLostOnceTheFolderCanBeWrittenAgain() throws Exception {
		Transcript transcript = folder.open();
		folder.say("one");
		assertEquals(Phrase.TRANSCRIPT_FAILED, next().phrase());
		folder.say("two");
		Files.delete(obstacle);
		folder.say("three");
		assertEquals(Notice.of(Phrase.TRANSCRIPT_RESUMED, transcript.file()), next());
		transcript.close();
		var wording = Wording.ofDefaultLocale();
		List<String> lines = Files.readAllLines(transcript.file());
		assertEquals(Folder.STAMP + "Client(10.0.0.2):one", lines.getFirst());
		assertEquals(List.of("two", "three"), lines.stream().filter(line -> line.matches(".*:(two|three)"))
				.map(line -> line.substring(line.lastIndexOf(':') + 1)).toList());
		assertTrue(lines.contains(Folder.STAMP + wording.of(failed(transcript.file()))));
		assertTrue(lines.contains(Folder.STAMP + wording.of(Notice.of(Phrase.TRANSCRIPT_RESUMED, transcript.file()))));
		assertEquals(5, lines.size());
	}

	@Test
	void aSecondFailureIsToldAgain() throws Exception {
		Transcript transcript = folder.open();
		folder.say("one");
		assertEquals(Phrase.TRANSCRIPT_FAILED, next().phrase());
		Files.delete(obstacle);
		folder.say("two");
		assertEquals(Phrase.TRANSCRIPT_RESUMED, next().phrase());
		Folder.receive(transcript.pictures(), Bytes.PNG);
		deleteAll(obstacle);
		Files.writeString(obstacle, "in the way again");
		folder.say("three");
		assertEquals(Phrase.TRANSCRIPT_FAILED, next().phrase());
		transcript.close();
	}

	@Test
	void aFileThatWasRemovedIsMadeAgain() throws Exception {
		Files.delete(obstacle);
		Transcript transcript = folder.open();
		folder.say("one");
		Folder.receive(transcript.pictures(), Bytes.PNG);
		Folder.get(folder.journal().kept());
		deleteAll(folder.path());
		folder.say("two");
		assertEquals(Notice.of(Phrase.TRANSCRIPT_RENEWED, transcript.file()), next());
		transcript.close();
		assertEquals(folder.path().resolve(Folder.NAME + ".txt"), transcript.file());
		assertEquals(Folder.STAMP + "Client(10.0.0.2):two", Files.readAllLines(transcript.file()).getFirst());
	}

	@Test
	void whatIsForgottenMeanwhileIsCounted() throws Exception {
		Transcript transcript = folder.open();
		folder.say("first");
		assertEquals(Phrase.TRANSCRIPT_FAILED, next().phrase());
		int said = 2 * Backlog.Bound.FAILING.entries();
		for (int i = 0; i < said; i++) {
			folder.say("line " + i);
		}
		Files.delete(obstacle);
		folder.say("last");
		assertEquals(Phrase.TRANSCRIPT_RESUMED, next().phrase());
		Notice incomplete = next();
		Folder.get(folder.journal().kept());
		transcript.close();
		List<String> lines = Files.readAllLines(transcript.file());
		String[] words = Wording.ofDefaultLocale().of(Notice.of(Phrase.TRANSCRIPT_GAP, "#")).split("#");
		List<Integer> gaps = lines.stream().filter(line -> line.endsWith(words[1]))
				.map(line -> line.substring((Folder.STAMP + words[0]).length(), line.length() - words[1].length()))
				.map(Integer::valueOf).toList();
		assertTrue(lines.contains(Folder.STAMP + "Client(10.0.0.2):last"));
		assertFalse(gaps.isEmpty());
		int missing = gaps.stream().mapToInt(gap -> gap).sum();
		assertEquals(Notice.of(Phrase.TRANSCRIPT_INCOMPLETE, transcript.file(), missing), incomplete);
		int notices = 3;
		assertEquals(said + 2 + notices, lines.size() - gaps.size() + missing);
	}

	@Test
	void picturesGoToATemporaryFolderMeanwhile() throws Exception {
		Transcript transcript = folder.open();
		Picture received = Folder.receive(transcript.pictures(), Bytes.GIF);
		Path source = Files.write(temp.resolve("cat.png"), Bytes.PNG);
		Picture kept = Folder.get(transcript.pictures().keep(source, 1000));
		transcript.close();
		assertEquals(failed(transcript.file()), next());
		assertEquals(Notice.of(Phrase.TRANSCRIPT_INCOMPLETE, transcript.file(), 1), next());
		assertEquals(null, notices.poll());
		assertEquals(received.file().getParent(), kept.file().getParent());
		assertFalse(received.file().startsWith(temp.resolve("chat_logs")));
		assertTrue(received.file().isAbsolute());
		assertEquals("image_0001.gif", received.name());
		assertEquals(-1, Files.mismatch(source, kept.file()));
	}

	@Test
	void aFolderForImagesThatCannotBeWrittenDoesNotDisturbTheText() throws Exception {
		Path logs = temp.resolve("logs");
		Transcript transcript = folder.archive().open(new Location(logs, "chat_log", obstacle), folder.journal());
		Picture picture = Folder.receive(transcript.pictures(), Bytes.GIF);
		Folder.receive(transcript.pictures(), Bytes.GIF);
		folder.journal().append(new Said(true, "Server(10.0.0.1)", "look", picture));
		transcript.close();
		assertEquals(failed(obstacle), next());
		assertEquals(null, notices.poll());
		assertTrue(Files.readAllLines(transcript.file()).getLast().endsWith(' ' + picture.file().toString()));
	}

	@Test
	void aPictureThatTheDiskCannotTakeWholeGoesOnInATemporaryFolder() throws Exception {
		Path images = temp.resolve("images");
		var folders = new PictureFolders(() -> images, new Fault(folder.journal()), FileChannel::open);
		PictureFile file = folders.begin();
		file.write(ByteBuffer.wrap(Bytes.PNG, 0, 10));
		var full = new IOException("No space left on device");
		PictureFile other = folders.beginElsewhere(file, full);
		file.copyTo(other);
		file.discard();
		other.write(ByteBuffer.wrap(Bytes.PNG, 10, Bytes.PNG.length - 10));
		assertEquals(full, assertThrows(IOException.class, () -> folders.beginElsewhere(other, full)));
		Picture picture = other.finish(null);
		folders.finished(picture);
		assertArrayEquals(Bytes.PNG, Files.readAllBytes(picture.file()));
		assertEquals(List.of(), Folder.names(images));
		assertEquals(Notice.of(Phrase.TRANSCRIPT_FAILED, images, Notice.reason(Phrase.DISK_FULL)), next());
		folders.finished(folders.begin().finish(null));
		assertEquals(Notice.of(Phrase.TRANSCRIPT_RESUMED, images), next());
	}

	@Test
	void reasonsAreToldInWords() {
		assertEquals("%DISK_FULL", Fault.reason(new IOException("No space left on device")));
		assertEquals("%DISK_FULL", Fault.reason(new FileSystemException("a", null, "Disk quota exceeded")));
		assertEquals("%DISK_FULL", Fault.reason(new IOException("There is not enough space on the disk")));
		assertEquals("%NOT_WRITABLE", Fault.reason(new AccessDeniedException("a")));
		assertEquals("%NOT_WRITABLE", Fault.reason(new FileSystemException("a", null, "Read-only file system")));
		assertEquals("Input/output error", Fault.reason(new IOException("Input/output error")));
		assertEquals("IOException", Fault.reason(new IOException()));
	}

	private static Notice failed(Path path) {
		return Notice.of(Phrase.TRANSCRIPT_FAILED, path, Notice.reason(Phrase.NOT_WRITABLE));
	}

	private Notice next() throws InterruptedException {
		Notice notice = notices.poll(10, TimeUnit.SECONDS);
		assertTrue(notice != null, "no notice came");
		return notice;
	}

	private static void deleteAll(Path folder) throws IOException {
		try (var files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}
}
