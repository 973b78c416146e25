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
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server in a virtual machine of its own, asked for figures by lines on its standard input that it answers one for
 * one.
 */
final class Remote implements AutoCloseable {

	private final Process process;
	private final BufferedReader answers;
	private final PrintWriter questions;
	private final int textPort;
	private final int imagePort;

	/** @param options of the virtual machine */
	Remote(Subject subject, String... options) throws IOException {
		var command = new ArrayList<String>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.add("--enable-native-access=ALL-UNNAMED");
		command.addAll(List.of(options));
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), Serving.class.getName(), subject.name()));
		process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		answers = process.inputReader();
		questions = new PrintWriter(process.outputWriter(), true);
		textPort = Integer.parseInt(answer());
		imagePort = Integer.parseInt(answer());
	}

	int textPort() {
		return textPort;
	}

	int imagePort() {
		return imagePort;
	}

	/** The answer to {@code question}, one of those that {@link Serving} knows. */
	double ask(String question) throws IOException {
		questions.println(question);
		return Double.parseDouble(answer());
	}

	private String answer() throws IOException {
		String line = answers.readLine();
		if (line == null) {
			throw new IOException("The server ended");
		}
		return line;
	}

	@Override
	public void close() throws IOException {
		questions.close();
		try {
			if (!process.waitFor(10, TimeUnit.SECONDS)) {
				process.destroyForcibly().waitFor();
			}
		} catch (InterruptedException e) {
			process.destroyForcibly();
			throw new IOException(e);
		}
	}
}
