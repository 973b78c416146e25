/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.chat;

/** How a line of the log is to be seen; each has a colour of the theme. */
public enum Severity {
	/** Something said: the default colour. */
	CHAT,
	/** Good news about the connection: blue. */
	INFO,
	/** What the program did or noticed: gray. */
	SYSTEM,
	/** What went wrong: red. */
	ERROR
}
