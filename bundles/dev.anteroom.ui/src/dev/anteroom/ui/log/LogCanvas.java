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

import java.util.concurrent.Executor;
import java.util.function.Function;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Listener;

import dev.anteroom.chat.Picture;
import dev.anteroom.chat.Registration;
import dev.anteroom.ui.internal.Icons;
import dev.anteroom.ui.internal.LogColors;
import dev.anteroom.ui.internal.UiExecutor;
import dev.anteroom.ui.widgets.ViewTools;

/**
 * The entries of a log that are in sight: where they are, what is selected, and how far they are scrolled. What people
 * do with mouse and keyboard is in classes of their own. UI thread.
 */
final class LogCanvas extends Canvas {

	private static final String CSS_CLASS = "AnteroomMessageLog";
	/** The room below the newest entry. */
	private static final int BOTTOM = 8;

	private final LogSource source;
	private final ViewTools tools;
	private final LogEntries entries;
	private final Thumbnails thumbnails;
	private final LogPainter painter;
	private final LogColors colors;
	private final ScrollModel scroll;
	private final LogScroller scroller;
	private LogStyle style;
	private Selection selection = Selection.at(new Position(0, 0));
	private long current;
	private boolean isCurrentMarked;
	private Function<String, int[]> matcher;
	private Selection found;
	private Runnable changed = () -> { };

