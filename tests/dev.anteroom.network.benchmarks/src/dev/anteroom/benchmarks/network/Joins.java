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
import dev.anteroom.benchmarks.Samples;

/** How long 10,000 take to join the line, or to be answered one frame; tells the median in milliseconds. */
final class Joins {

	private static final int WARM_UP = 2;
	private static final int ROUNDS = 5;

	private Joins() {
	}

	public static void main(String[] arguments) throws Exception {
		var samples = new Samples();
		try (var server = new Remote(Subject.valueOf(arguments[0])); var crowd = new Crowd()) {
			for (int round = 0; round < WARM_UP + ROUNDS; round++) {
				long duration = crowd.join(server.textPort(), Load.CROWD);
				if (round >= WARM_UP) {
					samples.add(duration);
				}
				crowd.leave();
				empty(server);
			}
		}
		Child.tell("p50", samples.millis(50));
	}

	/** Returns when nobody is in line any more. */
	static void empty(Remote server) throws Exception {
		while (server.ask("waiting") > 0) {
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
		}
	}
}
