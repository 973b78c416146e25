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

import java.text.BreakIterator;
import java.util.function.Predicate;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

import dev.anteroom.ui.internal.Keys;

/** What people do in a log with the keyboard. UI thread. */
final class LogKeys {

	private final LogCanvas canvas;
	private final LogActions actions;
	private final Predicate<Event> find;

	/** @param find takes a key that means the search, and gives whether it was one */
	LogKeys(LogCanvas canvas, LogActions actions, Predicate<Event> find) {
		this.canvas = canvas;
		this.actions = actions;
		this.find = find;
		canvas.addListener(SWT.KeyDown, this::down);
		canvas.addListener(SWT.Traverse, e -> e.doit = leaves(e.detail));
		canvas.addListener(SWT.FocusIn, e -> focused());
		canvas.addListener(SWT.FocusOut, e -> canvas.redraw());
	}

	/** Whether a key is for getting elsewhere rather than for the log. */
	private static boolean leaves(int traversal) {
		return switch (traversal) {
		case SWT.TRAVERSE_TAB_NEXT, SWT.TRAVERSE_TAB_PREVIOUS, SWT.TRAVERSE_MNEMONIC, SWT.TRAVERSE_PAGE_NEXT,
				SWT.TRAVERSE_PAGE_PREVIOUS -> true;
		default -> false;
		};
	}

	/** Who comes here by key begins at what is in sight. */
	private void focused() {
		ScrollModel scroll = canvas.scroll();
		if (!scroll.isEmpty()) {
			boolean inSight = scroll.top() <= canvas.current() && canvas.current() <= scroll.bottom();
			canvas.setCurrent(inSight ? canvas.current() : scroll.bottom());
		}
		canvas.redraw();
	}

	private void down(Event event) {
		if (find.test(event) || zoom(event)) {
			event.doit = false;
			return;
		}
		if (canvas.scroll().isEmpty()) {
			return;
		}
		int modifiers = event.stateMask & SWT.MODIFIER_MASK;
		boolean toEnd = event.keyCode == SWT.HOME || event.keyCode == SWT.END;
		boolean handled;
		if (modifiers == SWT.SHIFT || modifiers == (SWT.SHIFT | SWT.MOD1) && toEnd) {
			handled = extend(event);
		} else {
			handled = modifiers == 0 ? plain(event) : modifiers == SWT.MOD1 && command(event);
		}
		event.doit &= !handled;
	}

	private boolean plain(Event event) {
		switch (event.keyCode) {
		case SWT.ARROW_UP -> go(currentOr(canvas.scroll().bottom() + 1) - 1);
		case SWT.ARROW_DOWN -> go(currentOr(canvas.scroll().top() - 1) + 1);
		case SWT.HOME -> go(canvas.first());
		case SWT.END -> end();
		case SWT.PAGE_UP -> page(-1);
		case SWT.PAGE_DOWN -> page(1);
		case SWT.CR, SWT.KEYPAD_CR -> open();
		case SWT.ESC -> {
			boolean selected = !canvas.selection().isEmpty();
			canvas.select(Selection.at(canvas.selection().caret()));
			return selected;
		}
		default -> {
			return false;
		}
		}
		return true;
	}

	private void open() {
		LogItem item = canvas.current() == 0 ? null : canvas.item(canvas.current());
		if (item == null || item.picture() != null || item.links().size() < 2) {
			actions.openCurrent();
			return;
		}
		// One has to be chosen, and the menu has them all.
		var event = new Event();
		event.detail = SWT.MENU_KEYBOARD;
		canvas.notifyListeners(SWT.MenuDetect, event);
		canvas.getMenu().setLocation(event.x, event.y);
		canvas.getMenu().setVisible(true);
	}

	private boolean zoom(Event event) {
		LogZoom zoom = canvas.tools().zoom();
		if (Keys.isAnyOf(event, SWT.MOD1 | '+', SWT.MOD1 | '=', SWT.MOD1 | SWT.KEYPAD_ADD)) {
			zoom.step(1);
		} else if (Keys.isAnyOf(event, SWT.MOD1 | '-', SWT.MOD1 | SWT.KEYPAD_SUBTRACT)) {
			zoom.step(-1);
		} else if (Keys.isAnyOf(event, SWT.MOD1 | '0', SWT.MOD1 | SWT.KEYPAD_0)) {
			zoom.reset();
		} else {
			return false;
		}
		return true;
	}

