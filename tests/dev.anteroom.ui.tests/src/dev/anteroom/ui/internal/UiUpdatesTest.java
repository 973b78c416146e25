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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Said;
import dev.anteroom.ui.UiThread;

class UiUpdatesTest {

	private static final int PATIENCE_SECONDS = 20;

	private final UiThread thread = UiThread.running();
	private final AtomicInteger queued = new AtomicInteger();
	private Shell owner;

	@BeforeEach
	void open() {
		owner = thread.ui(() -> new Shell(thread.display()));
	}

	@AfterEach
	void close() {
		thread.act(owner::dispose);
	}

	/** What a network thread does while a dialog of the system, say, holds up the window. */
	@Test
	void whileTheUiThreadIsBlockedNothingPilesUpForIt() throws InterruptedException {
		var journal = new Journal();
		var seen = new AtomicLong();
		var refreshes = new AtomicInteger();
		var updates = new UiUpdates(counting(), owner, () -> {
			refreshes.incrementAndGet();
			seen.set(journal.last());
		});
		journal.addListener(entry -> updates.run());
		var blocked = new CountDownLatch(1);
		var goOn = new CountDownLatch(1);
		thread.display().asyncExec(() -> {
			blocked.countDown();
			await(goOn);
		});
		await(blocked);
		int count = 100_000;
		for (int i = 0; i < count; i++) {
			journal.append(new Said(false, "Client(127.0.0.1)", "hello", null));
		}
		assertEquals(1, queued.get());
		assertTrue(journal.after(0).size() <= Journal.MOST_ENTRIES);
		goOn.countDown();
		thread.await("the last entry", () -> seen.get() == count);
		assertEquals(1, refreshes.get());
	}

	@Test
	void whatComesDuringARefreshBringsAnother() {
		var refreshes = new AtomicInteger();
		var updates = new UiUpdates[1];
		updates[0] = new UiUpdates(counting(), owner, () -> {
			if (refreshes.incrementAndGet() == 1) {
				updates[0].run();
			}
		});
		updates[0].run();
		thread.await("the other", () -> refreshes.get() == 2);
	}

	private static void await(CountDownLatch latch) {
		try {
			assertTrue(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Counts what is to be run on the UI thread. */
	private UISynchronize counting() {
		return new UISynchronize() {

			@Override
			public void asyncExec(Runnable task) {
				queued.incrementAndGet();
				thread.display().asyncExec(task);
			}

			@Override
			public void syncExec(Runnable task) {
				throw new AssertionError("Nobody may wait for the UI thread");
			}

			@Override
			protected boolean isUIThread(Thread other) {
				return other == thread.display().getThread();
			}

			@Override
			protected void showBusyWhile(Runnable task) {
				throw new AssertionError("Nobody may be busy on the UI thread");
			}

			@Override
			protected boolean dispatchEvents() {
				throw new AssertionError("Nobody may dispatch events");
			}
		};
	}
}
