/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.preview;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;

class PictureFilesTest {

	@TempDir
	private Path folder;

	@Test
	void theExtensionIsTheOneOfTheBytes() {
		assertEquals("cat.png", name("cat.png", PictureFormat.PNG));
		assertEquals("cat.png", name("cat.gif", PictureFormat.PNG));
		assertEquals("cat.exe.png", name("cat.exe", PictureFormat.PNG));
		assertEquals("cat.JPEG", name("cat.JPEG", PictureFormat.JPEG), "an extension of its own stays");
		assertEquals("cat.jpg", name("cat", PictureFormat.JPEG));
		assertEquals("setup.exe.bin", name("setup.exe", PictureFormat.UNKNOWN));
		assertEquals("cat.bin", name("cat.png", PictureFormat.UNKNOWN), "what is no picture is not called one");
	}

	@Test
	void namesAreSafeOnEverySystem() {
		assertEquals("_.._etc_passwd.png", name("/../etc/passwd", PictureFormat.PNG));
		assertEquals("a_b_c_d_.png", name("a\\b:c\nd\0.png", PictureFormat.PNG));
		assertEquals("a_gnp.exe.png", name("a\u202Egnp.exe", PictureFormat.PNG), "nothing turns the reading direction");
		assertEquals("profile.png", name(".profile", PictureFormat.PNG));
		assertEquals("_con.png", name("con", PictureFormat.PNG));
		assertEquals("_NUL.tar.png", name("NUL.tar.png", PictureFormat.PNG));
		assertEquals("picture.png", name("", PictureFormat.PNG));
		assertEquals("picture.png", name("...", PictureFormat.PNG));
		assertEquals("螢幕截圖 1.png", name("螢幕截圖 1.png", PictureFormat.PNG));
	}

	@Test
	void aLongNameIsCutBetweenCharacters() {
		String name = name("x" + "\uD83D\uDE42".repeat(200) + ".png", PictureFormat.PNG);
		assertTrue(name.length() < 100, name);
		assertTrue(name.endsWith("\uD83D\uDE42.png"), name);
	}

	@Test
	void whatIsThereIsReplacedOnlyWhenAskedFor() throws IOException {
		Path from = Files.write(folder.resolve("from"), new byte[] { 1, 2, 3 });
		Path to = Files.write(folder.resolve("to"), new byte[] { 9 });
		assertThrows(FileAlreadyExistsException.class, () -> PictureFiles.copy(from, to, false));
		assertArrayEquals(new byte[] { 9 }, Files.readAllBytes(to));
		PictureFiles.copy(from, to, true);
		assertArrayEquals(new byte[] { 1, 2, 3 }, Files.readAllBytes(to));
		PictureFiles.copy(from, from, true);
		assertArrayEquals(new byte[] { 1, 2, 3 }, Files.readAllBytes(from), "itself");
	}

	@Test
	void nothingIsLeftBesideANewFile() throws IOException {
		Path from = Files.write(folder.resolve("from"), new byte[] { 1, 2, 3 });
		Path to = Files.createDirectory(folder.resolve("folder")).resolve("to");
		PictureFiles.copy(from, to, false);
		assertArrayEquals(new byte[] { 1, 2, 3 }, Files.readAllBytes(to));
		try (var files = Files.list(to.getParent())) {
			assertEquals(List.of(to), files.toList());
		}
	}

	@Test
	void aFailureLeavesWhatWasThere() throws IOException {
		Path to = Files.write(folder.resolve("to"), new byte[] { 9 });
		assertThrows(NoSuchFileException.class, () -> PictureFiles.copy(folder.resolve("gone"), to, true));
		assertThrows(NoSuchFileException.class,
				() -> PictureFiles.copy(folder.resolve("gone"), folder.resolve("new"), false));
		assertArrayEquals(new byte[] { 9 }, Files.readAllBytes(to));
		try (var files = Files.list(folder)) {
			assertEquals(1, files.count(), "and nothing beside it");
		}
	}

	@Test
	void onlyAPictureWithThatNameIsOpenedByOthers() {
		assertTrue(PictureExport.canOpen(picture("cat", "a.png", PictureFormat.PNG)));
		assertFalse(PictureExport.canOpen(picture("cat.png", "a.exe", PictureFormat.PNG)));
		assertFalse(PictureExport.canOpen(picture("cat.png", "a.bin", PictureFormat.UNKNOWN)));
	}

	private String name(String name, PictureFormat format) {
		return PictureFiles.nameFor(picture(name, "a", format));
	}

	private Picture picture(String name, String file, PictureFormat format) {
		return new Picture(folder.resolve(file), name, 1, format);
	}
}
