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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;

import dev.anteroom.benchmarks.Memory;

/** The other end of {@link Remote}: serves until its standard input ends. */
final class Serving {

	private Serving() {
	}

	public static void main(String[] arguments) throws Exception {
		var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		try (Served served = Subject.valueOf(arguments[0]).serve()) {
			System.out.println(served.textPort());
			System.out.println(served.imagePort());
			for (String question = questions.readLine(); question != null; question = questions.readLine()) {
				System.out.println(answer(served, question));
			}
		}
	}

	private static double answer(Served served, String question) throws InterruptedException, IOException {
		String[] words = question.split(" ");
		return switch (words[0]) {
		case "waiting" -> served.waiting();
		case "pictures" -> {
			served.awaitPictures(Long.parseLong(words[1]));
			yield 0;
		}
		case "remove" -> {
			served.removePictures();
			yield 0;
		}
		case "threads" -> ManagementFactory.getThreadMXBean().getThreadCount();
		case "cpu" -> processorTime();
		case "resident" -> {
			Memory.heap();
			yield Memory.resident();
		}
		default -> throw new IllegalArgumentException(question);
		};
	}

	/** Nanoseconds that the present threads have run; on systems that do not tell, those of the process, by its ticks. */
	private static double processorTime() {
		try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
			double sum = 0;
			for (Path thread : (Iterable<Path>) threads::iterator) {
				sum += Double.parseDouble(Files.readString(thread.resolve("schedstat")).split(" ")[0]);
			}
			return sum;
		} catch (IOException e) {
			return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
		}
	}
}
