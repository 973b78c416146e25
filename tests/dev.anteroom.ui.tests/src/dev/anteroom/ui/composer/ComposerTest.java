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

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;

/** Writing and sending text. */
class ComposerTest {

	private final Desk desk = new Desk();

	@BeforeEach
	void open() {
		desk.open(500, 600);
	}

	@AfterEach
	void close() {
		desk.close();
	}

	private MessageField field() {
		return desk.composer().field();
	}

	private String text() {
		return desk.ui(() -> field().message());
	}

	@Test
	void enterSendsAndShiftEnterBreaksTheLine() {
		desk.act(() -> {
			desk.type("one");
			desk.press(SWT.CR, '\r', SWT.SHIFT);
			desk.type("two");
			desk.press(SWT.KEYPAD_CR, '\r', SWT.SHIFT);
			assertEquals("one\ntwo\n", field().message());
			desk.press(SWT.CR, '\r', 0);
			assertEquals("", field().message());
			desk.type("three");
			desk.press(SWT.KEYPAD_CR, '\r', 0);
		});
		assertEquals(List.of(new Draft("one\ntwo\n", null), new Draft("three", null)), desk.conversation.drafts());
	}

	@Test
	void theEnterThatEndsACompositionDoesNotSend() {
		desk.act(() -> {
			desk.type("a");
			int now = desk.now();
			desk.compose("ㄋㄧ", false, now - 2);
			desk.press(SWT.CR, '\r', 0);
			assertEquals(List.of(), desk.conversation.drafts(), "it is the input method's");
			desk.compose("你", true, now);
			desk.press(SWT.CR, '\r', 0);
			assertEquals(List.of(), desk.conversation.drafts(), "the same press of the key");
			desk.compose("ㄏ", false, now - 2);
			desk.compose("好", true, now - 1);
			assertEquals("a你好", field().message());
			desk.press(SWT.CR, '\r', 0);
		});
		assertEquals(List.of(new Draft("a你好", null)), desk.conversation.drafts());
	}

	@Test
	void aCompositionIsUndoneAsAWhole() {
		desk.act(() -> {
			desk.type("ab");
			field().setSelection(1, 2);
			desk.compose("ㄋ", false, 100);
			desk.compose("ㄋㄧ", false, 101);
			desk.compose("你", true, 102);
			assertEquals("a你", field().message());
			desk.press('z', '\u001a', SWT.MOD1);
			assertEquals("a", field().message(), "without what was composed");
			desk.press('z', '\u001a', SWT.MOD1);
			assertEquals("ab", field().message(), "with what was selected");
			desk.press('y', '\u0019', SWT.MOD1);
			desk.press('y', '\u0019', SWT.MOD1);
			assertEquals("a你", field().message());
		});
	}

	@Test
	void whatIsTypedCanBeUndoneAndDoneAgain() {
		desk.act(() -> {
			desk.type("one two");
			desk.press('z', '\u001a', SWT.MOD1);
			assertEquals("one ", field().message());
			desk.press('z', '\u001a', SWT.MOD1);
			assertEquals("", field().message());
			desk.press('z', '\u001a', SWT.MOD1);
			assertEquals("", field().message());
			desk.press('z', '\u001a', SWT.MOD1 | SWT.MOD2);
			assertEquals("one ", field().message());
			desk.press('y', '\u0019', SWT.MOD1);
			assertEquals("one two", field().message());
			desk.press(SWT.CR, '\r', 0);
			desk.press('z', '\u001a', SWT.MOD1);
			assertEquals("", field().message(), "what was sent does not come back");
		});
	}

	@Test
	void itGrowsToAThirdOfTheViewAndThenScrolls() {
		int empty = desk.fieldHeight();
		desk.act(() -> field().write("one\ntwo\nthree\nfour"));
		desk.await("more room", () -> field().getSize().y > empty);
		int four = desk.fieldHeight();
		assertTrue(desk.ui(() -> field().getLinePixel(field().getLineCount())) <= four, "all of it is seen");
		desk.act(() -> field().write("line\n".repeat(200)));
		desk.await("a third", () -> field().getSize().y > four);
		int most = desk.fieldHeight();
		int view = desk.ui(() -> desk.view().getClientArea().height);
		assertTrue(most > view / 4 && most <= view / 3 + 10, most + " of " + view);
		assertTrue(desk.ui(() -> field().getVerticalBar().getMaximum() > field().getVerticalBar().getThumb()));
		desk.act(() -> desk.press(SWT.CR, '\r', 0));
		desk.await("little room again", () -> field().getSize().y == empty);
	}

	@Test
	void ctrlUpGoesThroughWhatWasSaid() {
		desk.act(() -> {
			for (String said : List.of("one", "two")) {
				desk.type(said);
				desk.press(SWT.CR, '\r', 0);
			}
			desk.type("unsent");
			desk.press(SWT.ARROW_UP, '\0', SWT.MOD1);
			assertEquals("two", field().message());
			assertEquals(3, field().getCaretOffset());
			desk.press(SWT.ARROW_UP, '\0', SWT.MOD1);
			desk.press(SWT.ARROW_UP, '\0', SWT.MOD1);
			assertEquals("one", field().message());
			desk.press(SWT.ARROW_DOWN, '\0', SWT.MOD1);
			desk.press(SWT.ARROW_DOWN, '\0', SWT.MOD1);
			assertEquals("unsent", field().message());
		});
	}

	@Test
	void textIsPastedAsText() {
		desk.act(() -> {
			var clipboard = new Clipboard(desk.display());
			clipboard.setContents(new Object[] { "pasted\ntext" }, new Transfer[] { TextTransfer.getInstance() });
			desk.type("a ");
			desk.press('v', '\u0016', SWT.MOD1);
			clipboard.dispose();
			assertEquals("a pasted\ntext", field().message());
			desk.press('z', '\u001a', SWT.MOD1);
			assertEquals("a ", field().message());
		});
	}

