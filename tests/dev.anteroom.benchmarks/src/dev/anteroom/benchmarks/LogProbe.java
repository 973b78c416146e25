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

import org.eclipse.swt.widgets.Control;

/**
 * Shows a long conversation, appends to it and resizes it. Arguments: kind of view, number of messages, folder for
 * pictures.
 */
final class LogProbe {

	private static final Duration MOST = Duration.ofSeconds(5);
	private static final int WARM_UP = 50;
	private static final int APPENDS = 200;
	private static final int RESIZES = 100;
	/** What took longer than this, in milliseconds, is not done again. */
	private static final double PATIENCE = 2_000;

	private LogProbe() {
	}

	public static void main(String[] args) throws Exception {
		long count = Long.parseLong(args[1]);
		try (var window = new Window(LogView.Kind.valueOf(args[0]), Path.of(args[2]))) {
			window.open();
			double empty = Memory.heap();
			window.close(true);
			window.append(count);

			double load = open(window);
			Child.tell("load", load);
			if (load < PATIENCE) {
				window.close(false);
				Child.tell("loadAgain", open(window));
			}

			var taking = new Samples();
			var painting = new Samples();
			measure(APPENDS, painting, new Samples(), taking, () -> append(window, taking));
			Child.tell("take95", taking.millis(95));
			Child.tell("append50", painting.millis(50));
			Child.tell("append95", painting.millis(95));

			var resizing = new Samples();
			var wall = new Samples();
			var wider = new boolean[1];
			measure(RESIZES, resizing, wall, new Samples(), () -> {
				wider[0] = !wider[0];
				resize(window, wider[0] ? Window.WIDTH - 230 : Window.WIDTH);
			});
			Child.tell("resize50", resizing.millis(50));
			Child.tell("resize95", resizing.millis(95));
			Child.tell("resizeWall", wall.millis(50));
			window.dispatch();
			Child.tell("heap", Memory.heap() - empty);
		}
	}

	private static double open(Window window) {
		long start = System.nanoTime();
		window.open();
		return (System.nanoTime() - start) / 1e6;
	}

	/** @param taking takes the time until the view has it, without painting */
	private static void append(Window window, Samples taking) {
		window.untilPainted(() -> {
			long start = Window.cpu();
			window.appendOne();
			window.view().refresh();
			taking.add(Window.cpu() - start);
		});
	}

	private static void resize(Window window, int width) {
		Control control = window.view().control();
		window.untilPainted(() -> control.setSize(width, Window.HEIGHT));
	}

	/** Repeats {@code action} as often as asked for, or at least twice in the time there is; the first do not count. */
	private static void measure(int most, Samples cpu, Samples wall, Samples part, Runnable action) {
		long end = System.nanoTime() + MOST.toNanos();
		for (int i = 0; i < most + WARM_UP && (i < 2 || System.nanoTime() - end < 0); i++) {
			if (i == WARM_UP) {
				cpu.clear();
				wall.clear();
				part.clear();
			}
			long start = System.nanoTime();
			long startCpu = Window.cpu();
			action.run();
			cpu.add(Window.cpu() - startCpu);
			wall.add(System.nanoTime() - start);
		}
	}
}
