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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.chat.Archive.Location;
import dev.anteroom.chat.Archive.Transcript;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Wording;

class TextArchiveTest {

	@TempDir
	Path temp;
	private Folder folder;

	@BeforeEach
	void useAFolderThatIsMissing() {
		folder = new Folder(temp.resolve("deep/chat_logs"));
	}

	@Test
	void theFileIsNamedForTheMomentInLocalTime() {
		try (Transcript transcript = folder.open()) {
			assertEquals(folder.path().resolve(Folder.NAME + ".txt"), transcript.file());
		}
	}

	@Test
	void aRelativeFolderIsMadeAbsolute() {
		var location = new Location(Path.of("no-such-folder"), "chat_log", null);
		try (Transcript transcript = new TextArchive().open(location, new Journal())) {
			assertTrue(transcript.file().isAbsolute());
			assertTrue(transcript.file().getFileName().toString().matches("chat_log_\\d{8}_\\d{6}\\.txt"));
		}
		assertFalse(Files.exists(Path.of("no-such-folder")));
	}

	@Test
	void nothingIsMadeBeforeTheFirstLine() {
		folder.open().close();
		assertFalse(Files.exists(folder.path()));
	}

	@Test
	void aNameThatIsTakenGetsANumber() throws Exception {
		Files.createDirectories(folder.path());
		Files.writeString(folder.path().resolve(Folder.NAME + ".txt"), "theirs");
		Files.writeString(folder.path().resolve(Folder.NAME + "_2.txt"), "theirs too");
		Transcript transcript = folder.open();
		folder.say("ours");
		var picture = Folder.receive(transcript.pictures(), Bytes.PNG);
		transcript.close();
		assertEquals(folder.path().resolve(Folder.NAME + "_3.txt"), transcript.file());
		assertEquals(folder.path().resolve(Folder.NAME + "_3_images/image_0001.png"), picture.file());
		assertEquals(List.of("theirs"), folder.lines(Folder.NAME + ".txt"));
		assertEquals(List.of("theirs too"), folder.lines(Folder.NAME + "_2.txt"));
		assertEquals(List.of(Folder.STAMP + "Client(10.0.0.2):ours"), folder.lines(Folder.NAME + "_3.txt"));
	}

	@Test
	void closingWritesEverythingThatWasSaid() throws Exception {
		Transcript transcript = folder.open();
		IntStream.range(0, 5_000).forEach(i -> folder.say("line " + i + " 你好 😀"));
		transcript.close();
		List<String> lines = folder.lines(Folder.NAME + ".txt");
		assertEquals(IntStream.range(0, 5_000)
				.mapToObj(i -> Folder.STAMP + "Client(10.0.0.2):line " + i + " 你好 😀").toList(), lines);
	}

	@Test
	void whatIsSaidAfterClosingIsNotWritten() throws Exception {
		Transcript transcript = folder.open();
		folder.say("before");
		transcript.close();
		folder.say("after");
		transcript.close();
		assertEquals(List.of(Folder.STAMP + "Client(10.0.0.2):before"), folder.lines(Folder.NAME + ".txt"));
	}

	@Test
	void everyLineOfATextBeginsWithTheTime() throws Exception {
		Transcript transcript = folder.open();
		folder.say("one\ntwo\r\n[00:00:00] Server(1.1.1.1):three\n");
		folder.journal().append(Phrase.CLIENT_LEFT);
		transcript.close();
		String text = Files.readString(transcript.file());
		assertTrue(text.endsWith("\n"));
		assertFalse(text.contains("\r"));
		List<String> lines = text.lines().toList();
		assertEquals(5, lines.size());
		assertTrue(lines.stream().allMatch(line -> line.startsWith(Folder.STAMP)), text);
		assertEquals(Folder.STAMP + "Client(10.0.0.2):one", lines.get(0));
		assertEquals(Folder.STAMP + "    [00:00:00] Server(1.1.1.1):three", lines.get(2));
		assertEquals(Folder.STAMP + Wording.ofDefaultLocale().of(Notice.of(Phrase.CLIENT_LEFT)), lines.get(4));
	}

	@Test
	void aNewConversationGoesOnInTheSameFile() throws Exception {
		Transcript transcript = folder.open();
		folder.say("first");
		folder.journal().append(Phrase.CLIENT_ADMITTED, "10.0.0.3:1234");
		folder.say("second");
		transcript.close();
		assertEquals(3, folder.lines(Folder.NAME + ".txt").size());
	}

	@Test
	void linesAreThereSoonWithoutClosing() throws Exception {
		try (Transcript transcript = folder.open()) {
			folder.say("hello");
			folder.journal().kept().toCompletableFuture().get(10, TimeUnit.SECONDS);
			assertEquals(List.of(Folder.STAMP + "Client(10.0.0.2):hello"), folder.lines(Folder.NAME + ".txt"));
			assertTrue(Files.exists(transcript.file()));
		}
	}

	@Test
	void theFirstPictureMakesTheFileItIsNamedAfter() throws Exception {
		try (Transcript transcript = folder.open()) {
			Folder.receive(transcript.pictures(), Bytes.PNG);
			assertTrue(Files.exists(transcript.file()));
		}
	}

	@Test
	void twoRolesWriteAtOnceIntoTheirOwnFiles() throws Exception {
		var other = new Folder(folder.path());
		Transcript first = folder.open();
		Transcript second = other.open();
		var start = new CountDownLatch(1);
		Thread thread = Thread.startVirtualThread(() -> {
			try {
				if (start.await(10, TimeUnit.SECONDS)) {
					IntStream.range(0, 1_000).forEach(i -> other.say("other " + i));
				}
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		});
		start.countDown();
		IntStream.range(0, 1_000).forEach(i -> folder.say("one " + i));
		assertTrue(thread.join(Duration.ofSeconds(10)));
		first.close();
		second.close();
		assertEquals(List.of(Folder.NAME + ".txt", Folder.NAME + "_2.txt"), Folder.names(folder.path()));
		assertAllSay("one", Files.readAllLines(first.file()));
		assertAllSay("other", Files.readAllLines(second.file()));
	}

	private static void assertAllSay(String word, List<String> lines) {
		assertEquals(1_000, lines.size());
		assertTrue(lines.stream().allMatch(line -> line.startsWith(Folder.STAMP + "Client(10.0.0.2):" + word + ' ')));
	}
}
