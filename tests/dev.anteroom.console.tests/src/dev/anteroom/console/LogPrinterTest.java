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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Said;
import dev.anteroom.chat.Wording;

class LogPrinterTest {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	@Test
	void anOutputThatTakesNothingDelaysNobodyAndLosesTheOldestLinesOnly() throws Exception {
		var out = new BlockedOutput();
		LogPrinter printer = printer(out);
		var journal = new Journal();
		journal.addListener(printer);
		journal.append(new Said(true, "", "first", null));
		assertTrue(out.reached.await(10, TimeUnit.SECONDS));
		for (int i = 1; i <= LogPrinter.MOST_ENTRIES + 5; i++) {
			journal.append(new Said(true, "", "line " + i, null));
		}
		out.open.countDown();
		printer.close(PATIENCE);
		List<String> lines = out.lines();
		assertEquals(LogPrinter.MOST_ENTRIES + 2, lines.size());
		assertTrue(lines.get(0).endsWith("] first"), lines.get(0));
		assertTrue(lines.get(1).endsWith("] (5 lines are missing here: the output did not take them in time.)"));
		assertTrue(lines.get(2).endsWith("] line 6"), lines.get(2));
		assertTrue(lines.getLast().endsWith("] line " + (LogPrinter.MOST_ENTRIES + 5)));
	}

	@Test
	void longTextsAreBoundedByTheirCharacters() throws Exception {
		var out = new BlockedOutput();
		LogPrinter printer = printer(out);
		var journal = new Journal();
		journal.addListener(printer);
		journal.append(new Said(true, "", "first", null));
		assertTrue(out.reached.await(10, TimeUnit.SECONDS));
		String text = "x".repeat((int) (LogPrinter.MOST_CHARACTERS / 4));
		for (int i = 0; i < 6; i++) {
			journal.append(new Said(true, "", text, null));
		}
		out.open.countDown();
		printer.close(PATIENCE);
		assertEquals(6, out.lines().size());
		assertTrue(out.lines().get(1).contains("(2 lines are missing here"));
	}

	@Test
	void closingGivesUpOnAnOutputThatTakesNothing() throws Exception {
		var out = new BlockedOutput();
		LogPrinter printer = printer(out);
		printer.answer(List.of("line"));
		assertTrue(out.reached.await(10, TimeUnit.SECONDS));
		printer.close(Duration.ofMillis(10));
		assertEquals(List.of(), out.lines());
		out.open.countDown();
	}

	@Test
	void anOutputThatFailsEndsThePrintingOnly() throws Exception {
		var attempts = new AtomicInteger();
		var printing = new AtomicReference<Thread>();
		var failed = new CountDownLatch(1);
		LogPrinter printer = printer(new OutputStream() {

			@Override
			public void write(int b) throws IOException {
				attempts.incrementAndGet();
				printing.set(Thread.currentThread());
				failed.countDown();
				throw new IOException("Broken pipe");
			}
		});
		var journal = new Journal();
		journal.addListener(printer);
		journal.append(new Said(true, "", "first", null));
		assertTrue(failed.await(10, TimeUnit.SECONDS), "it was printed");
		assertTrue(printing.get().join(PATIENCE), "the printing has ended");
		journal.append(new Said(true, "", "second", null));
		printer.answer(List.of("another"));
		printer.close(PATIENCE);
		assertEquals(2, journal.last(), "the conversation goes on");
		assertEquals(1, attempts.get(), "nothing more is printed");
	}

	@Test
	void everyLineBeginsWithATimeAndAnswersStayOnTheirLine() {
		var out = new ByteArrayOutputStream();
		LogPrinter printer = printer(out);
		printer.answer(List.of("one", "two\nlines\u001B[2J"));
		printer.close(PATIENCE);
		String stamp = "\\[\\d\\d:\\d\\d:\\d\\d\\] ";
		String printed = out.toString(StandardCharsets.UTF_8);
		assertTrue(printed.matches(stamp + "one\n" + stamp + "two lines␛\\[2J\n"), printed);
	}

	private static LogPrinter printer(OutputStream out) {
		return new LogPrinter(out, new Words(Locale.ENGLISH), new Wording(Locale.ENGLISH));
	}

	private static final class BlockedOutput extends OutputStream {

		final CountDownLatch reached = new CountDownLatch(1);
		final CountDownLatch open = new CountDownLatch(1);
		private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

		synchronized List<String> lines() {
			return bytes.toString(StandardCharsets.UTF_8).lines().toList();
		}

		@Override
		public void write(int b) throws IOException {
			write(new byte[] { (byte) b }, 0, 1);
		}

		@Override
		public void write(byte[] b, int offset, int length) throws IOException {
			reached.countDown();
			try {
				open.await();
			} catch (InterruptedException e) {
				throw new IOException(e);
			}
			synchronized (this) {
				bytes.write(b, offset, length);
			}
		}
	}
}
