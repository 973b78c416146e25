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

/**
 * Makes text from somebody else safe to show: nothing in it can move a terminal's cursor, hide characters or turn the
 * reading direction of what follows. What is said and kept is unchanged; only what is shown passes through here.
 */
public final class Legible {

	private Legible() {
	}

	private static boolean isHarmless(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (isHarmful(text.charAt(i))) {
				return false;
			}
		}
		return true;
	}

	/** Whether {@code c} is shown as something else by {@link #text(String)}. */
	private static boolean isHarmful(char c) {
		return c < ' ' && c != '\n' && c != '\t' || c >= 0x7F && c <= 0x9F || isDirectionOverride(c)
				|| c == '\u2028' || c == '\u2029' || c == '\uFEFF';
	}

	private static boolean isDirectionOverride(char c) {
		return c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
	}

	/**
	 * {@code text} with {@code CR LF} and {@code CR} as line feeds, control characters as their pictures (U+2400 and on),
	 * and overrides of direction and other invisible controls as U+FFFD. Tabs and line feeds stay.
	 */
	public static String text(String text) {
		if (isHarmless(text)) {
			return text;
		}
		var result = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '\r') {
				if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
					result.append('\n');
				}
			} else if (!isHarmful(c)) {
				result.append(c);
			} else if (c < ' ') {
				result.append((char) (0x2400 + c));
			} else {
				result.append(c == 0x7F ? '\u2421' : '\uFFFD');
			}
		}
		return result.toString();
	}
}
