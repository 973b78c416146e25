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
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.chat.Archive.Transcript;
import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.chat.PictureStore.Reception;

class PicturesTest {

	@TempDir
	Path temp;
	private Folder folder;
	private Transcript transcript;
	private Path images;

	@BeforeEach
	void open() {
		folder = new Folder(temp.resolve("chat_logs"));
		transcript = folder.open();
		images = folder.path().resolve(Folder.NAME + "_images");
	}

	@AfterEach
	void close() {
		transcript.close();
	}

	@Test
	void aReceivedPictureIsNamedByItsFirstBytes() throws Exception {
		var kinds = new LinkedHashMap<byte[], String>();
		kinds.put(Bytes.PNG, "image_0001.png");
		kinds.put(Bytes.JPEG, "image_0002.jpg");
		kinds.put(Bytes.GIF, "image_0003.gif");
		kinds.put(Bytes.BMP, "image_0004.bmp");
		kinds.put(Bytes.WEBP, "image_0005.webp");
		kinds.put(Bytes.TEXT, "image_0006.bin");
		for (var kind : kinds.entrySet()) {
			Picture picture = Folder.receive(transcript.pictures(), kind.getKey());
			assertEquals(kind.getValue(), picture.name());
			assertEquals(images.resolve(kind.getValue()), picture.file());
			assertEquals(kind.getKey().length, picture.size());
			assertEquals(PictureFormat.of(kind.getKey(), kind.getKey().length), picture.format());
			assertArrayEquals(kind.getKey(), Files.readAllBytes(picture.file()));
		}
		assertEquals(List.copyOf(kinds.values()), Folder.names(images));
	}

	@Test
	void aPictureIsNamedInItsLine() throws Exception {
		Picture picture = Folder.receive(transcript.pictures(), Bytes.JPEG);
		folder.say("look", picture);
		folder.say("", picture);
		transcript.close();
		List<String> lines = folder.lines(Folder.NAME + ".txt");
		assertEquals(3, lines.size());
		assertEquals(Folder.STAMP + "Client(10.0.0.2):look", lines.get(0));
		for (String line : lines.subList(1, 3)) {
			assertTrue(line.startsWith(Folder.STAMP + "Client(10.0.0.2):["), line);
			assertTrue(line.endsWith(" " + Path.of(Folder.NAME + "_images", "image_0001.jpg")), line);
		}
	}

	@Test
	void aFolderOfItsOwnTakesThePictures() throws Exception {
		Path own = temp.resolve("elsewhere/pictures");
		Transcript second = folder.open(own);
		Picture picture = Folder.receive(second.pictures(), Bytes.PNG);
		assertEquals(own.resolve("image_0001.png"), picture.file());
		folder.say("look", picture);
		second.close();
		assertTrue(Files.readAllLines(second.file()).getLast().endsWith(' ' + picture.file().toString()));
	}

	@Test
	void nothingInTheFolderIsOverwritten() throws Exception {
		Files.createDirectories(images);
		Files.writeString(images.resolve("image_0007.bin"), "theirs");
		Files.writeString(images.resolve("notes.txt"), "theirs");
		assertEquals("image_0008.png", Folder.receive(transcript.pictures(), Bytes.PNG).name());
		Files.writeString(images.resolve("image_0009.png"), "theirs");
		Picture next = Folder.receive(transcript.pictures(), Bytes.PNG);
		assertArrayEquals(Bytes.PNG, Files.readAllBytes(next.file()));
		assertEquals("theirs", Files.readString(images.resolve("image_0009.png")));
		assertEquals("theirs", Files.readString(images.resolve("image_0007.bin")));
	}

	@Test
	void anUnfinishedPictureHasAnotherName() throws Exception {
		Reception reception = transcript.pictures().receive();
		Folder.get(reception.write(ByteBuffer.wrap(Bytes.PNG)));
		assertEquals(List.of("image_0001.part"), Folder.names(images));
		Folder.get(reception.complete());
		assertEquals(List.of("image_0001.png"), Folder.names(images));
	}

	@Test
	void twoPicturesMayComeInAtOnce() throws Exception {
		Reception first = transcript.pictures().receive();
		Reception second = transcript.pictures().receive();
		Folder.get(first.write(ByteBuffer.wrap(Bytes.PNG)));
		Folder.get(second.write(ByteBuffer.wrap(Bytes.GIF)));
		assertArrayEquals(Bytes.GIF, Files.readAllBytes(Folder.get(second.complete()).file()));
		assertArrayEquals(Bytes.PNG, Files.readAllBytes(Folder.get(first.complete()).file()));
	}

	@Test
	void whatIsAbortedLeavesNothing() throws Exception {
		Reception reception = transcript.pictures().receive();
		Folder.get(reception.write(ByteBuffer.wrap(Bytes.PNG)));
		reception.abort();
		assertThrows(ExecutionException.class, () -> Folder.get(reception.complete()));
		assertEquals(List.of(), Folder.names(images));
	}

