/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.console;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Types, reads and runs a console, as a person at a terminal does. */
final class Terminal implements AutoCloseable {

	private static final int END = -1;

	private final BlockingQueue<Integer> typed = new LinkedBlockingQueue<>();
	private final BlockingQueue<String> printed = new LinkedBlockingQueue<>();
	private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
	private final Console console;
	private final CompletableFuture<Integer> status;

	Terminal(List<String> options, Console.Roles roles) throws OptionsException {
		console = new Console(Options.parse(options), roles, new Input(), new Output(), errors);
		status = CompletableFuture.supplyAsync(console::run, task -> Thread.ofPlatform().daemon().start(task));
	}

	/** Types {@code lines}, each followed by the return key. */
	void type(String... lines) {
		for (String line : lines) {
			for (byte b : (line + '\n').getBytes(StandardCharsets.UTF_8)) {
				typed.add(b & 0xFF);
			}
		}
	}

	void endInput() {
		typed.add(END);
	}

	/** The next printed line without its time stamp; {@code null} when none comes within a reasonable time. */
	String nextLine() throws InterruptedException {
		String line = printed.poll(10, TimeUnit.SECONDS);
		return line == null ? null : line.replaceFirst("^\\[[0-9]{2}:[0-9]{2}:[0-9]{2}\\] ", "");
	}

	/** The next printed line as it stands. */
	String nextRawLine() throws InterruptedException {
		return printed.poll(10, TimeUnit.SECONDS);
	}

	/** What stands on standard error. */
	String errors() {
		return errors.toString(StandardCharsets.UTF_8);
	}

	int status() throws Exception {
		return status.get(15, TimeUnit.SECONDS);
	}

	boolean runs() {
		return !status.isDone();
	}

	void stop() {
		console.stop();
	}

	@Override
	public void close() {
		console.stop();
	}

	private final class Input extends InputStream {

		private boolean ended;

		@Override
		public int read() {
			byte[] one = new byte[1];
			return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) {
			if (ended) {
				return -1;
			}
			try {
				int next = typed.take();
				if (next == END) {
					ended = true;
					return -1;
				}
				bytes[offset] = (byte) next;
				return 1;
			} catch (InterruptedException e) {
				return -1;
			}
		}
	}

	private final class Output extends OutputStream {

		private final ByteArrayOutputStream line = new ByteArrayOutputStream();

		@Override
		public void write(int b) {
			if (b == '\n') {
				printed.add(line.toString(StandardCharsets.UTF_8));
				line.reset();
			} else {
				line.write(b);
			}
		}
	}
}
