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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.ui.UiThread;

class PictureExportTest {

	private static final byte[] BYTES = { 1, 2, 3, 4, 5 };

	@TempDir
	private Path folder;
	private final SlowLoader loader = new SlowLoader();
	private final PreviewStage stage = new PreviewStage(loader);
	private final UiThread thread = stage.thread;
	private final PreviewCommands commands = stage.preview.commands();
	private final PreviewStage.FakeDesktop desktop = stage.desktop;
	private Picture picture;

	@BeforeEach
	void show() throws IOException {
		Path file = Files.write(folder.resolve("image_0001.png"), BYTES);
		picture = new Picture(file, "../holiday.exe", BYTES.length, PictureFormat.PNG);
		stage.show(stage.add(picture));
		stage.answer(loader.last(), 40, 30);
	}

	@AfterEach
	void close() {
		stage.close();
	}

	@Test
	void theVeryBytesAreSavedUnderASafeName() throws IOException {
		desktop.chosen = folder.resolve("mine.jpg");
		stage.press('s', SWT.MOD1);
		assertEquals("_holiday.exe.png", desktop.offered);
		Path saved = folder.resolve("mine.png");
		thread.await("the file", () -> Files.exists(saved) && Files.size(saved) == BYTES.length);
		assertArrayEquals(BYTES, Files.readAllBytes(saved));
		assertFalse(Files.exists(desktop.chosen), "the extension is that of its format");
		assertEquals(0, desktop.questions);
	}

	@Test
	void whatTheDialogDidNotAskAboutIsNotReplacedUnasked() throws IOException {
		Path there = Files.write(folder.resolve("there.png"), new byte[] { 9 });
		desktop.chosen = folder.resolve("there");
		stage.click(commands.saveAs);
		assertEquals(1, desktop.questions);
		assertArrayEquals(new byte[] { 9 }, Files.readAllBytes(there));
		desktop.mayReplace = true;
		stage.click(commands.saveAs);
		thread.await("it to be replaced", () -> Files.size(there) == BYTES.length);
		assertArrayEquals(BYTES, Files.readAllBytes(there));
	}

	@Test
	void notSavingIsPossibleAndAFailureIsTold() {
		stage.click(commands.saveAs);
		assertEquals(List.of(), desktop.told);
		desktop.chosen = folder.resolve("no such folder").resolve("a.png");
		stage.click(commands.saveAs);
		List<String> told = List.of("The picture could not be saved to " + desktop.chosen + ".");
		thread.await("the failure", () -> desktop.told.equals(told));
	}

	@Test
	void theImageAndItsFileGoToTheClipboard() {
		stage.press('c', SWT.MOD1);
		SlowLoader.Request request = loader.last();
		assertTrue(request.width() >= 4_000, "in its own size");
		thread.act(() -> request.answer(40, 30));
		thread.await("the image",
				() -> read(ImageTransfer.getInstance()) instanceof ImageData image && image.width == 40);
		assertArrayEquals(new String[] { picture.file().toString() },
				thread.ui(() -> (String[]) read(FileTransfer.getInstance())));
	}

	@Test
	void onlyTheFileGoesToTheClipboardWhenThereIsNoImage() {
		stage.click(commands.copy);
		thread.act(() -> loader.last().answer().completeExceptionally(new IllegalStateException()));
		thread.await("the file", () -> read(FileTransfer.getInstance()) instanceof String[] files
				&& files[0].equals(picture.file().toString()));
		assertEquals(List.of(), desktop.told);
	}

	@Test
	void theSystemOpensPicturesOnly() {
		stage.click(commands.open);
		assertEquals(List.of(picture.file()), desktop.opened);
		stage.show(stage.add(new Picture(folder.resolve("a.exe"), "a.png", 5, PictureFormat.PNG)));
		assertFalse(stage.isEnabled(commands.open), "whatever it is, the system would run it");
		stage.show(stage.add(new Picture(folder.resolve("a.bin"), "a.png", 5, PictureFormat.UNKNOWN)));
		assertFalse(stage.isEnabled(commands.open));
		thread.act(commands.open::run);
		assertEquals(1, desktop.opened.size());
	}

	private Object read(Transfer transfer) {
		var clipboard = new Clipboard(thread.display());
		try {
			return clipboard.getContents(transfer);
		} finally {
			clipboard.dispose();
		}
	}
}
