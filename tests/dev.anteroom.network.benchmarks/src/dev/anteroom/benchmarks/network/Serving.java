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
		case "threads" -> ManagementFactory.getThreadMXBean().getThreadCount();
		case "cpu" -> ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
		case "resident" -> {
			Memory.heap();
			yield Memory.resident();
		}
		default -> throw new IllegalArgumentException(question);
		};
	}
}
