/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.room.internal;

/** What somebody may send: so many bytes a second for long, and more in a burst (a token bucket). One thread. */
final class Allowance {

	private static final double SECOND = 1e9;

	private final double rate;
	private final double burst;
	private double left;
	private long counted;

	/** @param now in nanoseconds, from any beginning, the same in all calls */
	Allowance(double rate, double burst, long now) {
		this.rate = rate;
		this.burst = burst;
		this.left = burst;
		this.counted = now;
	}

	/** Counts {@code bytes}; says for how many nanoseconds nothing more should be taken, 0 if it is all right. */
	long take(int bytes, long now) {
		left = Math.min(burst, left + (now - counted) * rate / SECOND) - bytes;
		counted = now;
		return left >= 0 ? 0 : (long) Math.ceil(-left / rate * SECOND);
	}
}
