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

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

import dev.anteroom.ui.Messages;
import dev.anteroom.ui.internal.Keys;
import dev.anteroom.ui.internal.Labels;

/** The context menu of a log. UI thread. */
final class LogMenu {

	private static final int MOST_LINKS = 20;
	private static final int MOST_CHARACTERS = 60;

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
			at = middleOfCurrent();
			Point display = canvas.toDisplay(at);
			event.x = display.x;
			event.y = display.y;
		}
		long number = empty ? 0 : event.detail == SWT.MENU_KEYBOARD && canvas.current() != 0 ? canvas.current()
				: canvas.scroll().numberAt(at.y);
		LogItem item = number == 0 ? null : canvas.item(number);
		fill(number, item, item == null ? List.of() : event.detail == SWT.MENU_KEYBOARD ? item.links() : linkAt(at));
	}

	/** In the middle of what can be seen of the current message. */
	private Point middleOfCurrent() {
		Rectangle bounds = canvas.current() == 0 ? null : canvas.boundsOf(canvas.current());
		if (bounds == null) {
			return new Point(LogStyle.MARGIN, 0);
		}
		Rectangle seen = bounds.intersection(canvas.getClientArea());
		return new Point(canvas.itemLayout(canvas.current()).textX(), seen.y + seen.height / 2);
	}

	private List<Link> linkAt(Point at) {
		Link link = canvas.hit(at.x, at.y).link();
		return link == null ? List.of() : List.of(link);
	}

	private void fill(long number, LogItem item, List<Link> links) {
		Messages messages = canvas.tools().messages();
		if (item != null && item.picture() != null) {
			item(messages.log_showPicture, true, () -> actions.show(item.picture()));
			new MenuItem(menu, SWT.SEPARATOR);
		}
		if (!links.isEmpty()) {
			forEach(links, links.stream().allMatch(Link::place) ? messages.log_openPlace : messages.log_openLink,
					actions::open);
			forEach(links, messages.log_copyLink, link -> actions.copyText(link.target()));
			new MenuItem(menu, SWT.SEPARATOR);
		}
		item(Keys.label(messages.log_copy, SWT.MOD1 | 'c'), !canvas.selection().isEmpty(), actions::copy);
		item(messages.log_copyMessage, item != null, () -> actions.copyMessage(number));
		item(Keys.label(messages.log_selectAll, SWT.MOD1 | 'a'), number != 0, actions::selectAll);
		new MenuItem(menu, SWT.SEPARATOR);
		item(Keys.label(messages.log_find, SWT.MOD1 | 'f'), true, find);
	}

	/** One item for one link; a menu to choose from for several. */
	private void forEach(List<Link> links, String label, Consumer<Link> action) {
		if (links.size() == 1) {
			item(label, true, () -> action.accept(links.getFirst()));
			return;
		}
		var choices = new Menu(menu);
		var cascade = new MenuItem(menu, SWT.CASCADE);
		cascade.setText(label);
		cascade.setMenu(choices);
		for (Link link : links.subList(0, Math.min(links.size(), MOST_LINKS))) {
			String target = link.target();
			String shown = target.length() > MOST_CHARACTERS ? target.substring(0, MOST_CHARACTERS) + '…' : target;
			item(choices, Labels.literal(shown), true, () -> action.accept(link));
		}
	}

	private void item(String label, boolean enabled, Runnable action) {
		item(menu, label, enabled, action);
	}

	private static void item(Menu menu, String label, boolean enabled, Runnable action) {
		var item = new MenuItem(menu, SWT.PUSH);
		item.setText(label);
		item.setEnabled(enabled);
		item.addListener(SWT.Selection, e -> action.run());
	}
}
