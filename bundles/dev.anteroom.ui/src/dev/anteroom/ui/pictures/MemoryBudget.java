/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.pictures;

import java.io.IOException;

/** Memory that decodings may take together. Who wants more than is left waits; nobody gets more than there is. */
final class MemoryBudget {

	private final long total;
	private long taken;

	MemoryBudget(long bytes) {
		total = bytes;
	}

	long total() {
		return total;
	}

	synchronized long taken() {
		return taken;
	}

	/**
	 * Takes {@code bytes}, to be {@linkplain #giveBack given back}; waits until there are so many.
	 *
	 * @throws IOException when {@code stop} says so
	 */
	void take(long bytes, StopSignal stop) throws IOException {
		if (bytes > total) {
			throw new IllegalArgumentException(bytes + " > " + total);
		}
		stop.whenStopped(this::wake);
		try {
			synchronized (this) {
				while (total - taken < bytes) {
					stop.check();
					wait();
				}
				taken += bytes;
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException(e);
		} finally {
			stop.whenStopped(null);
		}
	}

	synchronized void giveBack(long bytes) {
		taken -= bytes;
		notifyAll();
	}

	private synchronized void wake() {
		notifyAll();
	}
}
