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

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import dev.anteroom.benchmarks.Child;
import dev.anteroom.benchmarks.Samples;

/**
 * How long after the one who is served has closed the next reads the greeting, with so many others in line; tells p50
 * and p99 in microseconds. Those who come and go have an image connection, as deployed clients do.
 */
final class Admissions {

	private static final int WARM_UP = 300;
	private static final int MEASURED = 500;
	/** In line behind the one who is next, so that somebody is there when it leaves: they are measured in turn. */
	private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

	private final Remote server;
	private final boolean imagesStay;
	private final ArrayDeque<Caller> line = new ArrayDeque<>();
	private int callers;

	private Admissions(Remote server, boolean imagesStay) {
		this.server = server;
		this.imagesStay = imagesStay;
	}

	/** Arguments: how many wait, besides the next; whether who leaves closes only the text connection at first. */
	public static void main(String[] arguments) throws Exception {
		int crowd = Integer.parseInt(arguments[0]);
		try (var server = new Remote(Subject.ANTEROOM); var others = new Crowd()) {
			var admissions = new Admissions(server, Boolean.parseBoolean(arguments[1]));
			Caller served = admissions.call();
			served.await(Load.GREETING);
			// Before the crowd, or else it would be their turn first.
			int ready = crowd == 0 ? 1 : WARM_UP + MEASURED;
			for (int i = 0; i < ready; i++) {
				admissions.line.add(admissions.call());
			}
			others.join(server.textPort(), crowd);
			Samples samples = admissions.run(served, crowd == 0);
			Child.tell("p50", samples.millis(50) * 1_000);
			Child.tell("p99", samples.millis(99) * 1_000);
		}
	}

	private Samples run(Caller first, boolean refill) throws IOException {
		var samples = new Samples();
		Caller served = first;
		for (int i = 0; i < WARM_UP + MEASURED; i++) {
			Caller images = new Caller(from(callers - line.size() - 1), server.imagePort());
			Caller next = line.remove();
			LockSupport.parkNanos(PAUSE);
			long start = System.nanoTime();
			served.close();
			if (!imagesStay) {
				images.close();
			}
			next.await(Load.GREETING);
			if (i >= WARM_UP) {
				samples.add(System.nanoTime() - start);
			}
			images.close();
			served = next;
			if (refill) {
				line.add(call());
			}
		}
		served.close();
		for (Caller caller : line) {
			caller.close();
		}
		return samples;
	}

	/** A client that is told its place. */
	private Caller call() throws IOException {
		var caller = new Caller(from(callers++), server.textPort());
		if (callers > 1) {
			caller.await(Load.WAIT);
		}
		return caller;
	}

	/** Addresses that the crowd does not have. */
	private static InetAddress from(int caller) {
		return Load.address(Load.CROWD + 50 + caller);
	}
}
