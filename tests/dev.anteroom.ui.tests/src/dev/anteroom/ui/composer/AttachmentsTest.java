/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.composer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.chat.Draft;

/** Pictures that are to go out: how they come into the composer, and out of it. */
class AttachmentsTest {

	private final Desk desk = new Desk();

	@TempDir
	private Path folder;

	@BeforeEach
	void open() {
		desk.open(500, 600);
	}

	@AfterEach
	void close() {
		desk.close();
	}

	private Path picture(String name) throws IOException {
		Path file = folder.resolve(name);
		ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
		return file;
	}

	private static ImageData image() {
		var data = new ImageData(30, 20, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
		data.setPixel(3, 4, 0x336699);
		return data;
	}

	private void onClipboard(Object[] contents, Transfer... kinds) {
		desk.act(() -> {
			var clipboard = new Clipboard(desk.display());
			clipboard.setContents(contents, kinds);
			clipboard.dispose();
		});
	}

	private void paste() {
		desk.act(() -> desk.press('v', '\u0016', SWT.MOD1));
	}

	private void send() {
		desk.await("the button to be enabled", () -> desk.sendButton().isEnabled());
		desk.act(() -> desk.press(SWT.CR, '\r', 0));
	}

	private void awaitWords(String... words) {
		desk.await(Arrays.toString(words), () -> desk.composer().attachments().equals(List.of(words)));
	}

	@Test
	void severalGoOutInOrderTheFirstWithTheText() throws IOException {
		Path a = picture("a.png");
		Path b = picture("b.png");
		desk.act(() -> {
			desk.composer().attach(a);
			desk.type("look");
			desk.composer().attach(b, a);
		});
		send();
		assertEquals(List.of(new Draft("look", a), new Draft("", b), new Draft("", a)), desk.conversation.drafts());
		assertTrue(desk.ui(() -> desk.composer().isEmpty()));
	}

	@Test
	void eachIsDescribedWithItsThumbnail() throws IOException {
		Path a = picture("a.png");
		desk.act(() -> desk.composer().attach(a));
		awaitWords("a.png, " + Files.size(a) + " B");
		desk.await("a thumbnail", () -> desk.attached().getFirst().look().image() != null);
		desk.act(() -> assertEquals("a.png, " + size(a) + " B", Desk.nameOf(desk.attached().getFirst())));
	}

	private static long size(Path file) {
		try {
			return Files.size(file);
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void whatCannotBeSentSaysWhyAndStays() throws IOException {
		Path good = picture("good.png");
		Path notes = Files.writeString(folder.resolve("notes.png"), "not a picture");
		Path empty = Files.createFile(folder.resolve("empty.png"));
		Path huge = folder.resolve("huge.png");
		try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
			file.setLength((64L << 20) + 1);
		}
		desk.act(() -> desk.composer().attach(notes, folder.resolve("gone.png"), empty, huge, folder));
		awaitWords("notes.png, the file is not a picture (PNG, JPEG, GIF, BMP or WebP)", "gone.png, there is no such file",
				"empty.png, the file is empty", "huge.png, the file is too big",
				folder.getFileName() + ", the file cannot be read");
		desk.act(() -> {
			assertFalse(desk.sendButton().isEnabled(), "there is nothing to send");
			desk.composer().attach(good);
		});
		send();
		assertEquals(List.of(new Draft("", good)), desk.conversation.drafts());
		assertEquals(5, desk.ui(() -> desk.composer().attachments().size()));
	}

	@Test
	void thereMayBeTwenty() throws IOException {
		Path a = picture("a.png");
		var many = new Path[22];
		Arrays.fill(many, a);
		desk.act(() -> desk.composer().attach(many));
		desk.act(() -> {
			assertEquals(20, desk.composer().attachments().size());
			assertEquals("20 pictures at the most at once; left out: 2", desk.composer().hint());
			desk.composer().attach(a);
			assertEquals(20, desk.composer().attachments().size());
		});
		desk.await("all to be known", () -> desk.composer().attachments().stream().allMatch(words -> words.contains(" B")));
		assertEquals("20 pictures at the most at once; left out: 1", desk.ui(() -> desk.composer().hint()));
		desk.act(() -> desk.type("x"));
		assertEquals("Enter sends, Shift+Enter begins a new line", desk.ui(() -> desk.composer().hint()));
		assertTrue(desk.ui(() -> desk.attached().getFirst().getParent().getParent().getSize().y) < 200, "few rows are seen");
	}

	@Test
	void anImageOnTheClipboardIsAttached() throws IOException {
		onClipboard(new Object[] { image() }, ImageTransfer.getInstance());
		paste();
		desk.await("the picture", () -> !desk.composer().drafts().isEmpty());
		Path file = desk.ui(() -> desk.composer().drafts().getFirst().image());
		BufferedImage written = ImageIO.read(file.toFile());
		assertEquals(30, written.getWidth());
		assertEquals(0xFF336699, written.getRGB(3, 4));
		desk.act(() -> assertEquals("", desk.composer().field().message()));
		send();
		assertTrue(Files.exists(file), "as long as it is needed");
		desk.conversation.delivery(0).succeed();
		desk.await("the file to be gone", () -> !Files.exists(file));
	}

	@Test
	void filesOnTheClipboardAreAttached() throws IOException {
		Path a = picture("a.png");
		Path b = picture("圖.png");
		onClipboard(new Object[] { new String[] { a.toString(), b.toString() } }, FileTransfer.getInstance());
		paste();
		assertEquals(List.of(new Draft("", a), new Draft("", b)), desk.ui(() -> desk.composer().drafts()));
	}

	@Test
	void whereThereIsTextAsWellTheTextIsMeant() {
		onClipboard(new Object[] { image(), "1\t2" }, ImageTransfer.getInstance(), TextTransfer.getInstance());
		paste();
		assertEquals(List.of(new Draft("1\t2", null)), desk.ui(() -> desk.composer().drafts()));
	}

	@Test
	void aPastedPictureThatIsRemovedLeavesNothing() {
		desk.act(() -> desk.composer().attach(image()));
		desk.await("the picture", () -> !desk.composer().drafts().isEmpty());
		Path file = desk.ui(() -> desk.composer().drafts().getFirst().image());
		desk.act(() -> desk.attached().getFirst().remove());
		desk.await("the file to be gone", () -> !Files.exists(file));
		assertTrue(desk.ui(() -> desk.composer().isEmpty()));
	}

	@Test
	void whileAPastedPictureIsWrittenNothingIsSentWithoutIt() {
		desk.act(() -> {
			desk.type("look");
			desk.composer().attach(image());
			// Nothing can have come back to this thread yet.
			desk.press(SWT.CR, '\r', 0);
			assertTrue(desk.conversation.drafts().isEmpty() || desk.conversation.drafts().getFirst().image() != null);
		});
		desk.await("the picture", () -> desk.conversation.drafts().size() == 1 || desk.sendButton().isEnabled());
	}

	@Test
	void whatIsDroppedOnTheViewIsAttached() throws IOException {
		Path a = picture("a.png");
		desk.act(() -> {
			var drag = desk.drag(FileTransfer.getInstance());
			assertEquals(DND.DROP_COPY, drag.enter());
			assertTrue(desk.composer().dropArea().isShown());
			drag.drop(new String[] { a.toString(), folder.resolve("gone.png").toString() });
			assertFalse(desk.composer().dropArea().isShown());
		});
		awaitWords("a.png, " + size(a) + " B", "gone.png, there is no such file");
		desk.act(() -> {
			var drag = desk.drag(ImageTransfer.getInstance());
			drag.enter();
			drag.drop(image());
			assertEquals(3, desk.composer().attachments().size());
		});
	}

	@Test
	void whatIsNoPictureIsNotTakenByDrop() {
		desk.act(() -> {
			var drag = desk.drag(TextTransfer.getInstance());
			assertEquals(DND.DROP_NONE, drag.enter());
			assertFalse(desk.composer().dropArea().isShown());
			drag.leave();
		});
	}

	@Test
	void aDragThatLeavesTakesItsWordsAlong() {
		desk.act(() -> {
			var drag = desk.drag(FileTransfer.getInstance());
			drag.enter();
			drag.leave();
			assertFalse(desk.composer().dropArea().isShown());
		});
	}

	@Test
	void theCrossRemoves() throws IOException {
		Path a = picture("a.png");
		Path b = picture("b.png");
		desk.act(() -> desk.composer().attach(a, b));
		desk.act(() -> {
			desk.view().layout(true, true);
			Chip chip = desk.attached().getFirst();
			Rectangle cross = chip.cross();
			var event = new Event();
			event.button = 1;
			event.x = cross.x + cross.width / 2;
			event.y = cross.y + cross.height / 2;
			chip.notifyListeners(SWT.MouseUp, event);
			assertFalse(chip.isDisposed(), "not within its own event");
		});
		assertEquals(List.of(new Draft("", b)), desk.ui(() -> desk.composer().drafts()));
	}

	@Test
	void theKeyboardReachesAndRemovesThem() throws IOException {
		Path a = picture("a.png");
		Path b = picture("b.png");
		Path c = picture("c.png");
		desk.act(() -> {
			desk.composer().attach(a, b, c);
			desk.composer().setFocus();
		});
		desk.act(() -> {
			desk.composer().field().traverse(SWT.TRAVERSE_TAB_PREVIOUS);
			assertTrue(desk.attached().getLast().isFocusControl(), "the last is one step away");
			Desk.press(desk.attached().getLast(), SWT.ARROW_LEFT, '\0', 0);
			assertTrue(desk.attached().get(1).isFocusControl());
			Desk.press(desk.attached().get(1), SWT.DEL, SWT.DEL, 0);
		});
		desk.act(() -> {
			assertEquals(List.of(new Draft("", a), new Draft("", c)), desk.composer().drafts());
			assertTrue(desk.attached().get(1).isFocusControl(), "its neighbour is next");
			Desk.press(desk.attached().get(1), SWT.HOME, '\0', 0);
			Desk.press(desk.attached().getFirst(), SWT.BS, '\b', 0);
		});
		desk.act(() -> Desk.press(desk.attached().getFirst(), SWT.BS, '\b', 0));
		desk.act(() -> assertTrue(desk.composer().field().isFocusControl(), "none is left"));
	}

	@Test
	void escapeLeavesThem() throws IOException {
		Path a = picture("a.png");
		desk.act(() -> desk.composer().attach(a));
		desk.act(() -> {
			desk.attached().getFirst().setFocus();
			desk.attached().getFirst().traverse(SWT.TRAVERSE_ESCAPE);
			assertTrue(desk.composer().field().isFocusControl());
		});
	}

	@Test
	void theyAreKeptWhileNoViewShowsThem() throws IOException {
		Path a = picture("a.png");
		desk.act(() -> {
			desk.composer().attach(a);
			desk.composer().attach(image());
		});
		desk.await("both", () -> desk.composer().drafts().size() == 2);
		List<Draft> before = desk.ui(() -> desk.composer().drafts());
		desk.reopen();
		assertEquals(before, desk.ui(() -> desk.composer().drafts()));
	}

	@Test
	void inLinePicturesHaveToWait() throws IOException {
		Path a = picture("a.png");
		desk.enter(FakeConversation.WAITING);
		desk.act(() -> {
			desk.type("hello");
			assertTrue(desk.sendButton().isEnabled());
			desk.composer().attach(a);
			assertFalse(desk.sendButton().isEnabled());
			assertEquals("Pictures can be sent when it is your turn", desk.composer().hint());
		});
	}

	@Test
	void anAmpersandInANameIsShownWhereSwtWouldTakeItForAMnemonic() throws IOException {
		Path file = picture("a&b.png");
		desk.act(() -> desk.composer().attach(file));
		desk.await("what is in it", () -> desk.attached().getFirst().look().detail().endsWith("B"));
		desk.act(() -> assertTrue(desk.attached().getFirst().getToolTipText().startsWith("a&&b.png, "),
				desk.attached().getFirst().getToolTipText()));
	}
}
