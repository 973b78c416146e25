/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.pictures;

import java.io.IOException;
import java.io.InterruptedIOException;

/** Tells one decoding that it is to end early, and the world whether it was told so. */
final class StopSignal {

	private boolean stopped;
	private boolean late;
	private Runnable action;

	/** Ends the decoding because nobody wants its result. From any thread. */
	void cancel() {
		stop(false);
	}

	/** Ends the decoding because its time is over. From any thread. */
	void timeOut() {
		stop(true);
	}

	private void stop(boolean timedOut) {
		Runnable run;
		synchronized (this) {
			if (stopped) {
				return;
			}
			stopped = true;
			late = timedOut;
			run = action;
			notifyAll();
		}
		if (run != null) {
			run.run();
		}
	}

	/** Runs {@code action} when the decoding is told to end; at once if it was already; {@code null} forgets. */
	void whenStopped(Runnable toRun) {
		boolean now;
		synchronized (this) {
			action = toRun;
			now = stopped;
		}
		if (now && toRun != null) {
			toRun.run();
		}
	}

	synchronized boolean isStopped() {
		return stopped;
	}

	/** Whether it was told to end by {@link #timeOut()}. */
	synchronized boolean isLate() {
		return late;
	}

	/** Fails, so that whoever reads on stops, once the decoding was told to end. */
	void check() throws IOException {
		if (isStopped()) {
			throw new InterruptedIOException();
		}
	}
}
