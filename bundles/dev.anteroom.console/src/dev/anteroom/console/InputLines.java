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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Reads lines of UTF-8, on a thread of its own, for as long as there are any. What is read and not yet dealt with is
 * bounded: past that, no more is read. What is not UTF-8 becomes U+FFFD.
 */
final class InputLines {

	/**
	 * One line.
	 *
	 * @param text without its line end
	 */
	record Line(String text, Runnable release) {

		/** To be called once, when the line has been dealt with. */
		void done() {
			release.run();
		}
	}

	/** Of a longer line the rest is dropped. It is more than fits any text frame, so nobody takes it for the whole. */
	static final int LONGEST = (1 << 20) + 1;

	private static final int ROOM = 4 * LONGEST;
	/** What a line costs beside its characters. */
	private static final int OVERHEAD = 256;

	private final Reader reader;
	private final Consumer<Line> lines;
	private final Semaphore room = new Semaphore(ROOM);

	/** @param lines is given each line in order, on the reading thread */
	InputLines(InputStream in, Consumer<Line> lines) {
		this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
		this.lines = lines;
	}

	/** Begins to read. The thread may be waiting for input for ever, so it does not keep the process alive. */
	void start() {
		Thread.ofPlatform().name("anteroom-console-input").daemon().start(this::read);
	}

	private void read() {
		try {
			boolean first = true;
			for (String text = next(); text != null; text = next()) {
				// Some shells begin what they pipe with a byte order mark
				String line = first && text.startsWith("\uFEFF") ? text.substring(1) : text;
				first = false;
				int cost = line.length() + OVERHEAD;
				room.acquire(cost);
				lines.accept(new Line(line, () -> room.release(cost)));
			}
		} catch (IOException e) {
			// There is nothing more to read, as at the end
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** The next line, {@code null} at the end. Not {@link BufferedReader#readLine()}: a line may be endless. */
	private String next() throws IOException {
		var line = new StringBuilder();
		int c = reader.read();
		if (c < 0) {
			return null;
		}
		for (; c >= 0 && c != '\n'; c = reader.read()) {
			if (line.length() < LONGEST) {
				line.append((char) c);
			}
		}
		int length = line.length();
		return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
	}
}
