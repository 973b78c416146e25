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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Durations in nanoseconds. Used by one thread. */
public final class Samples {

	private final List<Long> nanos = new ArrayList<>();
	private boolean sorted = true;

	public void add(long duration) {
		nanos.add(duration);
		sorted = false;
	}

	/** Forgets those until now. */
	void clear() {
		nanos.clear();
	}

	int count() {
		return nanos.size();
	}

	/** What so many per cent of them do not exceed, in milliseconds; the nearest rank. */
	public double millis(double percent) {
		if (!sorted) {
			Collections.sort(nanos);
			sorted = true;
		}
		int rank = (int) Math.ceil(percent / 100 * nanos.size());
		return nanos.isEmpty() ? Double.NaN : nanos.get(Math.max(0, rank - 1)) / 1e6;
	}
}
