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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.anteroom.ui.internal.LogColors;

class FindBarTest {

	private final ListSource source = new ListSource();
	private Stage stage;

	@BeforeEach
	void open() {
		stage = new Stage(source);
		stage.ui.act(stage.log::setFocus);
	}

	@AfterEach
	void close() {
		stage.close();
	}

	@Test
	void whatIsTypedIsFoundAtOnce() {
		say("one apple", "two pears", "three APPLES");
		find();
		type("apple");
		awaitState("2 of 2");
		assertEquals("APPLE", found());
		type("pear");
		awaitState("1 of 1");
		assertEquals("pear", found());
		type("plum");
		awaitState("No matches");
		type("");
		awaitState("");
	}

	@Test
	void keysGoFromMatchToMatchAndRound() {
		say("apple 1", "apple 2", "apple 3");
		find();
		type("apple");
		awaitState("3 of 3");
		press(field(), 0, SWT.CR);
		awaitState("1 of 3");
		press(field(), SWT.SHIFT, SWT.CR);
		awaitState("3 of 3");
		press(field(), 0, SWT.F3);
		awaitState("1 of 3");
		press(field(), SWT.SHIFT, SWT.F3);
		awaitState("3 of 3");
		press(field(), SWT.MOD1 | SWT.SHIFT, 'g');
		awaitState("2 of 3");
		stage.press(SWT.MOD1, 'g');
		awaitState("3 of 3");
		stage.press(SWT.SHIFT, SWT.F3);
		awaitState("2 of 3");
	}

	@Test
	void buttonsDoSoToo() {
		say("apple 1", "apple 2", "Apple 3");
		find();
		type("apple");
		awaitState("3 of 3");
		press("Previous match (Shift+Enter)");
		awaitState("2 of 3");
		press("Next match (Enter)");
		awaitState("3 of 3");
		stage.ui.act(() -> button("Match case").setSelection(true));
		press("Match case");
		awaitState("2 of 2");
		press("Close (Esc)");
		assertFalse(isOpen());
	}

	@Test
	void closingLeavesTheMatchSelectedAndGoesBackToTheLog() {
		say("one apple", "two pears");
		find();
		awaitFocus(field());
		type("apple");
		awaitState("1 of 1");
		press(field(), 0, SWT.ESC);
		assertFalse(isOpen());
		awaitFocus(stage.canvas());
		assertEquals(new Selection(new Position(1, 4), new Position(1, 9)), stage.ui.ui(stage.canvas()::selection));
		assertEquals(1, stage.ui.ui(stage.canvas()::current));
		assertFalse(hasColor(1, 4, LogColors.Use.FOUND));
	}

	@Test
	void closingGoesBackToWhereItWasOpenedFrom() {
		say("one apple");
		Text elsewhere = stage.ui.ui(() -> {
			stage.shell.setLayout(new GridLayout());
			stage.log.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
			var text = new Text(stage.shell, SWT.BORDER);
			stage.shell.layout();
			text.setFocus();
			return text;
		});
		awaitFocus(elsewhere);
		stage.ui.act(stage.log::find);
		awaitFocus(field());
		press(field(), 0, SWT.ESC);
		awaitFocus(elsewhere);
		// Also from the log
		stage.ui.act(stage.log::find);
		stage.press(0, SWT.ESC);
		assertFalse(isOpen());
	}

	@Test
	void openingItAgainSelectsWhatStandsInTheField() {
		say("one apple");
		find();
		type("apple");
		awaitState("1 of 1");
		stage.ui.act(() -> field().setSelection(5));
		press(field(), SWT.MOD1, 'f');
		assertEquals("apple", stage.ui.ui(() -> field().getSelectionText()));
	}

