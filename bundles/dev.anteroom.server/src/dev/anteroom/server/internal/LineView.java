/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.server.internal;

import java.util.concurrent.TimeUnit;

import io.netty.util.concurrent.EventExecutor;

/**
 * Keeps the {@link ServerView} of the line up to date. A short line is shown at once, so that nobody hears of a place
 * before it is there to be read, and the listeners are called once for all changes of a turn of the event loop. A long
 * one takes a while to go through, which those who are served would feel: it is shown a moment after a change.
 */
final class LineView {

	private static final int SHORT = 500;
	private static final long MOMENT = 100;

	private final EventExecutor loop;
	private final WaitingLine<Visitor> line;
	private final ServerView view;
	private boolean scheduled;

	LineView(EventExecutor loop, WaitingLine<Visitor> line, ServerView view) {
		this.loop = loop;
		this.line = line;
		this.view = view;
	}

	/** Somebody joined or left the line. */
	void changed() {
		boolean isShort = line.size() <= SHORT;
		if (isShort) {
			show();
		}
		if (!scheduled) {
			scheduled = true;
			loop.schedule(this::tell, isShort ? 0 : MOMENT, TimeUnit.MILLISECONDS);
		}
	}

	private void tell() {
		scheduled = false;
		show();
		view.lineChanged();
	}

	private void show() {
		view.line(line.inOrder().stream().map(Visitor::asWaiting).toList());
	}
}
