/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Picture;

class MessageLogTest {

	@TempDir
	private Path folder;
	private final ListSource source = new ListSource();
	private Stage stage;

	@BeforeEach
	void open() {
		stage = new Stage(source);
		stage.emptyClipboard();
	}

	@AfterEach
	void close() {
		stage.close();
	}

	@Test
	void itFollowsTheNewestMessage() {
		stage.say(500);
		assertTrue(isInSight(500));
		stage.say(1);
		assertTrue(isInSight(501));
		assertFalse(newsIsShown());
	}

	@Test
	void whoReadsOlderMessagesIsLeftThereAndToldOfNewOnes() {
		stage.say(500);
		stage.wheel(30, 0);
		assertFalse(isInSight(500));
		long top = top();
		stage.say(1);
		assertEquals(top, top());
		assertEquals("1 new message ↓", newsText());
		stage.say(2);
		assertEquals("3 new messages ↓", newsText());
		stage.ui.act(() -> stage.log.news().notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event()));
		assertTrue(isInSight(503));
		assertFalse(newsIsShown());
	}

	@Test
	void whatOneSaysOneselfIsShown() {
		stage.say(500);
		stage.wheel(30, 0);
		source.answer("here");
		stage.refresh();
		assertTrue(isInSight(501));
	}

	@Test
	void keysScrollAndGoFromMessageToMessage() {
		stage.say(500);
		stage.press(0, SWT.HOME);
		assertEquals(1, current());
		assertTrue(isInSight(1));
		stage.press(0, SWT.ARROW_DOWN);
		stage.press(0, SWT.ARROW_DOWN);
		stage.press(0, SWT.ARROW_UP);
		assertEquals(2, current());
		stage.press(0, SWT.PAGE_DOWN);
		assertTrue(top() > 1);
		assertTrue(isInSight(current()));
		stage.press(0, SWT.END);
		assertEquals(500, current());
		assertTrue(stage.ui.ui(stage.log::isFollowing));
		stage.press(0, SWT.PAGE_UP);
		assertFalse(stage.ui.ui(stage.log::isFollowing));
	}

	@Test
	void theScrollBarGoesEverywhere() {
		stage.say(1000);
		stage.ui.act(() -> {
			stage.canvas().getVerticalBar().setSelection(0);
			stage.canvas().getVerticalBar().notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
		});
		assertEquals(1, top());
		stage.ui.act(() -> {
			stage.canvas().getVerticalBar().setSelection(stage.canvas().getVerticalBar().getMaximum());
			stage.canvas().getVerticalBar().notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
		});
		assertTrue(isInSight(1000));
	}

	@Test
	void textIsSelectedWithTheMouseAcrossMessages() {
		source.say("first message");
		source.say("second 訊息");
		source.answer("third one");
		stage.refresh();
		stage.drag(stage.at(1, 6), stage.at(1, 13));
		stage.press(SWT.MOD1, 'c');
		stage.awaitClipboard("message");
		stage.drag(stage.at(3, 5), stage.at(1, 6));
		stage.press(SWT.MOD1, 'c');
		stage.awaitClipboard("message\n" + stamped(2, "Client(10.0.0.7): second 訊息") + "\nthird");
		stage.mouse(SWT.MouseDown, stage.at(3, 9), SWT.SHIFT, 1);
		stage.mouse(SWT.MouseUp, stage.at(3, 9), SWT.SHIFT, 1);
		assertTrue(stage.ui.ui(() -> stage.canvas().selection().anchor().equals(new Position(3, 5))));
	}

	@Test
	void aDoubleClickSelectsAWordAndATripleClickTheMessage() {
		source.say("one two, three");
		stage.refresh();
		stage.mouse(SWT.MouseDoubleClick, stage.at(1, 5), 0, 2);
		stage.press(SWT.MOD1, 'c');
		stage.awaitClipboard("two");
		stage.mouse(SWT.MouseDown, stage.at(1, 5), 0, 3);
		stage.press(SWT.MOD1, 'c');
		stage.awaitClipboard("one two, three");
	}

	@Test
	void messagesAndCharactersAreSelectedWithTheKeyboard() {
		source.say("one");
		source.say("two");
		source.say("thr\uD83D\uDE42ee");
		stage.refresh();
		stage.press(0, SWT.HOME);
		stage.press(SWT.SHIFT, SWT.ARROW_DOWN);
		stage.press(SWT.SHIFT, SWT.ARROW_DOWN);
		stage.press(SWT.MOD1, 'c');
		stage.awaitClipboard(stamped(1, "Client(10.0.0.7): one") + "\n" + stamped(2, "Client(10.0.0.7): two"));
		stage.press(0, SWT.END);
		for (int i = 0; i < 4; i++) {
			stage.press(SWT.SHIFT, SWT.ARROW_RIGHT);
		}
		stage.press(SWT.MOD1, SWT.INSERT);
		stage.awaitClipboard("thr\uD83D\uDE42");
		stage.press(0, SWT.ESC);
		assertTrue(stage.ui.ui(() -> stage.canvas().selection().isEmpty()));
	}

	@Test
	void whatWasSaidIsCopiedHoweverItIsShown() {
		String text = "0123456789".repeat(1_000);
		source.say(text);
		stage.refresh();
		stage.press(0, SWT.HOME);
		stage.press(SWT.MOD1, 'c');
		stage.awaitClipboard(stamped(1, "Client(10.0.0.7): " + text));
		stage.press(SWT.MOD1, 'a');
		stage.press(SWT.MOD1, 'c');
		stage.awaitClipboard(text);
		stage.ui.act(() -> stage.canvas().select(new Selection(new Position(1, 5), new Position(1, 1_016))));
		stage.press(SWT.MOD1, 'c');
		stage.awaitClipboard(text.substring(5, 1_015));
	}

	@Test
	void everythingIsSelectedAndCopied() {
		stage.say(3_000);
		stage.press(SWT.MOD1, 'a');
		stage.press(SWT.MOD1, 'c');
		stage.ui.await("all to be copied", () -> stage.clipboard().split("\n").length == 3_000);
		assertTrue(stage.clipboard().endsWith("message 3000"));
	}

	@Test
	void theCurrentMessageIsCopiedWhenNothingIsSelected() {
		stage.say(3);
		stage.press(0, SWT.HOME);
		stage.press(SWT.MOD1, 'c');
		stage.awaitClipboard(stamped(1, "Client(10.0.0.7): message 1"));
	}

	@Test
	void aLinkIsOpenedOnlyAfterItWasShownWhereItLeads() {
		var asked = new ArrayList<String>();
		stage.log.setConfirmation(target -> {
			asked.add(target);
			return false;
		});
		source.say("see https://example.org/a, please");
		stage.refresh();
		stage.click(stage.at(1, 1));
		assertEquals(List.of(), asked);
		stage.mouse(SWT.MouseMove, stage.at(1, 8), 0, 0);
		assertEquals("https://example.org/a", stage.ui.ui(() -> stage.canvas().getToolTipText()));
		stage.click(stage.at(1, 8));
		assertEquals(List.of("https://example.org/a"), asked);
		stage.press(0, SWT.CR);
		assertEquals(2, asked.size());
		stage.mouse(SWT.MouseMove, stage.at(1, 1), 0, 0);
		assertNull(stage.ui.ui(() -> stage.canvas().getToolTipText()));
	}

	@Test
	void draggingOverALinkSelectsItAndOpensNothing() {
		stage.log.setConfirmation(target -> {
			throw new AssertionError(target);
		});
		source.say("see https://example.org/a, please");
		stage.refresh();
		stage.drag(stage.at(1, 4), stage.at(1, 25));
		stage.press(SWT.MOD1, 'c');
		stage.awaitClipboard("https://example.org/a");
	}

	@Test
	void aClickOnAPictureShowsIt() throws IOException {
		Picture picture = picture(64, 48);
		source.say("before");
		source.show(picture);
		stage.refresh();
		Rectangle box = stage.ui.ui(() -> stage.log.pictureBounds().getFirst());
		stage.click(new Point(box.x + box.width / 2, box.y + box.height / 2));
		stage.ui.await("the picture", () -> stage.opened.equals(List.of(picture)));
		stage.press(0, SWT.CR);
		stage.ui.await("the picture again", () -> stage.opened.size() == 2);
	}

	@Test
	void aPictureThatIsDecodedLateMovesNothing() throws IOException {
		Picture picture = picture(800, 600);
		source.show(picture);
		source.say("after");
		stage.refresh();
		Rectangle before = stage.ui.ui(() -> stage.canvas().boundsOf(2));
		stage.ui.await("the picture to be drawn", () -> stage.canvas().hasThumbnail(picture));
		assertEquals(before, stage.ui.ui(() -> stage.canvas().boundsOf(2)));
	}

	@Test
	void zoomMakesItLargerWithinBounds() {
		stage.say(100);
		int height = lineHeight();
		stage.wheel(1, SWT.MOD1);
		stage.wheel(1, SWT.MOD1);
		stage.wheel(1, SWT.MOD1);
		assertTrue(lineHeight() > height);
		assertTrue(isInSight(100));
		stage.press(SWT.MOD1, '0');
		assertEquals(height, lineHeight());
		for (int i = 0; i < 50; i++) {
			stage.press(SWT.MOD1, '-');
		}
		assertEquals(50, stage.ui.ui(() -> stage.canvas().tools().zoom().percent()));
	}

	@Test
	void aLineMarksWhatCameWhileNobodyLooked() {
		stage.say(5);
		stage.ui.act(() -> stage.log.setVisible(false));
		source.add(Notice.of(Phrase.PICTURE_SENT, "Client(10.0.0.7)"));
		stage.say(2);
		stage.ui.act(() -> stage.log.setVisible(true));
		assertTrue(stage.ui.ui(() -> stage.canvas().itemLayout(7).lead().unread()));
		assertFalse(stage.ui.ui(() -> stage.canvas().itemLayout(6).lead().unread()));
		assertFalse(stage.ui.ui(() -> stage.canvas().itemLayout(8).lead().unread()));
	}

	@Test
	void whatCameIsSeenWhenThePartIsShownAgain() {
		stage.say(2);
		stage.ui.act(() -> stage.part.setVisible(false));
		stage.say(2);
		assertEquals(2, stage.ui.ui(() -> stage.canvas().unseen()));
		stage.ui.act(() -> stage.part.setVisible(true));
		stage.ui.await("the messages to be seen", () -> stage.canvas().unseen() == 0);
		stage.ui.act(() -> stage.part.setVisible(false));
		stage.say(1);
		assertFalse(stage.ui.ui(() -> stage.canvas().itemLayout(3).lead().unread()));
		assertTrue(stage.ui.ui(() -> stage.canvas().itemLayout(5).lead().unread()));
	}

	@Test
	void itIsSeenInAnyWindowItIsMovedTo() {
		stage.say(2);
		Shell other = stage.ui.ui(() -> new Shell(stage.ui.display()));
		try {
			stage.ui.act(() -> {
				other.setLayout(new FillLayout());
				other.setSize(400, 300);
				stage.part.setParent(other);
				stage.part.setVisible(false);
			});
			stage.say(1);
			assertEquals(1, stage.ui.ui(() -> stage.canvas().unseen()));
			stage.ui.act(() -> {
				stage.part.setVisible(true);
				other.open();
			});
			stage.ui.await("the message to be seen", () -> stage.canvas().unseen() == 0);
			stage.ui.act(() -> stage.shell.dispose());
			stage.say(1);
			assertTrue(isInSight(4));
		} finally {
			stage.ui.act(other::dispose);
		}
	}

	@Test
	void olderMessagesComeInWhenTheyAreScrolledTo() {
		stage.say(2_000);
		source.beSlow();
		stage.press(0, SWT.HOME);
		assertNull(stage.ui.ui(() -> stage.canvas().item(2)));
		source.answer();
		stage.ui.await("the first messages", () -> stage.canvas().item(1) != null && stage.canvas().item(2) != null);
		assertEquals(1, top());
	}

	@Test
	void aNewConversationBeginsOnAnEmptyPage() {
		stage.say(100);
		stage.press(SWT.MOD1, 'a');
		stage.wheel(30, 0);
		source.beginAnew();
		source.say("hello");
		stage.refresh();
		assertEquals(101, top());
		assertEquals(0, current());
		assertTrue(stage.ui.ui(stage.log::isFollowing));
		assertTrue(stage.ui.ui(() -> stage.canvas().selection().isEmpty()));
		assertFalse(stage.ui.ui(stage.log::text).contains("message 1"));
	}

	@Test
	void oldMessagesThatCanNoLongerBeReadAreNoNewConversation() {
		stage.say(100);
		stage.wheel(30, 0);
		source.forget(101);
		stage.say(300);
		assertEquals(101, top());
		assertFalse(stage.ui.ui(stage.log::isFollowing));
		assertEquals("300 new messages ↓", newsText());
	}

	@Test
	void aHugeMessageAmongOthersIsScrolledThrough() {
		stage.say(3);
		source.say("字".repeat(1 << 20));
		source.say("x\n".repeat(100_000));
		stage.say(3);
		assertTrue(isInSight(8));
		stage.press(0, SWT.HOME);
		assertTrue(isInSight(1));
		for (int i = 0; i < 2_000 && !stage.ui.ui(stage.log::isFollowing); i++) {
			stage.press(0, SWT.PAGE_DOWN);
		}
		assertTrue(isInSight(8));
	}

	@Test
	void anEmptyMessageHasALineOfItsOwn() {
		source.say("");
		source.say("  ");
		stage.refresh();
		Rectangle first = stage.ui.ui(() -> stage.canvas().boundsOf(1));
		Rectangle second = stage.ui.ui(() -> stage.canvas().boundsOf(2));
		assertTrue(first.y + first.height <= second.y && second.height >= lineHeight());
	}

	@Test
	void textIsReadInTheDirectionOfItsFirstLetter() {
		source.say("\u05e9\u05dc\u05d5\u05dd, \u05e2\u05d5\u05dc\u05dd! (abc) 12:30");
		source.say("12 apples, \u05e9\u05dc\u05d5\u05dd");
		stage.refresh();
		assertEquals(SWT.RIGHT_TO_LEFT, stage.ui.ui(() -> stage.canvas().itemLayout(1).body().getOrientation()));
		assertEquals(SWT.LEFT_TO_RIGHT, stage.ui.ui(() -> stage.canvas().itemLayout(2).body().getOrientation()));
	}

	@Test
	void aNarrowWindowWrapsAndKeepsThePlace() {
		for (int i = 0; i < 200; i++) {
			source.say("a rather long message that has to be wrapped when the window is narrow " + i);
		}
		stage.refresh();
		stage.wheel(100, 0);
		long top = top();
		stage.ui.act(() -> stage.shell.setSize(260, 400));
		stage.ui.await("the width", () -> stage.canvas().getClientArea().width < 270);
		assertEquals(top, top());
		stage.ui.act(() -> stage.shell.setSize(900, 400));
		stage.ui.await("the width", () -> stage.canvas().getClientArea().width > 800);
		assertEquals(top, top());
		assertNotNull(stage.ui.ui(() -> stage.canvas().item(top)));
	}

	@Test
	void whatIsInSightComesHoweverLargeWhatIsReadWithItIs() {
		String text = "x".repeat(140_000);
		for (int i = 0; i < 300; i++) {
			source.say(text);
		}
		source.beSlow();
		stage.refresh();
		assertNull(stage.ui.ui(() -> stage.canvas().item(300)));
		source.answer();
		stage.ui.await("the newest message", () -> {
			source.answer();
			return stage.canvas().item(300) != null;
		});
	}

	@Test
	void whatComesInIsNotReadFromADiskJustToBeCounted() {
		stage.say(5);
		stage.ui.act(() -> stage.log.setVisible(false));
		source.keepAtHand(3);
		source.beSlow();
		stage.say(2_000);
		assertEquals(3, stage.ui.ui(() -> stage.canvas().unseen()));
		assertTrue(source.waiting() <= 2, () -> source.waiting() + " pages");
	}

	@Test
	void longTextsAreNotAllKeptLaidOut() {
		String text = "x".repeat(8_000);
		for (int i = 0; i < 60; i++) {
			source.say(text);
		}
		stage.refresh();
		for (long number = 1; number <= 60; number++) {
			long each = number;
			assertNotNull(stage.ui.ui(() -> stage.canvas().itemLayout(each).body()));
		}
		assertTrue(stage.ui.ui(() -> stage.canvas().laidOut()) <= Layouts.MOST_CHARACTERS);
	}

	private Picture picture(int width, int height) throws IOException {
		Path file = folder.resolve(width + ".png");
		ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
		return Picture.probe(file, 1 << 20);
	}

	private String stamped(long number, String text) {
		return stage.ui.ui(() -> stage.canvas().item(number).asText(stage.canvas().style().zone,
				new dev.anteroom.chat.Wording(java.util.Locale.ENGLISH))).substring(0, 11) + text;
	}

	private boolean isInSight(long number) {
		return stage.ui.ui(() -> {
			Rectangle bounds = stage.canvas().boundsOf(number);
			return bounds != null && bounds.y + bounds.height > 0 && bounds.y < stage.canvas().getClientArea().height;
		});
	}

	private long top() {
		return stage.ui.ui(() -> stage.canvas().scroll().top());
	}

	private long current() {
		return stage.ui.ui(() -> stage.canvas().current());
	}

	private int lineHeight() {
		return stage.ui.ui(() -> stage.canvas().style().lineHeight);
	}

	private boolean newsIsShown() {
		return stage.ui.ui(() -> stage.log.news().getVisible());
	}

	private String newsText() {
		return stage.ui.ui(() -> stage.log.news().getVisible() ? stage.log.news().getText() : "");
	}
}