	private boolean command(Event event) {
		switch (event.keyCode) {
		case 'a' -> actions.selectAll();
		case 'c', SWT.INSERT -> actions.copy();
		case SWT.HOME -> go(canvas.first());
		case SWT.END -> end();
		case SWT.ARROW_UP -> canvas.scrollBy(-canvas.style().lineHeight);
		case SWT.ARROW_DOWN -> canvas.scrollBy(canvas.style().lineHeight);
		default -> {
			return false;
		}
		}
		return true;
	}

	private boolean extend(Event event) {
		switch (event.keyCode) {
		case SWT.ARROW_UP -> extendTo(canvas.selection().isEmpty() ? currentOr(canvas.scroll().bottom())
				: canvas.selection().caret().number() - 1);
		case SWT.ARROW_DOWN -> extendTo(canvas.selection().isEmpty() ? currentOr(canvas.scroll().top())
				: canvas.selection().caret().number() + 1);
		case SWT.HOME -> extendTo(canvas.first());
		case SWT.END -> extendTo(canvas.last());
		case SWT.PAGE_UP -> {
			scrollPage(-1);
			extendTo(canvas.scroll().top());
		}
		case SWT.PAGE_DOWN -> {
			scrollPage(1);
			extendTo(canvas.scroll().bottom());
		}
		case SWT.ARROW_LEFT -> step(-1);
		case SWT.ARROW_RIGHT -> step(1);
		default -> {
			return false;
		}
		}
		return true;
	}

	private long currentOr(long other) {
		return canvas.current() == 0 ? other : canvas.current();
	}

	private void go(long number) {
		long target = Math.clamp(number, canvas.first(), canvas.last());
		canvas.select(Selection.at(new Position(target, 0)));
		canvas.reveal(new Position(target, length(target)));
		canvas.reveal(new Position(target, 0));
		// Last, since a screen reader is told of what is in sight, and that should stay as it is then.
		canvas.setCurrent(target);
	}

	private void end() {
		canvas.select(Selection.at(new Position(canvas.last(), 0)));
		canvas.scrollToEnd();
		canvas.setCurrent(canvas.last());
	}

	private void page(int direction) {
		scrollPage(direction);
		long target = direction < 0 ? canvas.scroll().top() : canvas.scroll().bottom();
		canvas.select(Selection.at(new Position(target, 0)));
		canvas.setCurrent(target);
	}

	private void scrollPage(int direction) {
		canvas.scrollBy(direction * Math.max(1, canvas.getClientArea().height - 2 * canvas.style().lineHeight));
	}

	/** Selects whole messages from where the selection began to {@code number}. */
	private void extendTo(long number) {
		long target = Math.clamp(number, canvas.first(), canvas.last());
		long anchor = canvas.selection().isEmpty() ? currentOr(target) : canvas.selection().anchor().number();
		Position start = new Position(anchor, anchor <= target ? 0 : length(anchor));
		Position end = new Position(target, anchor <= target ? length(target) : 0);
		canvas.select(new Selection(start, end));
		canvas.reveal(end);
		canvas.setCurrent(target);
	}

	/** Moves the selection's end by a character. */
	private void step(int direction) {
		Position caret = canvas.selection().caret();
		LogItem item = canvas.item(caret.number());
		if (item == null) {
			return;
		}
		BreakIterator characters = BreakIterator.getCharacterInstance();
		characters.setText(item.text() + (item.picture() == null ? "" : " "));
		int offset = Math.min(caret.offset(), item.length());
		int next = direction < 0 ? offset == 0 ? BreakIterator.DONE : characters.preceding(offset)
				: offset == item.length() ? BreakIterator.DONE : characters.following(offset);
		long number = caret.number();
		if (next == BreakIterator.DONE) {
			number += direction;
			if (number < canvas.first() || number > canvas.last()) {
				return;
			}
			next = direction < 0 ? length(number) : 0;
		}
		Position to = new Position(number, next);
		canvas.select(canvas.selection().to(to));
		canvas.reveal(to);
		canvas.setCurrent(number);
	}

	private int length(long number) {
		LogItem item = canvas.item(number);
		return item == null ? 0 : item.length();
	}
}
