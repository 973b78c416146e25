/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.server.internal;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Tells something about an address once a minute: a flood of faults must not fill the log. */
final class Seldom {

	private static final long INTERVAL = TimeUnit.MINUTES.toNanos(1);
	/** Beyond so many addresses in a minute nothing more is told. */
	private static final int MOST = 1_000;

	private final LongSupplier nanos;
	private final Map<InetAddress, Long> told = new HashMap<>();

	/** @param nanos as {@link System#nanoTime()} */
	Seldom(LongSupplier nanos) {
		this.nanos = nanos;
	}

	/** Whether to tell it now. */
	boolean tell(InetAddress ip) {
		long now = nanos.getAsLong();
		Long last = told.get(ip);
		if (last != null && now - last < INTERVAL) {
			return false;
		}
		if (last == null && told.size() >= MOST) {
			told.values().removeIf(then -> now - then >= INTERVAL);
			if (told.size() >= MOST) {
				return false;
			}
		}
		told.put(ip, now);
		return true;
	}
}
