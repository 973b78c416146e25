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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which processors the two ends' network threads have, on Linux; elsewhere that is left to the system. Left to chance it
 * decides more than a program does: to wake another processor takes longer than all that is done for a message.
 */
enum Placement {

	/** One for both. */
	TOGETHER(0, 0),
	/** One for each, as on two machines. */
	APART(0, 1);

	private static final Path THREADS = Path.of("/proc/self/task");

	private final int client;
	private final int server;

	Placement(int client, int server) {
		this.client = client;
		this.server = server;
	}

	/** Moves the threads of this process whose names end with {@code -client} and {@code -server}. */
	void apply() throws IOException, InterruptedException {
		if (!Files.isDirectory(THREADS)) {
			return;
		}
		move("-client", client);
		move("-server", server);
	}

	private static void move(String name, int processor) throws IOException, InterruptedException {
		for (String thread : threads(name)) {
			int status = new ProcessBuilder("taskset", "-pc", Integer.toString(processor), thread)
					.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT).start()
					.waitFor();
			if (status != 0) {
				throw new IOException("taskset: " + status);
			}
		}
	}

	private static List<String> threads(String end) throws IOException {
		var found = new ArrayList<String>();
		try (var threads = Files.newDirectoryStream(THREADS)) {
			for (Path thread : threads) {
				if (Files.readString(thread.resolve("comm")).strip().endsWith(end)) {
					found.add(thread.getFileName().toString());
				}
			}
		}
		if (found.isEmpty()) {
			throw new IOException("No thread's name ends with " + end);
		}
		return found;
	}
}
