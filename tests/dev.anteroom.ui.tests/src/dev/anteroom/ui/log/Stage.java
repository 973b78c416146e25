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

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;

import dev.anteroom.chat.Picture;
import dev.anteroom.ui.Places;
import dev.anteroom.ui.TestTools;
import dev.anteroom.ui.UiThread;

/** A window with a log in it, and the hands of a person. */
final class Stage implements AutoCloseable {

	final UiThread ui = UiThread.running();
	final List<Picture> opened = new ArrayList<>();
	final Shell shell;
	/** What is in the window, and has the log in it. */
	final Composite part;
	final MessageLog log;
	private final ListSource source;

	Stage(ListSource source) {
		this(source, Places.NONE);
	}

	Stage(ListSource source, Places places) {
		this.source = source;
		shell = ui.ui(() -> new Shell(ui.display()));
		part = ui.ui(() -> new Composite(shell, SWT.NONE));
		log = ui.ui(() -> {
			shell.setLayout(new FillLayout());
			part.setLayout(new FillLayout());
			var made = new MessageLog(part, TestTools.on(ui.display(), opened::add, places), source);
			shell.setSize(600, 400);
			shell.open();
			return made;
		});
		// What is said while nobody looks is marked as new.
		ui.await("the window to be in use",
				() -> canvas().getClientArea().height > 100 && ui.display().getActiveShell() == shell);
	}

	LogCanvas canvas() {
		return log.canvas();
	}

	/** Lets the log know of what was added. */
	void refresh() {
		ui.act(log::refresh);
	}

	void say(int count) {
		for (int i = 0; i < count; i++) {
			source.say("message " + (source.last() + 1));
		}
		refresh();
	}

	/** Presses a key in the log. */
	void press(int modifiers, int key) {
		ui.act(() -> {
			var event = new Event();
			event.keyCode = key;
			event.stateMask = modifiers;
			event.doit = true;
			log.post(SWT.KeyDown, event);
		});
	}

	void mouse(int type, Point at, int modifiers, int count) {
		mouse(type, at, modifiers, 1, count);
	}

	void mouse(int type, Point at, int modifiers, int button, int count) {
		ui.act(() -> {
			var event = new Event();
			event.x = at.x;
			event.y = at.y;
			event.button = button;
			event.count = count;
			event.stateMask = modifiers;
			log.post(type, event);
		});
	}

	void click(Point at) {
		mouse(SWT.MouseDown, at, 0, 1);
		mouse(SWT.MouseUp, at, SWT.BUTTON1, 1);
	}

	void drag(Point from, Point to) {
		mouse(SWT.MouseDown, from, 0, 1);
		mouse(SWT.MouseMove, to, SWT.BUTTON1, 0);
		mouse(SWT.MouseUp, to, SWT.BUTTON1, 1);
	}

	void wheel(int lines, int modifiers) {
		mouse(SWT.MouseVerticalWheel, new Point(50, 50), modifiers, lines);
	}

	/** The middle of the left edge of a character of an entry in sight. */
	Point at(long number, int offset) {
		return ui.ui(() -> {
			ItemLayout layout = canvas().itemLayout(number);
			Rectangle bounds = canvas().boundsOf(number);
			Point in = layout.body().getLocation(offset, false);
			return new Point(layout.textX() + in.x + 1,
					bounds.y + layout.bodyY() + in.y + canvas().style().lineHeight / 2);
		});
	}

	String clipboard() {
		return ui.ui(() -> {
			var clipboard = new Clipboard(ui.display());
			try {
				return (String) clipboard.getContents(TextTransfer.getInstance());
			} finally {
				clipboard.dispose();
			}
		});
	}

	void awaitClipboard(String text) {
		ui.await("the clipboard to hold: " + text, () -> text.equals(clipboard()));
	}

	void emptyClipboard() {
		ui.act(() -> {
			var clipboard = new Clipboard(ui.display());
			clipboard.setContents(new Object[] { "-" }, new TextTransfer[] { TextTransfer.getInstance() });
			clipboard.dispose();
		});
	}

	@Override
	public void close() {
		ui.act(shell::dispose);
	}
}
