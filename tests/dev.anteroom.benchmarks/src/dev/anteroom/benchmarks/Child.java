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

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a main class measured in a virtual machine of its own, so that nothing one thing leaves behind is counted for
 * another. The child {@linkplain #tell tells} its figures on standard output.
 */
public final class Child {

	/** The figure with the most memory the child had, told for one that was ended. */
	static final String PEAK = "peak";

	private static final String MARK = "figure\t";

	private final Map<String, String> figures = new HashMap<>();
	private boolean endedWell;

	private Child() {
	}

	/** Called in the child: {@code name} is {@code value}. */
	public static void tell(String name, Object value) {
		System.out.println(MARK + name + '\t' + value);
		System.out.flush();
	}

	/**
	 * Runs {@code main} and returns when it has ended, or was ended because its time was over.
	 *
	 * @param options of the virtual machine
	 */
	public static Child run(Class<?> main, Duration most, List<String> options, Object... arguments)
			throws IOException, InterruptedException {
		var command = new ArrayList<String>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true", "-Duser.language=en"));
		if (System.getProperty("os.name").startsWith("Mac")) {
			command.add("-XstartOnFirstThread");
		}
		command.addAll(options);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
		for (Object argument : arguments) {
			command.add(argument.toString());
		}
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		var child = new Child();
		Thread reader = Thread.ofPlatform().daemon().start(() -> child.read(process.inputReader()));
		if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
			child.figures.put(PEAK, Double.toString(Memory.peakOf(process)));
			process.destroyForcibly().waitFor();
		}
		reader.join();
		child.endedWell = process.exitValue() == 0;
		return child;
	}

	/** This child, which must have ended well. */
	public Child orFail() {
		if (!endedWell) {
			throw new IllegalStateException("What was to be measured failed, or took too long");
		}
		return this;
	}

	/** Not a number when the child did not tell. */
	public double figure(String name) {
		return Double.parseDouble(figures.getOrDefault(name, "NaN"));
	}

	/** {@code null} when the child did not tell. */
	String word(String name) {
		return figures.get(name);
	}

	private void read(BufferedReader output) {
		try (output) {
			for (String line = output.readLine(); line != null; line = output.readLine()) {
				String[] parts = line.split("\t", 3);
				if (line.startsWith(MARK) && parts.length == 3) {
					figures.put(parts[1], parts[2]);
				}
			}
		} catch (IOException e) {
			// It was ended.
		}
	}
}
