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

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import dev.anteroom.ui.UiThread;

class RestTest {

	private final UiThread thread = UiThread.running();
	private final AtomicInteger done = new AtomicInteger();

	@Test
	void whatIsAskedForOftenIsDoneOnce() throws InterruptedException {
		var rest = new Rest(20, done::incrementAndGet);
		thread.act(() -> {
			rest.ask();
			rest.ask();
			rest.ask();
			assertEquals(0, done.get());
		});
		thread.await("it", () -> done.get() > 0);
		var later = new CountDownLatch(1);
		thread.act(() -> thread.display().timerExec(60, later::countDown));
		later.await(10, TimeUnit.SECONDS);
		assertEquals(1, done.get());
		thread.act(rest::ask);
		thread.await("it to be done again", () -> done.get() == 2);
	}
}
