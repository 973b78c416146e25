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
import java.util.Objects;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

import dev.anteroom.ui.internal.Labels;

/** What people do in a log with a mouse: select, open, scroll, zoom. UI thread. */
final class LogMouse {

	private static final int SCROLL_MILLIS = 40;

	private final LogCanvas canvas;
	private final LogActions actions;
	private boolean dragging;
	private boolean moved;
	/** What was selected when the button was pressed. */
	private Selection before = Selection.at(new Position(0, 0));
	private int pointerX;
	private int pointerY;
	private boolean scrolling;

	LogMouse(LogCanvas canvas, LogActions actions) {
		this.canvas = canvas;
		this.actions = actions;
		canvas.addListener(SWT.MouseDown, this::down);
		canvas.addListener(SWT.MouseMove, this::move);
		canvas.addListener(SWT.MouseUp, this::up);
		canvas.addListener(SWT.MouseDoubleClick, this::doubleClick);
		canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
	}

	private void down(Event event) {
		if (canvas.scroll().isEmpty()) {
			canvas.setFocus();
			return;
		}
		Position position = canvas.positionAt(event.x, event.y);
		canvas.setCurrent(position.number(), false);
		if (!canvas.isFocusControl()) {
			canvas.setFocus();
			canvas.setCurrent(position.number(), false);
		}
		if (event.button != 1) {
			return;
		}
		moved = false;
		dragging = true;
		before = canvas.selection();
		if (event.count == 3) {
			selectMessage(position.number());
		} else if ((event.stateMask & SWT.SHIFT) != 0) {
			canvas.select(canvas.selection().to(position));
			moved = true;
		} else {
			canvas.select(Selection.at(position));
		}
	}

	private void move(Event event) {
		pointerX = event.x;
		pointerY = event.y;
		if (canvas.scroll().isEmpty()) {
			return;
		}
		if (!dragging) {
			hover(event);
			return;
		}
		Position position = canvas.positionAt(event.x, event.y);
		if (!position.equals(canvas.selection().caret())) {
			moved = true;
			canvas.select(canvas.selection().to(position));
		}
		scrollWhileOutside();
	}

	private void up(Event event) {
		if (event.button != 1) {
			return;
		}
		boolean click = dragging && !moved && event.count == 1;
		boolean selected = dragging && !canvas.selection().isEmpty() && !canvas.selection().equals(before);
		dragging = false;
		if (selected) {
			actions.offerSelection();
		}
		if (!click) {
			return;
		}
		ItemLayout.Hit hit = canvas.hit(event.x, event.y);
		if (hit.link() != null) {
			actions.open(hit.link());
		} else if (hit.picture()) {
			actions.show(canvas.item(canvas.scroll().numberAt(event.y)).picture());
		}
	}

	private void doubleClick(Event event) {
		if (event.button != 1 || canvas.scroll().isEmpty()) {
			return;
		}
		ItemLayout.Hit hit = canvas.hit(event.x, event.y);
		long number = canvas.scroll().numberAt(event.y);
		if (hit.character() < 0) {
			return;
		}
		BreakIterator words = BreakIterator.getWordInstance();
		words.setText(canvas.item(number).text());
		int end = words.following(Math.min(hit.character(), canvas.item(number).text().length() - 1));
		int start = words.previous();
		moved = true;
		canvas.select(new Selection(new Position(number, start), new Position(number, end)));
	}

	private void selectMessage(long number) {
		LogItem item = canvas.item(number);
		if (item != null) {
			moved = true;
			canvas.select(new Selection(new Position(number, 0), new Position(number, item.length())));
		}
	}

	private void wheel(Event event) {
		if ((event.stateMask & SWT.MOD1) != 0) {
			canvas.tools().zoom().step(event.count);
		} else {
			canvas.scrollBy(-event.count * canvas.style().lineHeight);
		}
		event.doit = false;
	}

	private void hover(Event event) {
		ItemLayout.Hit hit = canvas.hit(event.x, event.y);
		canvas.setCursor(canvas.getDisplay().getSystemCursor(hit.picture() || hit.link() != null ? SWT.CURSOR_HAND
				: hit.character() >= 0 ? SWT.CURSOR_IBEAM : SWT.CURSOR_ARROW));
		String tip = hit.link() != null ? Labels.literal(hit.link().target()) : null;
		if (!Objects.equals(tip, canvas.getToolTipText())) {
			canvas.setToolTipText(tip);
		}
	}

	/** While the pointer is held outside of the view, it scrolls there, faster the farther away. */
	private void scrollWhileOutside() {
		if (scrolling || beyond() == 0) {
			return;
		}
		scrolling = true;
		canvas.getDisplay().timerExec(SCROLL_MILLIS, () -> {
			scrolling = false;
			if (!canvas.isDisposed() && dragging && beyond() != 0) {
				canvas.scrollBy(beyond());
				canvas.select(canvas.selection().to(canvas.positionAt(pointerX, pointerY)));
				scrollWhileOutside();
			}
		});
	}

	private int beyond() {
		int height = canvas.getClientArea().height;
		return pointerY < 0 ? pointerY : Math.max(0, pointerY - height);
	}
}
