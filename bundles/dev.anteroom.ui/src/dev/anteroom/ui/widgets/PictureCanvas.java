/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;

/** One picture, fitted into the view or in its own size with scroll bars. UI thread. */
public final class PictureCanvas extends Canvas {

	private Image image;
	private Point size = new Point(0, 0);
	private boolean fit = true;
	private Point dragStart;

	public PictureCanvas(Composite parent) {
		super(parent, SWT.H_SCROLL | SWT.V_SCROLL | SWT.DOUBLE_BUFFERED);
		addPaintListener(e -> paint(e.gc));
		addListener(SWT.Resize, e -> updateBars());
		getHorizontalBar().addListener(SWT.Selection, e -> redraw());
		getVerticalBar().addListener(SWT.Selection, e -> redraw());
		addListener(SWT.MouseDown, e -> dragStart = new Point(e.x, e.y));
		addListener(SWT.MouseMove, this::drag);
		addListener(SWT.MouseUp, e -> dragStart = null);
		addDisposeListener(e -> setImage(null, 0, 0));
	}

	/**
	 * Shows {@code data}, or nothing if it is {@code null}.
	 *
	 * @param width  of the original, in pixels; {@code data} may have fewer
	 * @param height of the original, in pixels
	 */
	public void setImage(ImageData data, int width, int height) {
		if (image != null) {
			image.dispose();
		}
		image = data == null ? null : new Image(getDisplay(), data);
		size = new Point(width, height);
		if (!isDisposed()) {
			updateBars();
			redraw();
		}
	}

	/** Whether the whole picture is fitted into the view. */
	public void setFit(boolean fit) {
		this.fit = fit;
		updateBars();
		redraw();
	}

	/** Whether there is a picture. */
	public boolean hasImage() {
		return image != null;
	}

	/** Where on this control the picture is drawn, in part perhaps outside of it. */
	public Rectangle pictureBounds() {
		Rectangle area = getClientArea();
		double scale = fit ? Math.min(1, Math.min((double) area.width / size.x, (double) area.height / size.y)) : 1;
		int width = (int) Math.max(1, Math.round(size.x * scale));
		int height = (int) Math.max(1, Math.round(size.y * scale));
		int x = width <= area.width ? (area.width - width) / 2 : -getHorizontalBar().getSelection();
		int y = height <= area.height ? (area.height - height) / 2 : -getVerticalBar().getSelection();
		return new Rectangle(x, y, width, height);
	}

	private void paint(org.eclipse.swt.graphics.GC gc) {
		if (image != null) {
			Rectangle to = pictureBounds();
			Rectangle from = image.getBounds();
			gc.setInterpolation(fit ? SWT.HIGH : SWT.NONE);
			gc.drawImage(image, 0, 0, from.width, from.height, to.x, to.y, to.width, to.height);
		}
	}

	private void drag(Event event) {
		if (dragStart != null && !fit) {
			getHorizontalBar().setSelection(getHorizontalBar().getSelection() + dragStart.x - event.x);
			getVerticalBar().setSelection(getVerticalBar().getSelection() + dragStart.y - event.y);
			dragStart = new Point(event.x, event.y);
			redraw();
		}
	}

	private void updateBars() {
		Rectangle area = getClientArea();
		update(getHorizontalBar(), size.x, area.width);
		update(getVerticalBar(), size.y, area.height);
	}

	private void update(ScrollBar bar, int whole, int visible) {
		boolean needed = !fit && image != null && whole > visible;
		bar.setVisible(needed);
		if (needed) {
			bar.setValues(Math.min(bar.getSelection(), whole - visible), 0, whole, visible, 32, Math.max(1, visible - 32));
		}
	}
}
