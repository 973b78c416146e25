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

import java.util.List;
import java.util.concurrent.TimeUnit;

import io.netty.util.concurrent.EventExecutor;

/**
 * Tells those who moved up their new place. The first time at once, then at most once a second however many leave, and
 * a few at a time, so that a long line does not hold up the conversation, nor the greeting of the next. On the event loop;
 * there is a timer only while somebody is to be told.
 */
final class PlaceNotices {

	private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1);
	private static final int SLICE = 50;

	private final EventExecutor loop;
	private final WaitingLine<Visitor> line;
	private boolean changed;
	private boolean busy;
	private long lastPass = System.nanoTime() - INTERVAL;

	PlaceNotices(EventExecutor loop, WaitingLine<Visitor> line) {
		this.loop = loop;
		this.line = line;
	}

	/** Somebody left the line. */
	void lineMoved() {
		changed = true;
		if (!busy) {
			schedule();
		}
	}

	private void schedule() {
		busy = true;
		long wait = Math.max(0, lastPass + INTERVAL - System.nanoTime());
		loop.schedule(this::pass, wait, TimeUnit.NANOSECONDS);
	}

	private void pass() {
		changed = false;
		lastPass = System.nanoTime();
		slice(0);
	}

	private void slice(long after) {
		List<Visitor> part = line.after(after, SLICE);
		if (!part.isEmpty()) {
			int place = line.placeOf(part.getFirst().ticket());
			for (Visitor visitor : part) {
				visitor.tellPlace(place++);
			}
		}
		if (part.size() == SLICE) {
			// A timer and not execute(): tasks are run one after the other, with no sockets served in between.
			loop.schedule(() -> slice(part.getLast().ticket()), 1, TimeUnit.MILLISECONDS);
			return;
		}
		busy = false;
		if (changed) {
			schedule();
		}
	}
}
