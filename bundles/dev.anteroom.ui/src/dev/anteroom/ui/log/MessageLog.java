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
import java.util.function.Predicate;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

import dev.anteroom.ui.internal.UiExecutor;
import dev.anteroom.ui.widgets.ViewTools;

/**
 * What was said in a conversation, oldest first, however much it is: only what is in sight is laid out, and little more
 * is in memory. It follows the newest entry while the end is in sight; otherwise a button tells how many have come.
 * <p>
 * It is drawn by itself, since a text widget lays out everything it holds. UI thread.
 */
public final class MessageLog extends Composite {

	private static final int BUTTON_GAP = 10;

	private final LogCanvas canvas;
	private final LogActions actions;
	private final Find find;
	private final Button news;
	private final ViewTools tools;
	private final UiExecutor ui;
	private final LogAccessible accessible;
	private final LogAnnouncer announcer;

	public MessageLog(Composite parent, ViewTools tools, LogSource source) {
		super(parent, SWT.NONE);
		this.tools = tools;
		this.ui = new UiExecutor(tools.sync(), this);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
		canvas = new LogCanvas(this, tools, source);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas);
		find = new Find(this, canvas);
		actions = new LogActions(canvas);
		new LogMouse(canvas, actions);
		new LogKeys(canvas, actions, find::key);
		new LogMenu(canvas, actions, this::find);
		accessible = new LogAccessible(canvas);
		announcer = new LogAnnouncer(this, canvas);
		find.onFound(announcer::found);
		GridDataFactory.swtDefaults().exclude(true).applyTo(announcer.voice());
		// Not in the canvas, which would hand its focus on to it.
		news = new Button(this, SWT.PUSH);
		GridDataFactory.swtDefaults().exclude(true).applyTo(news);
		news.setVisible(false);
		news.moveAbove(null);
		news.addListener(SWT.Selection, e -> {
			canvas.scrollToEnd();
			canvas.setFocus();
		});
		canvas.onChange(this::changed);
		canvas.addListener(SWT.Resize, e -> placeNews());
		// Whatever hides and shows this, a painted canvas is in sight; what it leads to must not happen while painting.
		canvas.addListener(SWT.Paint, e -> seen());
		// Of the display, since the part may be moved to another window.
		Listener activated = e -> seen();
		Display display = getDisplay();
		display.addFilter(SWT.Activate, activated);
		addDisposeListener(e -> display.removeFilter(SWT.Activate, activated));
		// What was said before it was opened is no news.
		canvas.refresh(true);
	}

	/** Takes up what the source has now. Cheap, however much that is. */
	public void refresh() {
		long before = canvas.last();
		canvas.refresh(isAttended());
		if (canvas.last() > before) {
			announcer.added(Math.max(before + 1, canvas.first()), canvas.last());
		}
		find.refresh();
	}

	/** Whether the newest entry is in sight and the next one will be. */
	public boolean isFollowing() {
		return canvas.scroll().isFollowing();
	}

	/** How many messages of others have come that nobody has seen yet. */
	public long unseen() {
		return canvas.unseen();
	}

	/** What can be read of it now, however much that is, as plain text: for tests. */
	public String text() {
		var text = new StringBuilder();
		for (long number = canvas.first(); number <= canvas.last(); number++) {
			LogItem item = canvas.item(number);
			if (item != null) {
				text.append(item.asText(canvas.style().zone, tools.wording())).append('\n');
			}
		}
		return text.toString();
	}

	/** Where on this control the pictures in sight are, from the top. */
	public List<Rectangle> pictureBounds() {
		var bounds = new ArrayList<Rectangle>();
		for (long number = canvas.scroll().top(); number <= canvas.scroll().bottom(); number++) {
			LogItem item = canvas.item(number);
			if (item != null && item.picture() != null) {
				Rectangle box = canvas.itemLayout(number).box();
				box.y += canvas.boundsOf(number).y + canvas.getLocation().y;
				bounds.add(box);
			}
		}
		return bounds;
	}

	/** Replaces the question before an address is opened, for tests. */
	public void setConfirmation(Predicate<String> confirmation) {
		actions.setConfirmation(confirmation);
	}

	/** Opens the search, or goes back to it. */
	public void find() {
		find.open();
	}

	@Override
	public boolean setFocus() {
		return canvas.setFocus();
	}

	LogCanvas canvas() {
		return canvas;
	}

	LogActions actions() {
		return actions;
	}

	Find finding() {
		return find;
	}

	/** The button that tells of new messages. */
	Button news() {
		return news;
	}

	LogAccessible accessible() {
		return accessible;
	}

	LogAnnouncer announcer() {
		return announcer;
	}

	/** Whether somebody can see it: it is not behind another view, and its window is the one in use. */
	private boolean isAttended() {
		return isVisible() && getDisplay().getActiveShell() != null;
	}

	/** Takes that the person may see now what has not been seen before. */
	private void seen() {
		if (canvas.unseen() > 0 && isFollowing()) {
			ui.execute(this::changed);
		}
	}

	private void changed() {
		canvas.attend(isAttended());
		long count = canvas.scroll().isFollowing() ? 0 : canvas.unseen();
		boolean show = count > 0;
		if (show) {
			String words = count == 1 ? tools.messages().log_oneNew
					: NLS.bind(tools.messages().log_manyNew, tools.wording().count(count));
			if (!words.equals(news.getText())) {
				news.setText(words);
				placeNews();
			}
		}
		if (show != news.getVisible()) {
			news.setVisible(show);
			news.moveAbove(null);
		}
		accessible.changed();
	}

	private void placeNews() {
		Rectangle area = getDisplay().map(canvas, this, canvas.getClientArea());
		Point size = news.computeSize(SWT.DEFAULT, SWT.DEFAULT);
		news.setBounds(area.x + (area.width - size.x) / 2, area.y + area.height - size.y - BUTTON_GAP, size.x, size.y);
	}

	/** Sends an event to what draws the entries, for tests. */
	void post(int type, Event event) {
		canvas.notifyListeners(type, event);
	}
}
