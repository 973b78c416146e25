/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.protocol;

/** What may be told in a while: so many lines and so many characters, both of which come back evenly. */
final class LogBudget {

	private final double mostLines;
	private final double mostCharacters;
	private final double period;
	private double lines;
	private double characters;
	private long then;

	/** @param period nanoseconds after which all of it is back */
	LogBudget(int mostLines, int mostCharacters, long period, long now) {
		this.mostLines = mostLines;
		this.mostCharacters = mostCharacters;
		this.period = period;
		this.lines = mostLines;
		this.characters = mostCharacters;
		this.then = now;
	}

	/** Whether there is enough for a line of {@code length}. */
	boolean has(int length, long now) {
		double share = (now - then) / period;
		then = now;
		lines = Math.min(mostLines, lines + share * mostLines);
		characters = Math.min(mostCharacters, characters + share * mostCharacters);
		return lines >= 1 && characters >= length;
	}

	void take(int length) {
		lines--;
		characters -= length;
	}

	/** Whether nothing of it is used. */
	boolean isWhole(long now) {
		return has(mostCharacters(), now) && lines == mostLines;
	}

	private int mostCharacters() {
		return (int) mostCharacters;
	}
}
