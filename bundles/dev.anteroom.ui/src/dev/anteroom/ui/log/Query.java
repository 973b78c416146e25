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

import java.util.Arrays;

/**
 * What is looked for in a log, letter by letter. Without {@code matchCase} letters are the same when Unicode maps them
 * to the same one (toLowerCase of toUpperCase), in any language: {@code I}, {@code i} and the Turkish {@code ı} and
 * {@code İ} are; {@code ß} and {@code SS}, which differ in length, are not.
 */
record Query(String text, boolean matchCase) {

	static final Query NOTHING = new Query("", false);

	/** No letter: the first one that is looked for may be half of one beyond the first plane. */
	private static final int ANY = -1;

	boolean isEmpty() {
		return text.isEmpty();
	}

	int length() {
		return text.length();
	}

	/** Where it is in {@code shown} at {@code from} or later; -1 when it is not. */
	int indexIn(String shown, int from) {
		if (matchCase) {
			return shown.indexOf(text, from);
		}
		int first = Character.isSurrogate(text.charAt(0)) ? ANY : folded(text.charAt(0));
		for (int at = from; at <= shown.length() - text.length(); at++) {
			if ((first == ANY || folded(shown.charAt(at)) == first)
					&& shown.regionMatches(true, at, text, 0, text.length())) {
				return at;
			}
		}
		return -1;
	}

	/** Where it is in {@code shown}: pairs of start and end, in order, none over another. */
	int[] in(String shown) {
		var places = new int[8];
		int count = 0;
		for (int at = isEmpty() ? -1 : indexIn(shown, 0); at >= 0; at = indexIn(shown, at + length())) {
			if (count == places.length) {
				places = Arrays.copyOf(places, 2 * count);
			}
			places[count++] = at;
			places[count++] = at + length();
		}
		return Arrays.copyOf(places, count);
	}

	/** As {@link String#regionMatches(boolean, int, String, int, int)} does it. */
	private static char folded(char c) {
		if (c < 128) {
			return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
		}
		return Character.toLowerCase(Character.toUpperCase(c));
	}
}
