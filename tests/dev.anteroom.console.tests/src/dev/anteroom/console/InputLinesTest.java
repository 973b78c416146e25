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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import dev.anteroom.console.InputLines.Line;

class InputLinesTest {

	private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();

	@Test
	void linesEndWithAnyUsualLineEndOrTheInputsEnd() throws Exception {
		read("a\nb\r\n\n你好\nlast".getBytes(StandardCharsets.UTF_8));
		for (String text : new String[] { "a", "b", "", "你好", "last" }) {
			assertEquals(text, next().text());
		}
	}

	@Test
	void whatIsNotUtf8IsReplaced() throws Exception {
		read(new byte[] { 'a', (byte) 0xFF, 'b', '\n' });
		assertEquals("a\uFFFDb", next().text());
	}

	@Test
	void theRestOfALineTooLongToSendIsDropped() throws Exception {
		byte[] input = new byte[InputLines.LONGEST + 1000];
		Arrays.fill(input, (byte) 'x');
		input[input.length - 2] = '\n';
		read(input);
		assertEquals(InputLines.LONGEST, next().text().length());
		assertEquals("x", next().text());
	}

	@Test
	void readingWaitsWhileTooMuchIsNotDealtWith() throws Exception {
		var endless = new InputStream() {

			private long count;

			@Override
			public synchronized int read() {
				return ++count % 1000 == 0 ? '\n' : 'x';
			}

			@Override
			public int read(byte[] b, int offset, int length) throws IOException {
				b[offset] = (byte) read();
				return 1;
			}
		};
		new InputLines(endless, lines::add).start();
		int most = 4 * InputLines.LONGEST / (999 + 256);
		for (int i = 0; i < 2 * most; i++) {
			Line line = next();
			assertTrue(lines.size() <= most);
			line.done();
		}
	}

	private void read(byte[] input) {
		new InputLines(new ByteArrayInputStream(input), lines::add).start();
	}

	private Line next() throws InterruptedException {
		Line line = lines.poll(10, TimeUnit.SECONDS);
		assertNotNull(line);
		return line;
	}
}
