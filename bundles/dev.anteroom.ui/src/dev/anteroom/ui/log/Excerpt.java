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

import dev.anteroom.chat.Legible;
import dev.anteroom.chat.Wording;

/** What is shown of a text: safe to look at, and no longer than can be laid out in the blink of an eye. */
final class Excerpt {

	/** How many characters of one text are shown at the most; all of them are in the transcript. */
	static final int MOST_CHARACTERS = 8_000;
	/** Wrapping a paragraph takes more than linear time, so that long ones are broken here. */
	private static final int LONGEST_PARAGRAPH = 1_000;

	private Excerpt() {
	}

	static String of(String text, Wording wording) {
		int cut = cut(text);
		String legible = Legible.text(text.substring(0, cut));
		if (cut <= LONGEST_PARAGRAPH) {
			return legible;
		}
		var result = new StringBuilder(legible.length());
		int column = 0;
		for (int i = 0; i < legible.length(); i++) {
			char c = legible.charAt(i);
			if (isBroken(column, c)) {
				result.append('\n');
				column = 0;
			}
			result.append(c);
			column = c == '\n' ? 0 : column + 1;
		}
		if (cut < text.length()) {
			result.append('\n').append(wording.more(text.length() - cut));
		}
		return result.toString();
	}

	/**
	 * Which place in all of a text is meant by a place in what is shown of it.
	 *
	 * @param text   all of it
	 * @param offset less than the length of what is shown
	 * @return the place in {@link Legible#text(String)} of the text; where it is cut, for any in the words that say so
	 */
	static int placeInAll(String text, int offset) {
		String legible = Legible.text(text.substring(0, cut(text)));
		int shown = 0;
		int column = 0;
		for (int i = 0; i < legible.length(); i++) {
			char c = legible.charAt(i);
			if (isBroken(column, c)) {
				shown++;
				column = 0;
			}
			if (shown >= offset) {
				return i;
			}
			shown++;
			column = c == '\n' ? 0 : column + 1;
		}
		return legible.length();
	}

	private static int cut(String text) {
		int end = Math.min(text.length(), MOST_CHARACTERS);
		return end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
	}

	/** Whether a line is broken before {@code c}. */
	private static boolean isBroken(int column, char c) {
		return column >= LONGEST_PARAGRAPH && !Character.isLowSurrogate(c) && c != '\n';
	}
}
