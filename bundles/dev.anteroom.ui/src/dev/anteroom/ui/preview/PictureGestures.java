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

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;

/**
 * What a hand does to a picture: the wheel zooms to the pointer, with Shift it moves the picture sideways; dragging
 * moves it, and so do the arrow keys where there is more to see; a double click goes from all of the picture to its own
 * size and back; two fingers zoom. UI thread.
 */
final class PictureGestures {

	/** A click of the wheel is so many lines to SWT. */
	private static final double LINES = 3;
	/** Of the view, for an arrow key. */
	private static final double ARROW = 0.1;

	private final PictureCanvas canvas;
	private Point dragged;
	private double zoomAtBegin;

	PictureGestures(PictureCanvas canvas) {
		this.canvas = canvas;
		canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
		canvas.addListener(SWT.MouseHorizontalWheel, this::wheelAcross);
		canvas.addListener(SWT.MouseDown, this::down);
		canvas.addListener(SWT.MouseMove, this::move);
		canvas.addListener(SWT.MouseUp, e -> release());
		canvas.addListener(SWT.MouseDoubleClick, this::doubleClick);
		canvas.addListener(SWT.KeyDown, this::key);
		canvas.addListener(SWT.Gesture, this::gesture);
		// All keys but these are the picture's.
		canvas.addListener(SWT.Traverse, e -> e.doit = e.detail == SWT.TRAVERSE_TAB_NEXT
				|| e.detail == SWT.TRAVERSE_TAB_PREVIOUS || e.detail == SWT.TRAVERSE_ESCAPE);
	}

	private void wheel(Event event) {
		event.doit = false;
		if ((event.stateMask & SWT.SHIFT) != 0) {
			wheelAcross(event);
		} else if (canvas.hasImage()) {
			zoom(Math.pow(Viewport.STEP, event.count / LINES), event);
		}
	}

	private void wheelAcross(Event event) {
		event.doit = false;
		canvas.setView(canvas.view().movedBy(event.count / LINES * ARROW * canvas.view().areaWidth(), 0));
	}

	private void zoom(double factor, Event at) {
		canvas.setView(canvas.view().zoomedBy(factor, at.x * canvas.scale(), at.y * canvas.scale()));
	}

	private void down(Event event) {
		canvas.setFocus();
		Viewport view = canvas.view();
		if ((event.button == 1 || event.button == 2) && (view.overflowsAcross() || view.overflowsDown())) {
			dragged = new Point(event.x, event.y);
			canvas.setCursor(canvas.getDisplay().getSystemCursor(SWT.CURSOR_SIZEALL));
		}
	}

	private void move(Event event) {
		if (dragged != null) {
			double scale = canvas.scale();
			canvas.setView(canvas.view().movedBy((event.x - dragged.x) * scale, (event.y - dragged.y) * scale));
			dragged = new Point(event.x, event.y);
		}
	}

	private void release() {
		dragged = null;
		canvas.setCursor(null);
	}

	private void doubleClick(Event event) {
		if (event.button == 1 && canvas.hasImage()) {
			release();
			Viewport view = canvas.view();
			double scale = canvas.scale();
			canvas.setView(view.fit() ? view.zoomedTo(1, event.x * scale, event.y * scale) : view.fitted());
		}
	}

	private void key(Event event) {
		Viewport view = canvas.view();
		if ((event.stateMask & SWT.MODIFIER_MASK) != 0 || !view.overflowsAcross() && !view.overflowsDown()) {
			return;
		}
		double across = ARROW * view.areaWidth();
		double down = ARROW * view.areaHeight();
		Viewport moved = switch (event.keyCode) {
		case SWT.ARROW_LEFT -> view.movedBy(across, 0);
		case SWT.ARROW_RIGHT -> view.movedBy(-across, 0);
		case SWT.ARROW_UP -> view.movedBy(0, down);
		case SWT.ARROW_DOWN -> view.movedBy(0, -down);
		case SWT.HOME -> view.movedTo(0, 0);
		case SWT.END -> view.movedTo(-view.width(), -view.height());
		default -> null;
		};
		if (moved != null) {
			event.doit = false;
			canvas.setView(moved);
		}
	}

	private void gesture(Event event) {
		if (event.detail == SWT.GESTURE_BEGIN) {
			zoomAtBegin = canvas.view().zoom();
		} else if (event.detail == SWT.GESTURE_MAGNIFY && zoomAtBegin > 0 && canvas.hasImage()) {
			zoom(zoomAtBegin * event.magnification / canvas.view().zoom(), event);
		}
	}
}
