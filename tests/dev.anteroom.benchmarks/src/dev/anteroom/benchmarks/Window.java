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

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

import dev.anteroom.chat.EntrySpool;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Picture;
import dev.anteroom.history.internal.TextArchive;

/** A window with one log in it, and the journal behind that. UI thread. */
final class Window implements AutoCloseable {

	static final int WIDTH = 900;
	static final int HEIGHT = 700;

	private static final int PICTURES = 24;
	private static final int PATIENCE = 120_000;
	/** The spool takes this many entries before it forgets the oldest; see {@link #append(long)}. */
	private static final int PACE = 20_000;

	final Display display = new Display();
	final Shell shell = new Shell(display);
	private final EntrySpool spool = new TextArchive().spool();
	private final Talk talk;
	private final LogView.Kind kind;
	private Journal journal = new Journal(Clock.systemUTC(), spool);
	private LogView view;
	private long painted;

	/** @param folder with small pictures, or for them */
	Window(LogView.Kind kind, Path folder) throws IOException {
		this.kind = kind;
		List<Picture> pictures = PictureFiles.small(folder, PICTURES);
		talk = new Talk(pictures);
		shell.setBounds(0, 0, WIDTH + 40, HEIGHT + 40);
		shell.open();
		dispatch();
	}

	Journal journal() {
		return journal;
	}

	LogView view() {
		return view;
	}

	/** How many times the log was painted. */
	long painted() {
		return painted;
	}

	/** Says the next {@code count} things, no faster than a disk can take them. */
	void append(long count) {
		for (long i = 1; i <= count; i++) {
			appendOne();
			if (i % PACE == 0) {
				// Each reading lets some of what waits be written before it.
				for (int turn = 0; turn < PACE / 500; turn++) {
					journal.read(1, 1).toCompletableFuture().join();
				}
			}
		}
		if (journal.first() > 1) {
			throw new IllegalStateException("The journal begins with " + journal.first());
		}
	}

	/** Says the next thing. */
	void appendOne() {
		journal.append(talk.event(journal.last() + 1));
	}

	/** Shows the journal, and returns when it has been painted. */
	void open() {
		untilPainted(() -> {
			view = kind.open(shell, journal);
			view.surface().addListener(SWT.Paint, e -> painted++);
			view.control().setBounds(0, 0, WIDTH, HEIGHT);
			// A text widget would wrap all that it got before it has a width.
			view.refresh();
		});
	}

	/**
	 * Takes the log away.
	 *
	 * @param all whether to begin another journal too
	 */
	void close(boolean all) {
		view.control().dispose();
		dispatch();
		if (all) {
			spool.clear();
			journal = new Journal(Clock.systemUTC(), spool);
		}
	}

	/** Makes {@code change}, and returns when the log has been painted after it. */
	void untilPainted(Runnable change) {
		long before = painted;
		change.run();
		long end = System.nanoTime() + PATIENCE * 1_000_000L;
		display.timerExec(PATIENCE, display::wake);
		while (painted == before) {
			if (!display.readAndDispatch()) {
				display.sleep();
			}
			if (System.nanoTime() - end > 0) {
				throw new IllegalStateException("It is not painted");
			}
		}
		display.timerExec(-1, display::wake);
	}

	/** Does what is due, such as to show pictures that were decoded meanwhile. */
	void dispatch() {
		while (display.readAndDispatch()) {
			// More may be due
		}
	}

	/** The processor's time that this thread has taken, in nanoseconds. */
	static long cpu() {
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}

	@Override
	public void close() {
		display.dispose();
		spool.close();
	}
}
