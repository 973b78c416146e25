/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.benchmarks.network;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import dev.anteroom.benchmarks.Child;

/**
 * What a server with 10,000 who wait takes: tells KiB of resident memory for each of them, threads with 10 and with
 * 10,000, and the time of one core in per cent while nothing happens.
 */
final class Idle {

	private static final int WARM_UP = 3;
	private static final int FEW = 10;
	/** Longer than threads for files stay without work. */
	private static final int SETTLE = 12;
	private static final int SECONDS = 30;

	/** The heap follows what is in it, so that resident memory tells of it. */
	private static final String[] OPTIONS = { "-XX:+UseSerialGC", "-Xms8m", "-XX:MinHeapFreeRatio=5",
			"-XX:MaxHeapFreeRatio=10", "-XX:-ShrinkHeapInSteps" };

	private Idle() {
	}

	public static void main(String[] arguments) throws Exception {
		try (var server = new Remote(Subject.valueOf(arguments[0]), OPTIONS); var crowd = new Crowd()) {
			for (int i = 0; i < WARM_UP; i++) {
				crowd.join(server.textPort(), Load.CROWD);
				crowd.leave();
				Joins.empty(server);
			}
			crowd.join(server.textPort(), FEW);
			rest(SETTLE);
			Child.tell("fewThreads", server.ask("threads"));
			double before = server.ask("resident");
			crowd.join(server.textPort(), Load.CROWD - FEW);
			rest(SETTLE);
			Child.tell("memory", (server.ask("resident") - before) * 1_024 / (Load.CROWD - FEW));
			Child.tell("threads", server.ask("threads"));
			double waiting = server.ask("waiting");
			server.ask("cpu");
			// What the questions have set in motion, such as Java's compiler, is not the server's.
			rest(SETTLE);
			double cpu = server.ask("cpu");
			long start = System.nanoTime();
			rest(SECONDS);
			Child.tell("cpu", (server.ask("cpu") - cpu) / (System.nanoTime() - start) * 100);
			if (server.ask("waiting") != waiting) {
				throw new IllegalStateException("Of " + waiting + " only " + server.ask("waiting") + " are left");
			}
		}
	}

	private static void rest(int seconds) {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
		for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}
}
