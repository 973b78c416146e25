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

/** Which entries a person has not seen, and where the line above them stands. Pure logic; UI thread. */
final class Unread {

	private long seen;
	private long mark;

	/**
	 * Takes that the entries up to {@code last} are there.
	 *
	 * @param attended whether the person has them in sight
	 * @return whether the line moved
	 */
	boolean update(long last, boolean attended) {
		long before = mark;
		if (attended) {
			seen = last;
		} else if (last > seen && mark <= seen) {
			mark = seen + 1;
		}
		return mark != before;
	}

	/** Takes that another conversation begins with the entry {@code first}, which the person knows of. */
	void restart(long first) {
		mark = 0;
		seen = first - 1;
	}

	/** The first entry below the line; 0 when there is none. */
	long mark() {
		return mark;
	}

	/** How many entries up to {@code last} were not seen. */
	long count(long last) {
		return Math.max(0, last - seen);
	}
}
