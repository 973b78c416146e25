/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.internal;

import java.util.concurrent.TimeUnit;

import org.eclipse.swt.widgets.Control;

/**
 * Spreads refreshes that are asked for often: the first is done at once, the next not before a moment has passed, in
 * which all that is asked for meanwhile becomes one. So a single message is seen at once, and a flood of them leaves the
 * window time for the person. UI thread.
 */
public final class UiBatches implements Runnable {

	/** The moment between two refreshes, in milliseconds. */
	private static final int PAUSE = 40;

	private final Control owner;
	private final Runnable refresh;
	private long last = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(PAUSE);
	private boolean waiting;

	/** @param owner nothing is refreshed any more once it is disposed of */
	public UiBatches(Control owner, Runnable refresh) {
		this.owner = owner;
		this.refresh = refresh;
	}

	@Override
	public void run() {
		if (waiting) {
			return;
		}
		long passed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - last);
		if (passed >= PAUSE) {
			refresh();
			return;
		}
		waiting = true;
		owner.getDisplay().timerExec((int) (PAUSE - passed), () -> {
			waiting = false;
			if (!owner.isDisposed()) {
				refresh();
			}
		});
	}

	private void refresh() {
		refresh.run();
		last = System.nanoTime();
	}
}
