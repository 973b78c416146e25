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

/** Which messages a person has not seen, and where the line above them stands. Pure logic; UI thread. */
final class Unread {

	private long mark;
	private boolean away;
	private long count;

	/** Takes that the person has everything in sight. The line stays, to be read from. */
	void seen() {
		away = false;
		count = 0;
	}

	/** Takes that the message {@code number} came while the person had not all in sight. */
	void came(long number) {
		if (!away) {
			away = true;
			mark = number;
		}
		count++;
	}

	/** Takes away the line: the person has answered, or another conversation begins. */
	void clear() {
		mark = 0;
		seen();
	}

	/** The first message below the line; 0 when there is none. */
	long mark() {
		return mark;
	}

	/** How many messages were not seen. */
	long count() {
		return count;
	}
}