	@Test
	void aDraftIsKeptWhileNoViewShowsIt() {
		desk.act(() -> {
			desk.type("said");
			desk.press(SWT.CR, '\r', 0);
			desk.type("unsent");
		});
		desk.reopen();
		assertEquals("unsent", text());
		desk.act(() -> {
			desk.press(SWT.ARROW_UP, '\0', SWT.MOD1);
			assertEquals("said", field().message());
		});
	}

	@Test
	void whatTheApplicationAddsStandsBelowTheDraft() {
		desk.act(() -> desk.type("look:"));
		desk.add("a:1\n");
		assertEquals("look:\na:1\n", text());
		desk.add("b:2\n");
		assertEquals("look:\na:1\nb:2\n", text());
		desk.act(field()::undo);
		assertEquals("look:\na:1\n", text());
		assertEquals(List.of(), desk.conversation.drafts());
	}

	@Test
	void whatTheApplicationAddsWaitsForAView() {
		desk.dispose();
		desk.add("a:1\n");
		desk.reopen();
		assertEquals("a:1\n", text());
	}

	@Test
	void whatTheApplicationAddsMustFitIntoAFrame() {
		assertTrue(Drafts.excess(desk.conversation, "x".repeat(1 << 20)) > 0);
		assertTrue(Drafts.excess(desk.conversation, "x".repeat((1 << 20) - 100)) <= 0);
		assertTrue(Drafts.excess(desk.conversation, "字".repeat(1 << 19)) > 1 << 18);
	}

	@Test
	void theDraftGoesToTheViewThatReplacesThisOne() {
		desk.act(() -> desk.type("unsent"));
		desk.replace();
		assertEquals("unsent", text());
		desk.reopen();
		assertEquals("unsent", text());
	}

	@Test
	void whatCannotBeSentComesBackEvenWhenTheViewWasClosed() {
		desk.act(() -> {
			desk.type("one");
			desk.press(SWT.CR, '\r', 0);
			desk.type("two");
			desk.press(SWT.CR, '\r', 0);
		});
		desk.dispose();
		var lost = Notice.of(Phrase.SEND_FAILED, Notice.reason(Phrase.CONNECTION_CLOSED));
		desk.conversation.delivery(0).fail(lost, null);
		desk.act(() -> {
		});
		desk.reopen();
		assertEquals("one", text());
		desk.conversation.delivery(1).fail(lost, null);
		desk.act(() -> {
		});
		assertEquals("one", text(), "it was there, so something was begun");
	}

	@Test
	void severalThatCouldNotBeSentComeBackTogether() {
		desk.act(() -> {
			for (String said : List.of("one", "two")) {
				desk.type(said);
				desk.press(SWT.CR, '\r', 0);
			}
		});
		var lost = Notice.of(Phrase.SEND_FAILED, Notice.reason(Phrase.CONNECTION_CLOSED));
		desk.conversation.delivery(0).fail(lost, null);
		desk.conversation.delivery(1).fail(lost, null);
		desk.await("both", () -> field().message().equals("one\ntwo"));
	}

	@Test
	void whatWasBegunMeanwhileIsNotDisturbed() {
		desk.act(() -> {
			desk.type("one");
			desk.press(SWT.CR, '\r', 0);
			desk.type("x");
		});
		desk.conversation.delivery(0).fail(Notice.of(Phrase.SEND_FAILED, Notice.reason(Phrase.CONNECTION_CLOSED)), null);
		desk.act(() -> {
		});
		assertEquals("x", text());
	}

	@Test
	void whileNobodyIsThereTheReasonIsShown() {
		desk.enter(FakeConversation.NOBODY);
		desk.act(() -> {
			desk.type("hello?");
			assertEquals("You can send when somebody is connected", desk.composer().hint());
			assertFalse(desk.sendButton().isEnabled());
			desk.press(SWT.CR, '\r', 0);
			assertEquals("hello?", field().message());
		});
		desk.enter(FakeConversation.TALKING);
		desk.act(() -> {
			assertTrue(desk.sendButton().isEnabled());
			desk.sendButton().notifyListeners(SWT.Selection, new Event());
		});
		assertEquals(List.of(new Draft("hello?", null)), desk.conversation.drafts());
	}

	@Test
	void blankTextIsNothingToSend() {
		desk.act(() -> {
			desk.type("  ");
			assertFalse(desk.sendButton().isEnabled());
			desk.press(SWT.CR, '\r', 0);
			assertEquals("  ", field().message());
		});
	}

	@Test
	void aTextThatDoesNotFitIntoAFrameIsToldBeforeItIsSent() {
		desk.act(() -> {
			field().write("line of text\n".repeat((1 << 20) / 13));
			assertTrue(desk.composer().hint().startsWith("This text is too long"), desk.composer().hint());
			assertFalse(desk.sendButton().isEnabled());
			field().write("short");
			assertTrue(desk.sendButton().isEnabled());
		});
	}

	@Test
	void aVeryLongTextIsNotWrapped() {
		desk.act(() -> {
			field().write("x".repeat(9_999));
			assertTrue(field().getWordWrap());
			desk.type("yz");
			assertFalse(field().getWordWrap());
			desk.press(SWT.BS, '\b', 0);
			assertTrue(field().getWordWrap());
		});
	}

	@Test
	void itSaysWhatItIs() {
		desk.act(() -> {
			assertEquals("Your message", Desk.nameOf(field()));
			assertEquals(List.of("Add Pictures…", "Send"), desk.buttonNames());
		});
	}
}
