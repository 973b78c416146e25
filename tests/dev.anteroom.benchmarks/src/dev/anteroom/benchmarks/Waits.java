/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.benchmarks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.swt.widgets.Display;

/**
 * How long it takes until the UI thread does what it is asked to, and what it does meanwhile; beside it how long a
 * thread takes that has nothing else to do, which is what the machine has to answer for.
 */
final class Waits {

	private final Display display;
	private final ProcessorTime ui = new ProcessorTime();
	private final ExecutorService other = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
	private final AtomicInteger asked = new AtomicInteger();
	private final Samples waits = new Samples();
	private final Samples work = new Samples();
	private final Samples unqueued = new Samples();
	private final Samples idle = new Samples();

	/** Called on the UI thread. */
	Waits(Display display) {
		this.display = display;
	}

	/** Asks both threads. On any thread. */
	void ask() {
		asked.incrementAndGet();
		long queued = ui.queued();
		long run = ui.run();
		long now = System.nanoTime();
		display.asyncExec(() -> {
			long wait = System.nanoTime() - now;
			long worked = ui.run() - run;
			waits.add(wait);
			work.add(worked);
			unqueued.add(Math.max(Math.min(wait, worked), wait - (ui.queued() - queued)));
		});
		other.execute(() -> {
			long wait = System.nanoTime() - now;
			synchronized (idle) {
				idle.add(wait);
			}
		});
	}

	/** Whether all that was asked of the UI thread is done. On the UI thread, as what follows. */
	boolean areOver() {
		return waits.count() >= asked.get();
	}

	/** Takes that what is still not done has waited since {@code nanos}. */
	void giveUp(long nanos) {
		for (int i = waits.count(); i < asked.get(); i++) {
			waits.add(System.nanoTime() - nanos);
		}
	}

	void tell() {
		Child.tell("wait50", waits.millis(50));
		Child.tell("wait99", waits.millis(99));
		Child.tell("wait100", waits.millis(100));
		Child.tell("work99", work.millis(99));
		Child.tell("work100", work.millis(100));
		Child.tell("unqueued100", unqueued.millis(100));
		synchronized (idle) {
			Child.tell("idle99", idle.millis(99));
			Child.tell("idle100", idle.millis(100));
		}
	}
}
