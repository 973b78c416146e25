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

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;

import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.JournalListener;
import dev.anteroom.chat.LogFormat;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Wording;

/**
 * Prints the log, and the console's answers among it, as lines of UTF-8 on a thread of its own. Nobody ever waits for
 * it: when the output does not take the lines, the oldest of more than a bound are dropped, and a line says how many.
 * <p>
 * It hears of each entry rather than read {@link Journal#after(long)}: a journal forgets a conversation when the next
 * begins, which is at once when somebody waits, and the last lines of the one before are part of the log.
 */
final class LogPrinter implements JournalListener {

	/** How many lines wait at the most for an output that does not take them. */
	static final int MOST_ENTRIES = 10_000;
	/** How many characters of text wait at the most. */
	static final long MOST_CHARACTERS = 16L << 20;

	/** What keeps a role from beginning is told on standard error. */
	private static final Set<Phrase> TOLD_ELSEWHERE = Set.of(Phrase.PORT_IN_USE, Phrase.PORT_PRIVILEGED,
			Phrase.SAME_PORTS, Phrase.CANNOT_LISTEN, Phrase.CANNOT_CONNECT, Phrase.CANNOT_JOIN, Phrase.BAD_HOST);

	/** What is to be printed: an entry, or else an answer. */
	private record Item(Entry entry, Instant time, List<String> answer) {

		long weight() {
			return entry == null ? answer.stream().mapToLong(String::length).sum()
					: entry.characters();
		}
	}

	private final OutputStream out;
	private final Words words;
	private final ZoneId zone = ZoneId.systemDefault();
	private final LogFormat format;
	private final Thread thread = Thread.ofPlatform().name("anteroom-console-output").daemon().unstarted(this::print);

	// Guarded by this
	private ArrayDeque<Item> items = new ArrayDeque<>();
	private long characters;
	private long missed;
	private boolean closed;

	LogPrinter(OutputStream out, Words words, Wording wording) {
		this.out = new BufferedOutputStream(out, 1 << 16);
		this.words = words;
		this.format = new LogFormat(wording, zone, picture -> picture.file().toAbsolutePath().toString());
		thread.start();
	}

	@Override
	public void appended(Entry entry) {
		if (!(entry.event() instanceof Notice notice && TOLD_ELSEWHERE.contains(notice.phrase()))) {
			add(new Item(entry, entry.time(), null));
		}
	}

	/** Prints {@code lines}, each with the present time. */
	void answer(List<String> lines) {
		add(new Item(null, Instant.now(), List.copyOf(lines)));
	}

	/** Prints what is left, and no more after that; waits no longer than {@code patience} for it. */
	void close(Duration patience) {
		synchronized (this) {
			closed = true;
			notifyAll();
		}
		try {
			thread.join(patience);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private synchronized void add(Item item) {
		if (closed) {
			return;
		}
		items.add(item);
		characters += item.weight();
		while (items.size() > MOST_ENTRIES || characters > MOST_CHARACTERS && items.size() > 1) {
			characters -= items.remove().weight();
			missed++;
		}
		notifyAll();
	}

	private void print() {
		try {
			for (List<String> lines = next(); lines != null; lines = next()) {
				for (String line : lines) {
					out.write(line.getBytes(StandardCharsets.UTF_8));
					out.write('\n');
				}
				if (isIdle()) {
					out.flush();
				}
			}
			out.flush();
		} catch (IOException e) {
			// Nobody reads the log any more; the conversation does not depend on it
			discard();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** The next lines, once there are any; {@code null} when it is closed and all is printed. */
	private List<String> next() throws InterruptedException {
		Item item;
		synchronized (this) {
			while (items.isEmpty() && !closed) {
				wait();
			}
			if (items.isEmpty()) {
				return null;
			}
			if (missed > 0) {
				String line = words.of("missed", missed);
				missed = 0;
				return List.of(LogFormat.stamp(items.element().time(), zone) + line);
			}
			item = items.remove();
			characters -= item.weight();
		}
		String stamp = LogFormat.stamp(item.time(), zone);
		return item.entry() == null ? item.answer().stream().map(line -> stamp + OneLine.of(line)).toList()
				: format.lines(item.entry());
	}

	private synchronized boolean isIdle() {
		return items.isEmpty();
	}

	private synchronized void discard() {
		closed = true;
		items.clear();
	}
}