	@Test
	void whatIsUnfinishedAtTheEndLeavesNothing() throws Exception {
		Reception reception = transcript.pictures().receive();
		Folder.get(reception.write(ByteBuffer.wrap(Bytes.PNG)));
		transcript.close();
		assertEquals(List.of(), Folder.names(images));
		Folder.get(reception.write(ByteBuffer.wrap(Bytes.PNG)));
		failure(reception.complete());
		reception.abort();
	}

	@Test
	void keepingCopiesTheFileAndItsName() throws Exception {
		Path source = Files.write(temp.resolve("我的 cat.jpeg"), Bytes.JPEG);
		Picture picture = Folder.get(transcript.pictures().keep(source, Bytes.JPEG.length));
		assertEquals(new Picture(images.resolve("image_0001.jpg"), "我的 cat.jpeg", Bytes.JPEG.length,
				PictureFormat.JPEG), picture);
		Files.write(source, Bytes.TEXT);
		assertArrayEquals(Bytes.JPEG, Files.readAllBytes(picture.file()));
	}

	@Test
	void aLargeFileIsKeptWhole() throws Exception {
		byte[] bytes = new byte[3 << 20];
		new Random(1).nextBytes(bytes);
		System.arraycopy(Bytes.PNG, 0, bytes, 0, Bytes.PNG.length);
		Path source = Files.write(temp.resolve("large.png"), bytes);
		Picture picture = Folder.get(transcript.pictures().keep(source, 64 << 20));
		assertEquals(-1, Files.mismatch(source, picture.file()));
	}

	@Test
	void whatCannotBeKeptIsRefusedWithItsReason() throws Exception {
		assertRefused(temp.resolve("missing.png"), Phrase.FILE_MISSING);
		assertRefused(Files.createDirectory(temp.resolve("folder.png")), Phrase.FILE_UNREADABLE);
		assertRefused(Files.write(temp.resolve("empty.png"), new byte[0]), Phrase.FILE_EMPTY);
		assertRefused(Files.write(temp.resolve("text.png"), Bytes.TEXT), Phrase.NOT_A_PICTURE);
		assertRefused(Files.write(temp.resolve("short.png"), new byte[] { (byte) 0x89 }), Phrase.NOT_A_PICTURE);
		assertRefused(Files.write(temp.resolve("big.png"), Arrays.copyOf(Bytes.PNG, 1001)),
				Phrase.PICTURE_TOO_BIG);
		assertRefused(temp.resolve("text.png/inside.png"), Phrase.FILE_MISSING);
		assertEquals(List.of(), Folder.names(images));
	}

	@Test
	void aPipeIsRefusedRatherThanWaitedFor() throws Exception {
		Path pipe = temp.resolve("pipe.png");
		Process mkfifo;
		try {
			mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
		} catch (IOException e) {
			return; // This system has none.
		}
		if (mkfifo.waitFor(10, TimeUnit.SECONDS) && mkfifo.exitValue() == 0) {
			assertRefused(pipe, Phrase.FILE_UNREADABLE);
		}
	}

	@Test
	void nothingIsKeptAfterClosing() throws Exception {
		Path source = Files.write(temp.resolve("cat.png"), Bytes.PNG);
		transcript.close();
		Notice notice = failure(transcript.pictures().keep(source, 1000));
		assertEquals(Phrase.PICTURE_SEND_FAILED, notice.phrase());
		assertFalse(Files.exists(images));
	}

	@Test
	void whatWasBegunBeforeClosingIsKept() throws Exception {
		Path source = Files.write(temp.resolve("cat.png"), Bytes.PNG);
		CompletionStage<Picture> kept = transcript.pictures().keep(source, 1000);
		transcript.close();
		assertTrue(Files.exists(Folder.get(kept).file()));
	}

	private void assertRefused(Path source, Phrase reason) throws Exception {
		Notice notice = failure(transcript.pictures().keep(source, 1000));
		assertEquals(Notice.of(Phrase.PICTURE_SEND_FAILED, source.getFileName(), Notice.reason(reason)), notice);
	}

	private static Notice failure(CompletionStage<Picture> stage) {
		var e = assertThrows(ExecutionException.class, () -> Folder.get(stage));
		return assertInstanceOf(ChatException.class, e.getCause()).notice();
	}

	@Test
	void aKeptPictureCanBeDiscardedAndNothingElse() throws Exception {
		Path source = Files.write(temp.resolve("cat.png"), Bytes.PNG);
		Picture first = Folder.get(transcript.pictures().keep(source, 1 << 20));
		Picture second = Folder.get(transcript.pictures().keep(source, 1 << 20));
		transcript.pictures().discard(first);
		transcript.pictures().discard(first);
		transcript.pictures().discard(new Picture(source, "cat.png", Bytes.PNG.length, PictureFormat.PNG));
		Picture third = Folder.get(transcript.pictures().keep(source, 1 << 20));
		assertTrue(Files.exists(second.file()) && Files.exists(third.file()));
		assertEquals(List.of("image_0002.png", "image_0003.png"), Folder.names(images));
		assertTrue(Files.exists(source));
	}
}
