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

import org.eclipse.swt.widgets.Display;

/** Does something once it has not been asked for again for a while, or when the display goes. UI thread. */
final class Rest {

	private final int millis;
	private final Runnable action;
	private final Runnable timer = this::act;
	private boolean asked;
	private boolean watching;

	Rest(int millis, Runnable action) {
		this.millis = millis;
		this.action = action;
	}

	/** Asks for it, anew. */
	void ask() {
		Display display = Display.getCurrent();
		asked = true;
		if (!watching) {
			watching = true;
			display.disposeExec(timer);
		}
		display.timerExec(millis, timer);
	}

	private void act() {
		if (asked) {
			asked = false;
			action.run();
		}
	}
}
