/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of one execution, read from front to back: first as decisions, then as what is under test. */
public final class Input {

	private final byte[] bytes;
	private int position;

	public Input(byte[] bytes) {
		this.bytes = bytes;
	}

	public boolean isEmpty() {
		return position == bytes.length;
	}

	/** 0 to {@code bound - 1}, by one byte; 0 when there is none left. */
	public int number(int bound) {
		return isEmpty() ? 0 : (bytes[position++] & 0xFF) % bound;
	}

	/** The next {@code count} bytes, or what is left of them. */
	public byte[] bytes(int count) {
		int begin = position;
		position = Math.min(bytes.length, begin + count);
		return Arrays.copyOfRange(bytes, begin, position);
	}

	/** All that is left. */
	public byte[] rest() {
		return bytes(bytes.length);
	}

	/** As many characters as {@code count} bytes make, of which UTF-8 has all and invalid bytes make U+FFFD. */
	public String text(int count) {
		return new String(bytes(count), StandardCharsets.UTF_8);
	}

	/** Fails the execution unless {@code condition}. */
	public static void check(boolean condition, String what, Object... details) {
		if (!condition) {
			throw new IllegalStateException(what + ": " + Arrays.deepToString(details));
		}
	}
}
