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

/**
 * A place between two characters of a log.
 *
 * @param number of the entry
 * @param offset in its {@linkplain LogItem#length() characters}, from 0
 */
record Position(long number, int offset) implements Comparable<Position> {

	@Override
	public int compareTo(Position other) {
		return number == other.number ? Integer.compare(offset, other.offset) : Long.compare(number, other.number);
	}
}
