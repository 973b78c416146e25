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

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

import dev.anteroom.ui.Messages;

/** The context menu of a log. UI thread. */
final class LogMenu {

	private final LogCanvas canvas;
	private final LogActions actions;
	private final Runnable find;
	private final Menu menu;

	/** @param find opens the search */
	LogMenu(LogCanvas canvas, LogActions actions, Runnable find) {
		this.canvas = canvas;
		this.actions = actions;
		this.find = find;
		menu = new Menu(canvas);
		canvas.setMenu(menu);
		canvas.addListener(SWT.MenuDetect, this::detect);
	}

	/** Fills the menu for what is at the pointer, or for the current message when it was asked for by key. */
	private void detect(Event event) {
		for (MenuItem item : menu.getItems()) {
			item.dispose();
		}
		boolean empty = canvas.scroll().isEmpty();
		Point at = canvas.toControl(event.x, event.y);
		if (event.detail == SWT.MENU_KEYBOARD) {
			Rectangle bounds = canvas.current() == 0 ? null : canvas.boundsOf(canvas.current());
			at = new Point(LogStyle.MARGIN, bounds == null ? 0 : Math.max(0, bounds.y + bounds.height / 2));
			Point display = canvas.toDisplay(at);
			event.x = display.x;
			event.y = display.y;
		}
		long number = empty ? 0 : event.detail == SWT.MENU_KEYBOARD && canvas.current() != 0 ? canvas.current()
				: canvas.scroll().numberAt(at.y);
		LogItem item = number == 0 ? null : canvas.item(number);
		fill(number, item, item == null ? null : link(item, event.detail == SWT.MENU_KEYBOARD ? null : at));
	}

	private Link link(LogItem item, Point at) {
		if (at == null) {
			return item.links().isEmpty() ? null : item.links().getFirst();
		}
		return canvas.hit(at.x, at.y).link();
	}

	private void fill(long number, LogItem item, Link link) {
		Messages messages = canvas.tools().messages();
		if (item != null && item.picture() != null) {
			item(messages.log_showPicture, true, () -> actions.show(item.picture()));
			new MenuItem(menu, SWT.SEPARATOR);
		}
		if (link != null) {
			item(messages.log_openLink, true, () -> actions.open(link));
			item(messages.log_copyLink, true, () -> actions.copyText(link.target()));
			new MenuItem(menu, SWT.SEPARATOR);
		}
		item(messages.log_copy + "\tCtrl+C", !canvas.selection().isEmpty(), actions::copy);
		item(messages.log_copyMessage, item != null, () -> actions.copyMessage(number));
		item(messages.log_selectAll + "\tCtrl+A", number != 0, actions::selectAll);
		new MenuItem(menu, SWT.SEPARATOR);
		item(messages.log_find + "\tCtrl+F", true, find);
	}

	private void item(String label, boolean enabled, Runnable action) {
		var item = new MenuItem(menu, SWT.PUSH);
		item.setText(label);
		item.setEnabled(enabled);
		item.addListener(SWT.Selection, e -> action.run());
	}
}