	LogCanvas(Composite parent, ViewTools tools, LogSource source) {
		super(parent, SWT.V_SCROLL | SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
		this.source = source;
		this.tools = tools;
		Executor ui = new UiExecutor(tools.sync(), this);
		entries = new LogEntries(getDisplay(), source, entry -> LogItem.of(entry, tools.wording(), tools.places()),
				this::style, ui, this::arrived);
		thumbnails = new Thumbnails(getDisplay(), tools.pictures(), ui, this::redraw);
		painter = new LogPainter(tools, thumbnails, new Icons(this));
		scroll = new ScrollModel(number -> itemLayout(number).height(), BOTTOM);
		scroller = new LogScroller(this, scroll, this::scrolled);
		colors = LogColors.of(this, this::restyle);
		setData("org.eclipse.e4.ui.css.CssClassName", CSS_CLASS);
		setBackground(getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
		setForeground(getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND));
		style = new LogStyle(this, colors, tools.zoom().percent());
		addListener(SWT.Resize, e -> {
			scroll.setViewport(getClientArea().height);
			scroller.update();
		});
		addPaintListener(e -> paint(e.gc));
		Registration zoom = tools.zoom().addListener(this::restyle);
		Listener restyle = e -> restyle();
		getDisplay().addListener(SWT.Settings, restyle);
		addDisposeListener(e -> {
			zoom.close();
			getDisplay().removeListener(SWT.Settings, restyle);
			entries.restyle();
			thumbnails.dispose();
			style.dispose();
		});
	}

	/** @param changed called after what is in sight, selected or current has changed */
	void onChange(Runnable changed) {
		this.changed = changed;
	}

	ViewTools tools() {
		return tools;
	}

	LogSource source() {
		return source;
	}

	LogStyle style() {
		return style;
	}

	/**
	 * Takes up what the source has now.
	 *
	 * @param attended whether the person sees this control
	 */
	void refresh(boolean attended) {
		LogEntries.News news = entries.take(attended && scroll.isFollowing());
		if (news.other()) {
			selection = Selection.at(new Position(entries.first(), 0));
			found = null;
			scroller.stay();
			current = 0;
		}
		if (news.other() || news.answered()) {
			scroll.follow();
		}
		scroll.setEntries(entries.first(), entries.last());
		scroller.update();
	}

	/** Takes that the person sees this control, or not. */
	void attend(boolean attended) {
		if (attended && scroll.isFollowing()) {
			entries.unread().seen();
		}
	}

	/** How many messages the person has not seen yet. */
	long unseen() {
		return entries.unread().count();
	}

	/** How many characters of text are laid out. */
	long laidOut() {
		return entries.laidOut();
	}

	ScrollModel scroll() {
		return scroll;
	}

	/** The first entry; greater than {@link #last()} when there is none. */
	long first() {
		return entries.first();
	}

	long last() {
		return entries.last();
	}

	/** The entry {@code number}; {@code null} while it is being read, and when there is none. */
	LogItem item(long number) {
		return itemLayout(number).item();
	}

	ItemLayout itemLayout(long number) {
		return entries.layout(number, getClientArea().width);
	}

	/** Where the entry {@code number} is on this control; {@code null} when it is out of sight. */
	Rectangle boundsOf(long number) {
		if (scroll.isEmpty() || number < scroll.top() || number > entries.last()) {
			return null;
		}
		int y = scroll.y(number);
		return y == Integer.MAX_VALUE ? null : new Rectangle(0, y, getClientArea().width, itemLayout(number).height());
	}

	/** What is at a point of this control. */
	ItemLayout.Hit hit(int x, int y) {
		long number = scroll.numberAt(y);
		return itemLayout(number).hit(x, y - scroll.y(number));
	}

	/** The place nearest to a point of this control. */
	Position positionAt(int x, int y) {
		return new Position(scroll.numberAt(y), hit(x, y).offset());
	}

	Selection selection() {
		return selection;
	}

	void select(Selection selection) {
		if (!this.selection.equals(selection)) {
			this.selection = selection;
			redraw();
			changed.run();
		}
	}

	/** The entry that keys act on; 0 when there is none. */
	long current() {
		return current;
	}

	void setCurrent(long number) {
		setCurrent(number, true);
	}

	/** @param marked whether a frame is drawn around it: whoever has just clicked there knows where it is */
	void setCurrent(long number, boolean marked) {
		if (current != number || marked != isCurrentMarked) {
			current = number;
			isCurrentMarked = marked;
			redraw();
			changed.run();
		}
	}

	void scrollBy(int pixels) {
		scroller.scrollBy(pixels);
	}

	void scrollToEnd() {
		scroller.scrollToEnd();
	}

	/** Whether the small view of {@code picture} can be seen. */
	boolean hasThumbnail(Picture picture) {
		return thumbnails.get(picture).image() != null;
	}

	/** Brings the line of {@code position} into sight. */
	void reveal(Position position) {
		scroller.reveal(position);
	}

	/** Brings the line of {@code position} to where one looks first, also when it has to be read yet. */
	void center(Position position) {
		scroller.center(position);
	}

	/**
	 * Marks what {@code matcher} finds in the texts, and in the names of pictures, in sight.
	 *
	 * @param matcher gives pairs of start and end, in order; {@code null} to mark nothing
	 * @param found   the one that was gone to, or {@code null}
	 */
	void mark(Function<String, int[]> matcher, Selection found) {
		this.matcher = matcher;
		this.found = found;
		redraw();
	}

	@Override
	public void setFont(Font font) {
		super.setFont(font);
		restyle();
	}

	@Override
	public void setBackground(Color color) {
		super.setBackground(color);
		restyle();
	}

	@Override
	public void setForeground(Color color) {
		super.setForeground(color);
		restyle();
	}

	private void restyle() {
		if (isDisposed() || style == null) {
			return;
		}
		entries.restyle();
		style.dispose();
		style = new LogStyle(this, colors, tools.zoom().percent());
		scroller.settle();
	}

	private void arrived() {
		scroller.arrived();
	}

	private void scrolled() {
		if (getToolTipText() != null) {
			// It is about what is somewhere else now.
			setToolTipText(null);
		}
		redraw();
		changed.run();
	}

	private void redraw(Picture picture) {
		for (long number = scroll.top(); number <= scroll.bottom(); number++) {
			LogItem item = item(number);
			if (item != null && picture.equals(item.picture())) {
				Rectangle bounds = boundsOf(number);
				redraw(0, bounds.y, bounds.width, bounds.height, false);
			}
		}
	}

	private void paint(GC gc) {
		Rectangle area = getClientArea();
		gc.setBackground(style.background());
		gc.fillRectangle(area);
		int y = -scroll.offset();
		for (long number = scroll.top(); number <= entries.last() && y < area.height; number++) {
			ItemLayout layout = itemLayout(number);
			draw(gc, layout, number, y, area.width);
			y += layout.height();
		}
		thumbnails.trim();
	}

	private void draw(GC gc, ItemLayout layout, long number, int y, int width) {
		int length = layout.item() == null ? 0 : layout.item().length();
		int start = selection.touches(number) ? selection.startIn(number, length) : 0;
		int end = selection.touches(number) ? selection.endIn(number, length) : 0;
		Marks marks = matcher == null || layout.item() == null ? Marks.NONE
				: Marks.of(layout.item(), matcher, found);
		painter.draw(gc, layout, y, width, style, start, end, marks);
		if (number == current && isCurrentMarked && isFocusControl() && layout.item() != null) {
			LogPainter.frame(gc, layout, y, width, style);
		}
	}
}
