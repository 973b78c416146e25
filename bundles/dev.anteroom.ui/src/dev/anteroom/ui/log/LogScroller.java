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

import java.util.stream.LongStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.ScrollBar;

/** Scrolls a log: by its bar, and to places that may have to be read first. UI thread. */
final class LogScroller {

	private final LogCanvas canvas;
	private final ScrollModel model;
	private final Runnable scrolled;
	/** What was scrolled to before it, and all around it, was read; {@code null} when there is nothing of the kind. */
	private Position awaited;

	/** @param scrolled called when something else may be in sight */
	LogScroller(LogCanvas canvas, ScrollModel model, Runnable scrolled) {
		this.canvas = canvas;
		this.model = model;
		this.scrolled = scrolled;
		canvas.getVerticalBar().addListener(SWT.Selection, e -> {
			awaited = null;
			model.scrollToBar(canvas.getVerticalBar().getSelection());
			update();
		});
	}

	/** Call when the model has changed. */
	void update() {
		ScrollBar bar = canvas.getVerticalBar();
		int maximum = model.barMaximum();
		int thumb = model.barThumb();
		bar.setValues(model.barSelection(), 0, maximum, thumb, Math.max(1, thumb / 10), thumb);
		bar.setEnabled(thumb < maximum);
		scrolled.run();
	}

	/** Call when heights have changed. */
	void settle() {
		model.settle();
		update();
	}

	/** Call when entries have been read. */
	void arrived() {
		model.settle();
		if (awaited != null) {
			center(awaited);
		} else {
			update();
		}
	}

	/** Goes nowhere that was asked for before. */
	void stay() {
		awaited = null;
	}

	void scrollBy(int pixels) {
		awaited = null;
		model.scrollBy(pixels);
		update();
	}

	void scrollToEnd() {
		awaited = null;
		model.scrollToEnd();
		update();
	}

	/** Brings the line of {@code position} into sight. */
	void reveal(Position position) {
		awaited = null;
		if (!model.isEmpty()) {
			Rectangle line = line(position);
			model.reveal(position.number(), line.y, line.y + line.height + LogStyle.MARGIN);
			update();
		}
	}

	/** Brings the line of {@code position} to where one looks first, also when it has to be read yet. */
	void center(Position position) {
		if (!model.isEmpty()) {
			model.center(position.number(), line(position).y);
			awaited = isRead() ? null : position;
			update();
		}
	}

	private Rectangle line(Position position) {
		return canvas.itemLayout(position.number()).lineAt(position.offset());
	}

	/** Whether everything in sight is there. */
	private boolean isRead() {
		return LongStream.rangeClosed(model.top(), model.bottom()).allMatch(number -> canvas.item(number) != null);
	}
}
