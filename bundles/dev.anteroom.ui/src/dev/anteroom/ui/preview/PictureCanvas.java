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

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ScrollBar;

import dev.anteroom.ui.internal.LogColors;

/**
 * One picture, or a few words where there is none. What is seen of the picture goes by a {@link Viewport}, in device
 * pixels; SWT's units are larger on a dense screen. UI thread.
 */
public final class PictureCanvas extends Canvas {

	/** So many pixels are shrunk in no time. */
	private static final int QUICK = 1_000_000;

	private final Checkerboard checkerboard = new Checkerboard(this);
	private final LogColors colors = LogColors.unstyled();
	private final List<Runnable> viewListeners = new ArrayList<>();
	private Viewport view = Viewport.of(0, 0);
	/** All of the picture, perhaps in few pixels; {@code null} when there is none. */
	private PictureLayer whole;
	/** What is looked at closely, above the whole; {@code null} when there is none. */
	private PictureLayer closeup;
	private Placard placard = Placard.NONE;
	private String accessibleName = "";
	private Point lastFullRoom;
	private boolean updating;

	public PictureCanvas(Composite parent) {
		super(parent, SWT.H_SCROLL | SWT.V_SCROLL | SWT.DOUBLE_BUFFERED);
		addPaintListener(e -> paint(e.gc));
		addListener(SWT.Resize, e -> setView(view));
		addListener(SWT.ZoomChanged, e -> setView(view));
		addListener(SWT.FocusIn, e -> redraw());
		addListener(SWT.FocusOut, e -> redraw());
		getHorizontalBar().addListener(SWT.Selection, e -> scrolled());
		getVerticalBar().addListener(SWT.Selection, e -> scrolled());
		addDisposeListener(e -> {
			viewListeners.clear();
			clear();
		});
		getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent e) {
				e.result = accessibleName;
			}
		});
		getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
			@Override
			public void getRole(AccessibleControlEvent e) {
				e.detail = ACC.ROLE_GRAPHIC;
			}
		});
		showBars();
	}

	/** What is seen of the picture. */
	public Viewport view() {
		return view;
	}

	/** Shows the picture another way; the size of the view is this canvas's, whatever {@code changed} says. */
	public void setView(Viewport changed) {
		if (updating) {
			return;
		}
		updating = true;
		try {
			Viewport before = view;
			Point full = fullRoom();
			Point room = room();
			// Scroll bars that come and go move nothing.
			view = full.equals(lastFullRoom) ? changed.cutTo(room.x, room.y) : changed.inArea(room.x, room.y);
			lastFullRoom = full;
			showBars();
			room = room();
			view = view.cutTo(room.x, room.y);
			setBars();
			redraw();
			if (!view.equals(before)) {
				viewListeners.forEach(Runnable::run);
			}
		} finally {
			updating = false;
		}
	}

	/** Calls {@code changed} whenever the {@link #view()} is another. */
	void addViewListener(Runnable changed) {
		viewListeners.add(changed);
	}

	/** Whether the whole picture is fitted into the view; otherwise it has its own size. */
	public void setFit(boolean fit) {
		setView(fit ? view.fitted() : view.actualSize());
	}

	/** Whether there is a picture. */
	public boolean hasImage() {
		return whole != null;
	}

	/** Where on this control the picture is drawn, in part perhaps outside of it; in SWT's units. */
	public Rectangle pictureBounds() {
		Rectangle bounds = view.bounds();
		double points = scale();
		return new Rectangle((int) Math.round(bounds.x / points), (int) Math.round(bounds.y / points),
				(int) Math.round(bounds.width / points), (int) Math.round(bounds.height / points));
	}

	/** Device pixels for each of SWT's units. */
	double scale() {
		return getMonitor().getZoom() / 100.0;
	}

	/** How many device pixels there are to show a fitted picture in. */
	Point fullRoom() {
		Point size = getSize();
		return new Point((int) Math.round(size.x * scale()), (int) Math.round(size.y * scale()));
	}

	/** Shows another picture, fitted. It takes the layer over, and so do all methods that are given one. */
	void setPicture(PictureLayer all) {
		clear();
		whole = all;
		setView(Viewport.of(all.part().width, all.part().height));
		redraw();
	}

	/** Shows other pixels of the same picture. */
	void setWhole(PictureLayer all) {
		if (whole != null) {
			whole.dispose();
		}
		whole = all;
		redraw();
	}

	/** Shows a part of the picture sharper; {@code null} for none. */
	void setCloseup(PictureLayer part) {
		if (closeup != null) {
			closeup.dispose();
		}
		closeup = part;
		redraw();
	}

	/** Whether it is as sharp as it can be; what is not drawn is. */
	boolean isSharp() {
		return whole == null || whole.serves(view) || closeup != null && closeup.serves(view);
	}

	/** Shows no picture but {@code words}, and {@code icon} above them if it is not {@code null}. */
	void setWords(Image icon, String words) {
		clear();
		placard = new Placard(icon, words);
		setView(Viewport.of(0, 0));
		redraw();
	}

	/** What is said where there is no picture; empty when there is one. */
	String words() {
		return placard.words();
	}

	String accessibleName() {
		return accessibleName;
	}

	/** What a screen reader calls the picture. */
	void setAccessibleName(String name) {
		if (!name.equals(accessibleName)) {
			accessibleName = name;
			getAccessible().sendEvent(ACC.EVENT_NAME_CHANGED, null);
		}
	}

	private void clear() {
		if (whole != null) {
			whole.dispose();
			whole = null;
		}
		if (closeup != null) {
			closeup.dispose();
			closeup = null;
		}
		placard = Placard.NONE;
	}

	private void paint(GC gc) {
		if (whole != null) {
			paintPicture(gc);
		} else {
			placard.draw(gc, getClientArea(), colors.of(LogColors.Use.SYSTEM, getBackground()));
		}
		if (isFocusControl()) {
			Rectangle area = getClientArea();
			gc.setForeground(getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
			gc.drawRectangle(0, 0, area.width - 1, area.height - 1);
		}
	}

	private void paintPicture(GC gc) {
		boolean close = closeup != null && (closeup.covers(view) || !whole.isTranslucent());
		if (whole.isTranslucent()) {
			checkerboard.fill(gc, pictureBounds().intersection(getClientArea()));
		}
		if (!close || !closeup.covers(view)) {
			draw(gc, whole);
		}
		if (close) {
			draw(gc, closeup);
		}
	}

	private void draw(GC gc, PictureLayer layer) {
		// Pixels looked at as such have edges. To shrink many of them well takes too long while a hand is at work.
		boolean pixels = layer.density() == 1 && (view.zoom() == 1 || view.zoom() >= 2);
		boolean costly = !layer.serves(view) && view.zoom() < layer.density() && layer.pixels() > QUICK;
		gc.setInterpolation(pixels ? SWT.NONE : costly ? SWT.LOW : SWT.DEFAULT);
		layer.draw(gc, view.matrix(), scale());
	}

	/** What is left by the scroll bars, in device pixels. */
	private Point room() {
		Rectangle area = getClientArea();
		return new Point((int) Math.round(area.width * scale()), (int) Math.round(area.height * scale()));
	}

	private void showBars() {
		Point full = fullRoom();
		ScrollBar across = getHorizontalBar();
		ScrollBar down = getVerticalBar();
		boolean wantsAcross = hasImage() && !view.fit() && view.width() > full.x;
		boolean wantsDown = hasImage() && !view.fit()
				&& view.height() > full.y - (wantsAcross ? across.getSize().y * scale() : 0);
		wantsAcross |= wantsDown && view.width() > full.x - down.getSize().x * scale();
		across.setVisible(wantsAcross);
		down.setVisible(wantsDown);
	}

	private void setBars() {
		set(getHorizontalBar(), -view.x(), view.width(), view.areaWidth());
		set(getVerticalBar(), -view.y(), view.height(), view.areaHeight());
	}

	private static void set(ScrollBar bar, double start, double whole, int visible) {
		if (bar.getVisible() && visible > 0) {
			bar.setValues((int) Math.round(start), 0, (int) Math.ceil(whole), visible, Math.max(1, visible / 10),
					Math.max(1, visible * 9 / 10));
		}
	}

	private void scrolled() {
		ScrollBar across = getHorizontalBar();
		ScrollBar down = getVerticalBar();
		setView(view.movedTo(across.getVisible() ? -across.getSelection() : view.x(),
				down.getVisible() ? -down.getSelection() : view.y()));
	}
}
