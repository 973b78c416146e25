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
import java.util.concurrent.TimeUnit;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

import dev.anteroom.ui.widgets.ViewTools;

/**
 * Has a screen reader say what others say, wherever the focus is: an alert with nothing to be seen, whose name is the
 * news. SWT knows no live regions; an alert that begins to show is what screen readers read without being there. What
 * comes in quick succession is said at once, and never more often than can be listened to. UI thread.
 */
final class LogAnnouncer {

	private static final int GATHER_MILLIS = 200;
	private static final int PAUSE_MILLIS = 2_000;
	private static final int TYPING_MILLIS = 600;
	/** Of more entries than this, only their number and the latest is said. */
	private static final int MOST_SAID = 3;
	/** Among so many new entries it is looked who said them. */
	private static final int MOST_LOOKED_AT = 16;

	private final LogCanvas canvas;
	private final Spoken spoken;
	private final Canvas voice;
	private final Accessible accessible;
	private String words = "";
	private long from;
	private long to;
	private boolean waiting;
	private String found;
	private final Runnable sayFound = () -> sayIfSeen(found);
	private long announced = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS);

	/** @param parent beneath whose other children the alert is put */
	LogAnnouncer(Composite parent, LogCanvas canvas) {
		this.canvas = canvas;
		spoken = new Spoken(canvas);
		voice = new Canvas(parent, SWT.NO_FOCUS);
		voice.setBounds(0, 0, 1, 1);
		voice.moveBelow(null);
		accessible = voice.getAccessible();
		accessible.addAccessibleListener(new AccessibleAdapter() {

			@Override
			public void getName(AccessibleEvent event) {
				event.result = words;
			}
		});
		accessible.addAccessibleControlListener(new AccessibleControlAdapter() {

			@Override
			public void getRole(AccessibleControlEvent event) {
				event.detail = ACC.ROLE_ALERT;
			}
		});
	}

	/** What takes the news to the screen reader. */
	Canvas voice() {
		return voice;
	}

	/** What was said last. */
	String words() {
		return words;
	}

	/** Takes that the entries {@code first} to {@code last} have come. */
	void added(long first, long last) {
		if (!waiting) {
			from = first;
			waiting = true;
			long since = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - announced);
			canvas.getDisplay().timerExec((int) Math.max(GATHER_MILLIS, PAUSE_MILLIS - since), this::announce);
		}
		to = last;
	}

	/** Takes what a search came to; while somebody types, only the last of it is said. */
	void found(String words) {
		found = words;
		canvas.getDisplay().timerExec(TYPING_MILLIS, sayFound);
	}

	private void announce() {
		waiting = false;
		if (canvas.isDisposed() || !canvas.isVisible()) {
			return;
		}
		var news = new ArrayList<String>();
		long first = Math.max(from, to - MOST_LOOKED_AT + 1);
		for (long number = first; number <= Math.min(to, canvas.last()); number++) {
			LogItem item = canvas.item(number);
			if (item != null && !Spoken.isOwn(item)) {
				news.add(spoken.news(item));
			}
		}
		if (news.isEmpty()) {
			return;
		}
		announced = System.nanoTime();
		long count = first - from + news.size();
		ViewTools tools = canvas.tools();
		say(count <= MOST_SAID ? String.join("\n", news)
				: NLS.bind(tools.messages().log_newest, tools.wording().count(count), news.getLast()));
	}

	private void sayIfSeen(String words) {
		if (!canvas.isDisposed() && canvas.isVisible()) {
			say(words);
		}
	}

	private void say(String words) {
		this.words = words;
		accessible.sendEvent(ACC.EVENT_NAME_CHANGED, null);
		// On GTK this says that the state "showing" is on.
		accessible.sendEvent(ACC.EVENT_STATE_CHANGED, new int[] { ACC.STATE_OFFSCREEN, 1 });
	}
}
