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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory this process, or another, takes. */
public final class Memory {

	private static final int COLLECTIONS = 4;

	private Memory() {
	}

	/** The heap in use after garbage was collected, in MiB. */
	public static double heap() {
		for (int i = 0; i < COLLECTIONS; i++) {
			System.gc();
		}
		Runtime runtime = Runtime.getRuntime();
		return (runtime.totalMemory() - runtime.freeMemory()) / (double) (1 << 20);
	}

	/** What this process has in memory now, in MiB. */
	public static double resident() {
		return status("self", "VmRSS");
	}

	/** From now on {@link #peak} tells of what comes; the memory that this process has now, in MiB. */
	static double resetPeak() {
		try {
			Files.writeString(Path.of("/proc/self/clear_refs"), "5");
		} catch (IOException e) {
			// Then what was before counts too; benchmarks load little before.
		}
		return resident();
	}

	/** The most memory that this process has had, in MiB. */
	static double peak() {
		return status("self", "VmHWM");
	}

	/** The most memory that {@code process} has had, in MiB. */
	static double peakOf(Process process) {
		return status(Long.toString(process.pid()), "VmHWM");
	}

	/** What the system has left, in MiB. */
	static double available() {
		return value(Path.of("/proc/meminfo"), "MemAvailable");
	}

	private static double status(String process, String name) {
		return value(Path.of("/proc", process, "status"), name);
	}

	/** Not a number where there is no such file. */
	private static double value(Path file, String name) {
		try (Stream<String> lines = Files.lines(file)) {
			return lines.filter(line -> line.startsWith(name + ':')).findFirst()
					.map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0).orElse(Double.NaN);
		} catch (IOException e) {
			return Double.NaN;
		}
	}
}
