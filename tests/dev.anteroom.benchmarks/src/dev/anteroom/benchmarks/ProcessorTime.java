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

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/**
 * What one thread has had of the processors: the time it ran, and the time it could have run while others did. Asked on
 * any thread.
 */
final class ProcessorTime {

	private final long thread = Thread.currentThread().threadId();
	/** {@code null} where the system does not tell. */
	private final RandomAccessFile statistics;

	/** Of the thread that makes it. */
	ProcessorTime() {
		statistics = open();
	}

	private static RandomAccessFile open() {
		try {
			String task = Path.of("/proc/thread-self").toRealPath().getFileName().toString();
			return new RandomAccessFile("/proc/self/task/" + task + "/schedstat", "r");
		} catch (IOException e) {
			return null;
		}
	}

	/** For how many nanoseconds it has run. */
	long run() {
		return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread);
	}

	/** For how many nanoseconds it was ready to run and others did; 0 where the system does not tell (it is Linux's). */
	synchronized long queued() {
		if (statistics == null) {
			return 0;
		}
		try {
			statistics.seek(0);
			return Long.parseLong(statistics.readLine().split(" ")[1]);
		} catch (IOException e) {
			return 0;
		}
	}
}
