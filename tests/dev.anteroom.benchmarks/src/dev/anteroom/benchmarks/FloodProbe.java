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

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.eclipse.swt.widgets.Control;

import dev.anteroom.ui.internal.UiBatches;
import dev.anteroom.ui.internal.UiUpdates;

/**
 * Lets 2,000 messages a second come in from another thread, as from a network, and measures how long it takes until
 * the UI thread does what else it is asked to. Arguments: kind of view, seconds, folder for pictures.
 */
final class FloodProbe {

	private static final int PER_SECOND = 2_000;
	private static final int FEED_MILLIS = 5;
	private static final int PROBE_MILLIS = 3;
	/** How long to wait for what the UI thread could not do in time. */
	private static final Duration AFTERMATH = Duration.ofSeconds(5);

	private FloodProbe() {
	}

	public static void main(String[] args) throws Exception {
		long seconds = Long.parseLong(args[1]);
		try (var window = new Window(LogView.Kind.valueOf(args[0]), Path.of(args[2]))) {
			window.open();
			flood(window, Duration.ofSeconds(seconds));
		}
		System.exit(0); // Whatever the feeding threads are doing
	}

	private static void flood(Window window, Duration time) {
		Control control = window.view().control();
		var update = new UiUpdates(Tools.on(window.display).sync(), control,
				new UiBatches(control, window.view()::refresh));
		window.journal().addListener(entry -> update.run());
		var waits = new Samples();
		var asked = new AtomicInteger();
		ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, Thread.ofPlatform().daemon().factory());
		long start = System.nanoTime();
		long end = start + time.toNanos();
		long paintedBefore = window.painted();
		threads.scheduleAtFixedRate(() -> feed(window, Math.min(System.nanoTime(), end) - start), 0, FEED_MILLIS,
				TimeUnit.MILLISECONDS);
		threads.scheduleAtFixedRate(() -> {
			long now = System.nanoTime();
			if (now < end) {
				asked.incrementAndGet();
				window.display.asyncExec(() -> waits.add(System.nanoTime() - now));
			}
		}, 0, PROBE_MILLIS, TimeUnit.MILLISECONDS);
		long startCpu = Window.cpu();
		dispatch(window, end, () -> false);
		double paints = (window.painted() - paintedBefore) / (double) time.toSeconds();
		double cpu = (Window.cpu() - startCpu) / (double) (System.nanoTime() - start);
		dispatch(window, end + AFTERMATH.toNanos(), () -> waits.count() >= asked.get());
		threads.shutdownNow();
		// What is still not done waits at least until now.
		for (int i = waits.count(); i < asked.get(); i++) {
			waits.add(System.nanoTime() - end);
		}
		Child.tell("messages", window.journal().last());
		Child.tell("wait50", waits.millis(50));
		Child.tell("wait99", waits.millis(99));
		Child.tell("wait100", waits.millis(100));
		Child.tell("paints", paints);
		Child.tell("cpu", 100 * cpu);
	}

	/** Says what should have been said after {@code nanos}. */
	private static void feed(Window window, long nanos) {
		long due = nanos / (1_000_000_000 / PER_SECOND);
		while (window.journal().last() < due) {
			window.appendOne();
		}
	}

	/** Does what is due on the UI thread until the given moment, or until it is {@code enough}. */
	private static void dispatch(Window window, long nanos, BooleanSupplier enough) {
		int rest = (int) Math.max(1, (nanos - System.nanoTime()) / 1_000_000);
		window.display.timerExec(rest, window.display::wake);
		while (System.nanoTime() < nanos && !enough.getAsBoolean()) {
			if (!window.display.readAndDispatch()) {
				window.display.sleep();
			}
		}
	}
}
