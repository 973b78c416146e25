/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.swt.widgets.Display;

/** The UI thread, as a test on another thread uses it. */
public final class UiThread {

	private static final int PATIENCE_SECONDS = 20;

	private final Display display;

	public UiThread(Display display) {
		this.display = display;
	}

	/** The UI thread of this process, which must be running already. */
	public static UiThread running() {
		return new UiThread(Display.getDefault());
	}

	public Display display() {
		return display;
	}

	/** What {@code read} gives on the UI thread. */
	public <T> T ui(Callable<T> read) {
		var result = new AtomicReference<T>();
		var failure = new AtomicReference<Throwable>();
		display.syncExec(() -> {
			try {
				result.set(read.call());
			} catch (Throwable e) {
				failure.set(e);
			}
		});
		if (failure.get() instanceof Error error) {
			throw error;
		}
		if (failure.get() != null) {
			throw new AssertionError(failure.get());
		}
		return result.get();
	}

	/** Does {@code action} on the UI thread. */
	public void act(Runnable action) {
		ui(() -> {
			action.run();
			return null;
		});
	}

	/** Waits until {@code condition} holds on the UI thread. */
	public void await(String what, Callable<Boolean> condition) {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
		while (!ui(condition)) {
			if (System.nanoTime() > end) {
				fail("waited in vain for: " + what);
			}
			pause();
		}
	}

	/** Lets the UI thread work off what is queued, and some timers come due. */
	private void pause() {
		var turn = new CountDownLatch(1);
		display.asyncExec(() -> display.timerExec(10, turn::countDown));
		try {
			turn.await(1, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError(e);
		}
	}
}
