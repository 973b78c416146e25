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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

import javax.imageio.ImageIO;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;

/** Pictures that take their time to go out. */
class UnderWayTest {

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

	private Path picture(String name) {
		Path file = folder.resolve(name);
		try {
			ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
		} catch (IOException e) {
			throw new AssertionError(e);
		}
		return file;
	}

	private void send(String text, Path... files) {
		desk.act(() -> {
			desk.type(text);
			desk.composer().attach(files);
			desk.press(SWT.CR, '\r', 0);
		});
	}

	private void awaitWords(String... words) {
		desk.await(List.of(words).toString(), () -> desk.composer().underWay().equals(List.of(words)));
	}

	@Test
	void theyShowHowFarTheyAre() {
		desk.act(() -> {
			send("look", picture("a.png"), picture("b.png"));
			assertEquals(List.of(), desk.composer().underWay(), "not at once");
		});
		awaitWords("a.png waits its turn", "b.png waits its turn");
		desk.conversation.delivery(0).get(34, 100);
		awaitWords("Sending a.png, 34 %", "b.png waits its turn");
		desk.act(() -> {
			assertFalse(desk.underWay().getFirst().look().removable(), "its first byte is out");
			assertTrue(desk.underWay().getLast().look().removable());
		});
		desk.conversation.delivery(0).get(100, 100);
		desk.conversation.delivery(0).succeed();
		awaitWords("b.png waits its turn");
		desk.conversation.delivery(1).succeed();
		awaitWords();
		desk.act(() -> assertTrue(desk.composer().isEmpty()));
	}

	@Test
	void textCanBeSentMeanwhile() {
		Path a = picture("a.png");
		send("", a);
		awaitWords("a.png waits its turn");
		send("hello");
		assertEquals(List.of(new Draft("", a), new Draft("hello", null)), desk.conversation.drafts());
		desk.conversation.delivery(1).succeed();
		desk.act(() -> assertEquals(List.of("a.png waits its turn"), desk.composer().underWay()));
	}

	@Test
	void oneThatIsTakenBackIsThereAgain() {
		Path a = picture("a.png");
		Path b = picture("b.png");
		send("look", a, b);
		awaitWords("a.png waits its turn", "b.png waits its turn");
		desk.act(() -> Desk.press(desk.underWay().getLast(), SWT.DEL, SWT.DEL, 0));
		awaitWords("a.png waits its turn");
		assertEquals(List.of(new Draft("", b)), desk.ui(() -> desk.composer().drafts()));
		desk.act(() -> desk.underWay().getFirst().remove());
		awaitWords();
		assertEquals(List.of(new Draft("look", b), new Draft("", a)), desk.ui(() -> desk.composer().drafts()));
	}

	@Test
	void aPictureWhoseTextIsOutComesBackAlone() {
		Path a = picture("a.png");
		send("look", a);
		desk.conversation.delivery(0).fail(
				Notice.of(Phrase.PICTURE_SEND_FAILED, "a.png", Notice.reason(Phrase.NO_IMAGE_CHANNEL)), new Draft("", a));
		desk.await("the picture", () -> desk.composer().drafts().equals(List.of(new Draft("", a))));
	}

	@Test
	void whatFailsBesideSomethingNewBringsBackItsPictureAndSaysWhereItsTextIs() {
		desk.act(() -> desk.composer().attach(new ImageData(4, 4, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF))));
		desk.await("the picture", () -> desk.sendButton().isEnabled());
		send("look");
		Path file = desk.conversation.drafts().getFirst().image();
		desk.act(() -> desk.type("next"));
		desk.conversation.delivery(0).fail(Notice.of(Phrase.SEND_FAILED, Notice.reason(Phrase.CONNECTION_CLOSED)), null);
		desk.await("the picture", () -> desk.composer().drafts().equals(List.of(new Draft("next", file))));
		assertTrue(Files.exists(file), "there is no other copy");
		desk.act(() -> {
			assertEquals("The text that was not sent comes back with " + MessageField.OLDER, desk.composer().hint());
			desk.press(SWT.ARROW_UP, '\0', SWT.MOD1);
			assertEquals("look", desk.composer().field().message());
		});
	}

	@Test
	void whatComesBackFromOneSendingIsToldTogether() {
		Path a = picture("a.png");
		Path b = picture("b.png");
		send("look", a, b);
		desk.act(() -> desk.type("next"));
		desk.conversation.delivery(0).fail(Notice.of(Phrase.SEND_CANCELLED), null);
		desk.conversation.delivery(1).fail(Notice.of(Phrase.PICTURE_CANCELLED, "b.png"), null);
		List<Draft> all = List.of(new Draft("next", a), new Draft("", b));
		desk.await("both pictures", () -> desk.composer().drafts().equals(all));
		desk.act(() -> {
			assertTrue(desk.composer().hint().endsWith(MessageField.OLDER), "not forgotten over the second picture");
			desk.type("!");
			assertFalse(desk.composer().hint().endsWith(MessageField.OLDER));
		});
	}

	@Test
	void aPictureForWhichThereIsNoRoomAnyMoreIsTold() {
		Path a = picture("a.png");
		send("", a);
		desk.act(() -> desk.composer().attach(Collections.nCopies(AttachmentStrip.MOST, a).toArray(Path[]::new)));
		desk.conversation.delivery(0).fail(Notice.of(Phrase.PICTURE_CANCELLED, "a.png"), null);
		desk.await("the hint", () -> desk.composer().hint().equals("20 pictures at the most at once; left out: 1"));
	}

	@Test
	void aViewThatIsOpenedLaterShowsThemToo() {
		send("", picture("a.png"));
		awaitWords("a.png waits its turn");
		desk.reopen();
		awaitWords("a.png waits its turn");
		desk.conversation.delivery(0).get(1, 2);
		awaitWords("Sending a.png, 50 %");
	}

	@Test
	void theKeyboardFindsItsWayBackWhenOneIsDone() {
		send("", picture("a.png"));
		awaitWords("a.png waits its turn");
		desk.act(() -> desk.underWay().getFirst().setFocus());
		desk.conversation.delivery(0).succeed();
		desk.await("the field to have the focus", () -> desk.composer().field().isFocusControl());
	}
}