	@Test
	void whatIsSelectedInTheLogIsLookedFor() {
		say("apple", "an apple", "two\nlines");
		select(2, 3, 8);
		find();
		awaitState("2 of 2");
		assertEquals("apple", stage.ui.ui(() -> field().getSelectionText()));
		press(field(), 0, SWT.ESC);
		select(3, 1, 6);
		find();
		assertEquals("apple", stage.ui.ui(() -> field().getText()));
	}

	@Test
	void whatWasLookedForIsMarkedAgainWithoutGoingThere() {
		say("apple");
		stage.say(500);
		find();
		type("apple");
		awaitState("1 of 1");
		press(field(), 0, SWT.ESC);
		stage.ui.act(() -> stage.canvas().select(Selection.at(new Position(1, 0))));
		stage.ui.act(stage.canvas()::scrollToEnd);
		find();
		awaitState("1 found");
		assertTrue(stage.ui.ui(stage.log::isFollowing));
	}

	@Test
	void matchesAreHighlightedAndTheOneGoneToMore() {
		say("an apple and an apple");
		find();
		type("apple");
		awaitState("2 of 2");
		assertTrue(hasColor(1, 3, LogColors.Use.MATCH));
		assertTrue(hasColor(1, 16, LogColors.Use.FOUND));
		press(field(), 0, SWT.CR);
		assertTrue(hasColor(1, 3, LogColors.Use.FOUND));
		assertTrue(hasColor(1, 16, LogColors.Use.MATCH));
	}

	@Test
	void aMatchFarAwayIsBroughtIntoSight() {
		say("apple");
		stage.say(20_000);
		find();
		type("apple");
		awaitState("1 of 1");
		assertTrue(isInSight(1));
		type("message 10000");
		awaitState("1 of 1");
		assertTrue(isInSight(10_001));
	}

	@Test
	void aMatchThatIsReadLateIsInSightThen() {
		for (int i = 1; i <= 3_000; i++) {
			source.say(i == 1_000 ? "apple" : "message\n".repeat(i % 7) + i);
		}
		stage.refresh();
		source.beSlow();
		find();
		type("apple");
		stage.ui.await("the match to be gone to", () -> {
			source.answer();
			return "1 of 1".equals(state());
		});
		stage.ui.await("it to be in sight", () -> {
			source.answer();
			return stage.canvas().boundsOf(1_000) != null && stage.canvas().item(1_000) != null;
		});
		stage.ui.await("all around it to be read", () -> {
			source.answer();
			return stage.canvas().item(stage.canvas().scroll().top()) != null
					&& stage.canvas().item(stage.canvas().scroll().bottom()) != null;
		});
		assertTrue(isInSight(1_000));
		assertTrue(hasColor(1_000, 0, LogColors.Use.FOUND));
	}

	@Test
	void whatIsSaidMeanwhileIsFoundToo() {
		say("apple");
		find();
		type("apple");
		awaitState("1 of 1");
		say("another apple");
		awaitState("1 of 2");
	}

	@Test
	void anotherConversationIsSearchedAnew() {
		say("apple", "apple");
		find();
		type("apple");
		awaitState("2 of 2");
		source.beginAnew();
		source.say("hello");
		stage.refresh();
		awaitState("No matches");
	}

	@Test
	void itWorksInAnEmptyLog() {
		find();
		assertTrue(isOpen());
		type("apple");
		awaitState("No matches");
		press(field(), 0, SWT.CR);
		stage.press(0, SWT.ESC);
		assertFalse(isOpen());
	}

	@Test
	void thatThereIsNothingIsSaidOnce() {
		var said = new ArrayList<String>();
		stage.ui.act(() -> stage.log.finding().onFound(said::add));
		say("hello");
		find();
		type("apple");
		awaitState("No matches");
		say("one", "two");
		awaitState("No matches");
		assertEquals(List.of("No matches"), said);
		press(field(), 0, SWT.CR);
		assertEquals(List.of("No matches", "No matches"), said, "who asks is answered");
		say("apple");
		awaitState("1 found");
		press(field(), 0, SWT.CR);
		awaitState("1 of 1");
		type("pear");
		awaitState("No matches");
		assertEquals(4, said.size());
	}

