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
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which processors the two ends' network threads have, on Linux with two of them; elsewhere that is left to the system.
 * Left to chance it decides more than a program does: to wake another processor takes longer than all that is done for a
 * message.
 */
enum Placement {

	/** One for both. */
	TOGETHER(0, 0),
	/** One for each, as on two machines. */
	APART(0, 1);

	private static final Path THREADS = Path.of("/proc/self/task");
	private static final Path STATUS = Path.of("/proc/self/status");

	private final int client;
	private final int server;

	Placement(int client, int server) {
		this.client = client;
		this.server = server;
	}

	/**
	 * Moves the threads of this process whose names end with {@code -client} and {@code -server}, of which Linux keeps 15
	 * characters.
	 */
	void apply() throws IOException, InterruptedException {
		List<String> processors = Files.isReadable(STATUS) ? processors() : List.of();
		if (processors.size() >= 2) {
			move("-client", processors.get(client));
			move("-server", processors.get(server));
		}
	}

	/** Those that this process may have, in order. */
	private static List<String> processors() throws IOException {
		String list = Files.readAllLines(STATUS).stream().filter(line -> line.startsWith("Cpus_allowed_list:"))
				.map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst().orElse("");
		var processors = new ArrayList<String>();
		for (String range : list.isEmpty() ? new String[0] : list.split(",")) {
			String[] ends = range.split("-");
			int last = Integer.parseInt(ends[ends.length - 1]);
			for (int processor = Integer.parseInt(ends[0]); processor <= last; processor++) {
				processors.add(Integer.toString(processor));
			}
		}
		return processors;
	}

	private static void move(String name, String processor) throws IOException, InterruptedException {
		for (String thread : threads(name)) {
			int status = new ProcessBuilder("taskset", "-pc", processor, thread)
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
				if (name(thread).endsWith(end)) {
					found.add(thread.getFileName().toString());
				}
			}
		}
		if (found.isEmpty()) {
			throw new IOException("No thread's name ends with " + end);
		}
		return found;
	}

	private static String name(Path thread) throws IOException {
		try {
			return Files.readString(thread.resolve("comm")).strip();
		} catch (NoSuchFileException e) {
			// It has ended meanwhile.
			return "";
		}
	}
}
