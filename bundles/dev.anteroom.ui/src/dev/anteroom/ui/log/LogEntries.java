/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.log;

import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

import org.eclipse.swt.widgets.Display;

import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Journal.Range;
import dev.anteroom.chat.Said;

/** The entries of a log, as they were when it was last refreshed: read and laid out when they are asked for. UI thread. */
final class LogEntries {

	private static final int MOST_LOOKED_AT = 512;

	private final Display display;
	private final LogSource source;
	private final Supplier<LogStyle> style;
	private final Pages pages;
	private final Layouts layouts = new Layouts(this::layout);
	private final Unread unread = new Unread();
	private long conversation;
	private long first = 1;
	private long last;

	/**
	 * @param shown   gives what is shown of an entry
	 * @param ui      runs on the UI thread, later
	 * @param style   the present one; {@link #restyle()} is to be called when it is another
	 * @param arrived called when entries that were asked for have been read
	 */
	LogEntries(Display display, LogSource source, Function<Entry, LogItem> shown, Supplier<LogStyle> style,
			Executor ui, Runnable arrived) {
		this.display = display;
		this.source = source;
		this.style = style;
		LongConsumer read = start -> {
			layouts.forget(start, start + Pages.SIZE);
			arrived.run();
		};
		this.pages = new Pages(source, shown, ui, read);
	}

	/**
	 * Takes up what the source has now.
	 *
	 * @param seen whether the person has what is new in sight at once
	 */
	News take(boolean seen) {
		long before = last;
		Range range = source.range();
		boolean other = range.conversation() != conversation;
		conversation = range.conversation();
		first = range.first();
		last = range.last();
		if (other) {
			layouts.clear();
			pages.clear();
			unread.clear();
		}
		long mark = unread.mark();
		boolean answered = look(other ? first : Math.max(before + 1, first), seen);
		if (mark != unread.mark()) {
			layouts.forget(mark, mark);
			layouts.forget(unread.mark(), unread.mark());
		}
		return new News(other, answered);
	}

	/** Looks who said what is new, if it is not so much that it runs through anyway. */
	private boolean look(long from, boolean seen) {
		boolean answered = false;
		for (Entry entry : source.atHand(Math.max(from, last - MOST_LOOKED_AT))) {
			if (entry.number() <= last && entry.event() instanceof Said said) {
				if (said.own()) {
					unread.clear();
					answered = true;
				} else if (!seen) {
					unread.came(entry.number());
				}
			}
		}
		return answered;
	}

	/** The first entry; greater than {@link #last()} when there is none. */
	long first() {
		return first;
	}

	long last() {
		return last;
	}

	Unread unread() {
		return unread;
	}

	/** Where the pieces of the entry {@code number} lie in a log {@code width} wide. */
	ItemLayout layout(long number, int width) {
		return layouts.get(number).at(width);
	}

	private ItemLayout layout(long number) {
		LogItem item = pages.get(number);
		if (item == null) {
			return new ItemLayout(display, null, null, style.get());
		}
		LogItem before = number > first ? pages.get(number - 1) : null;
		Lead lead = Lead.of(item, before, number == unread.mark(), style.get().zone);
		return new ItemLayout(display, item, lead, style.get());
	}

	/** How many characters of text are laid out. */
	long laidOut() {
		return layouts.characters();
	}

	/** Forgets how entries were laid out. */
	void restyle() {
		layouts.clear();
	}

	/**
	 * What there was to take up.
	 *
	 * @param other    whether all of it is another conversation
	 * @param answered whether the person said some of it
	 */
	record News(boolean other, boolean answered) {
	}
}