	@Test
	void itFitsANarrowLog() {
		say("apple");
		find();
		stage.ui.act(() -> stage.shell.setSize(260, 400));
		stage.ui.await("a narrow bar", () -> bar().getSize().x < 270);
		assertTrue(stage.ui.ui(() -> field().getSize().x) > 150);
		Rectangle area = stage.ui.ui(bar()::getClientArea);
		for (Control control : stage.ui.ui(bar()::getChildren)) {
			Rectangle bounds = stage.ui.ui(control::getBounds);
			assertEquals(bounds, bounds.intersection(area));
		}
		int narrow = stage.ui.ui(() -> bar().getSize().y);
		stage.ui.act(() -> stage.shell.setSize(600, 400));
		stage.ui.await("a wide bar", () -> bar().getSize().y < narrow);
	}

	private void say(String... texts) {
		for (String text : texts) {
			source.say(text);
		}
		stage.refresh();
	}

	private void find() {
		stage.press(SWT.MOD1, 'f');
		assertTrue(isOpen());
	}

	private void type(String text) {
		stage.ui.act(() -> field().setText(text));
	}

	private void select(long number, int from, int to) {
		stage.ui.act(() -> stage.canvas()
				.select(new Selection(new Position(number, from), new Position(number, to))));
	}

	private void press(Control control, int modifiers, int key) {
		stage.ui.act(() -> {
			var event = new Event();
			event.keyCode = key;
			event.stateMask = modifiers;
			event.doit = true;
			control.notifyListeners(SWT.KeyDown, event);
		});
	}

	private void press(String button) {
		stage.ui.act(() -> button(button).notifyListeners(SWT.Selection, new Event()));
	}

	private void awaitState(String state) {
		stage.ui.await(state, () -> !stage.log.finding().finder().isSearching() && state.equals(state()));
	}

	private void awaitFocus(Control control) {
		stage.ui.await("the focus", control::isFocusControl);
	}

	private String state() {
		return bar().state();
	}

	private boolean isOpen() {
		return stage.ui.ui(stage.log.finding()::isOpen);
	}

	private FindBar bar() {
		return stage.log.finding().bar();
	}

	private Text field() {
		return stage.ui.ui(() -> (Text) bar().getChildren()[0]);
	}

	private Button button(String words) {
		return (Button) Arrays.stream(bar().getChildren()).filter(each -> words.equals(each.getToolTipText()))
				.findFirst().orElseThrow();
	}

	private String found() {
		return stage.ui.ui(() -> {
			Selection found = stage.log.finding().finder().found();
			return stage.canvas().item(found.start().number()).text().substring(found.start().offset(),
					found.end().offset());
		});
	}

	private boolean isInSight(long number) {
		return stage.ui.ui(() -> {
			Rectangle bounds = stage.canvas().boundsOf(number);
			return bounds != null && bounds.y >= 0
					&& bounds.y + bounds.height <= stage.canvas().getClientArea().height;
		});
	}

	/** Whether there is {@code use}'s colour just where a character of an entry in sight begins. */
	private boolean hasColor(long number, int offset, LogColors.Use use) {
		Point at = stage.at(number, offset);
		return stage.ui.ui(() -> {
			stage.canvas().update();
			Rectangle area = stage.canvas().getClientArea();
			var image = new Image(stage.ui.display(), area.width, area.height);
			var gc = new GC(image);
			stage.canvas().print(gc);
			gc.dispose();
			var data = image.getImageData();
			image.dispose();
			RGB wanted = stage.canvas().style().of(use).getRGB();
			// Left of the letter's own pixels
			RGB there = data.palette.getRGB(data.getPixel(at.x - 1, at.y));
			return Math.abs(there.red - wanted.red) + Math.abs(there.green - wanted.green)
					+ Math.abs(there.blue - wanted.blue) < 12;
		});
	}
}
