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

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * A small box about one picture: an image, a title, and below it a line or a bar that shows how far it is. It can have
 * a cross that removes it, which Delete does too. UI thread.
 */
final class Chip extends Canvas {

	/**
	 * What is to be seen.
	 *
	 * @param image    {@code null} for none yet; not disposed of here
	 * @param title    in one line
	 * @param detail   below the title; shown in full when it tells of a problem
	 * @param progress from 0 to 1, shown instead of the detail; negative for none
	 */
	record Look(Image image, String title, String detail, boolean problem, double progress, boolean removable) {

		String words() {
			return detail.isEmpty() ? title : title + ", " + detail;
		}
	}

	private final ChipPainter painter = new ChipPainter(this);
	private final String removeHint;
	private Look look = new Look(null, "", "", false, -1, false);
	private boolean hot;
	private Runnable removed = () -> {
	};

	/** @param removeHint what the cross does, in words */
	Chip(Composite parent, Image cross, String removeHint) {
		super(parent, SWT.DOUBLE_BUFFERED);
		this.removeHint = removeHint;
		painter.setCross(cross);
		addPaintListener(e -> painter.paint(e.gc, look, hot, isFocusControl()));
		addListener(SWT.FocusIn, e -> redraw());
		addListener(SWT.FocusOut, e -> redraw());
		addListener(SWT.MouseMove, e -> hover(cross().contains(e.x, e.y)));
		addListener(SWT.MouseExit, e -> hover(false));
		addListener(SWT.MouseDown, e -> setFocus());
		addListener(SWT.MouseUp, this::click);
		addListener(SWT.KeyDown, this::key);
		Spoken.name(this, () -> look.words(),
				() -> look.removable ? removeHint + " (" + Action.convertAccelerator(SWT.DEL) + ')' : null);
		Spoken.role(this, ACC.ROLE_LISTITEM);
	}

	/** What is seen now. */
	Look look() {
		return look;
	}

	void show(Look now) {
		if (now.equals(look)) {
			return;
		}
		boolean resized = now.problem != look.problem;
		look = now;
		showTip();
		redraw();
		if (resized) {
			requestLayout();
		}
	}

	/** Calls {@code action} when the person removes it. */
	void onRemoved(Runnable action) {
		removed = action;
	}

	/** Does what the cross does. */
	void remove() {
		if (look.removable) {
			removed.run();
		}
	}

	boolean isWide() {
		return look.problem;
	}

	@Override
	public Point computeSize(int wHint, int hHint, boolean changed) {
		int width = wHint == SWT.DEFAULT ? ChipLayout.LEAST : wHint;
		return new Point(width, painter.height(look, width));
	}

	/** Where the cross is. */
	Rectangle cross() {
		return look.removable ? painter.crossBounds() : new Rectangle(0, 0, 0, 0);
	}

	private void hover(boolean over) {
		if (over != hot) {
			hot = over;
			showTip();
			redraw();
		}
	}

	private void showTip() {
		setToolTipText(hot ? removeHint : LegacyActionTools.escapeMnemonics(look.words()));
	}

	private void click(Event event) {
		if (event.button == 1 && cross().contains(event.x, event.y)) {
			removeLater();
		}
	}

	private void key(Event event) {
		if (event.keyCode == SWT.DEL || event.keyCode == SWT.BS) {
			removeLater();
		}
	}

	/** Not from within its own event: whoever removes it disposes of it. */
	private void removeLater() {
		getDisplay().asyncExec(() -> {
			if (!isDisposed()) {
				remove();
			}
		});
	}
}
