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
import java.util.function.BooleanSupplier;

import org.eclipse.swt.widgets.Control;

import dev.anteroom.ui.internal.UiBatches;
import dev.anteroom.ui.internal.UiUpdates;

/**
 * Lets many messages a second come in from another thread, as from a network, and measures how long it takes until the
 * UI thread does what else it is asked to. They come after a page of messages that has been seen, one by one.
 * Arguments: kind of view, messages a second, seconds, folder for pictures.
 */
final class FloodProbe {

	private static final int PAGE = 40;
	/** In which what follows from the page is over, such as telling it to a screen reader. */
	private static final Duration REST = Duration.ofMillis(1_500);
	private static final int FEED_MILLIS = 5;
	private static final int PROBE_MILLIS = 3;
	/** How long to wait for what the UI thread could not do in time. */
	private static final Duration AFTERMATH = Duration.ofSeconds(5);

	private FloodProbe() {
	}

	public static void main(String[] args) throws Exception {
		int rate = Integer.parseInt(args[1]);
		long seconds = Long.parseLong(args[2]);
		try (var window = new Window(LogView.Kind.valueOf(args[0]), Path.of(args[3]))) {
			window.open();
			page(window);
			dispatch(window, System.nanoTime() + REST.toNanos(), () -> false);
			flood(window, rate, Duration.ofSeconds(seconds));
		}
		System.exit(0); // Whatever the feeding threads are doing
	}

	private static void page(Window window) {
		long most = 0;
		for (int i = 0; i < PAGE; i++) {
			long before = Window.cpu();
			window.appendOne();
			window.untilPainted(window.view()::refresh);
			most = Math.max(most, Window.cpu() - before);
		}
		Child.tell("cold", most / 1e6);
	}

	private static void flood(Window window, int rate, Duration time) {
		Control control = window.view().control();
		var update = new UiUpdates(Tools.on(window.display).sync(), control,
				new UiBatches(control, window.view()::refresh));
		window.journal().addListener(entry -> update.run());
		var waits = new Waits(window.display);
		ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, Thread.ofPlatform().daemon().factory());
		long said = window.journal().last();
		long start = System.nanoTime();
		long end = start + time.toNanos();
		long paintedBefore = window.painted();
		threads.scheduleAtFixedRate(() -> feed(window, said + due(rate, Math.min(System.nanoTime(), end) - start)), 0,
				FEED_MILLIS, TimeUnit.MILLISECONDS);
		threads.scheduleAtFixedRate(() -> {
			if (System.nanoTime() < end) {
				waits.ask();
			}
		}, 0, PROBE_MILLIS, TimeUnit.MILLISECONDS);
		long startCpu = Window.cpu();
		dispatch(window, end, () -> false);
		double paints = (window.painted() - paintedBefore) / (double) time.toSeconds();
		double cpu = (Window.cpu() - startCpu) / (double) (System.nanoTime() - start);
		dispatch(window, end + AFTERMATH.toNanos(), waits::areOver);
		threads.shutdownNow();
		waits.giveUp(end);
		Child.tell("messages", window.journal().last() - said);
		waits.tell();
		Child.tell("paints", paints);
		Child.tell("cpu", 100 * cpu);
	}

	/** How many messages should have come after {@code nanos}. */
	private static long due(int rate, long nanos) {
		return nanos * rate / TimeUnit.SECONDS.toNanos(1);
	}

	private static void feed(Window window, long last) {
		while (window.journal().last() < last) {
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
