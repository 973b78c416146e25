/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.pictures;

import java.io.IOException;

/**
 * A table of Huffman codes.
 * <p>
 * Source: ITU-T T.81, annex C and F.2.2.3.
 */
final class JpegCodes {

	/** Codes up to this many bits are found at once. */
	static final int SHORT = 9;

	/** Length and symbol of the code that some bits begin with; 0 for longer ones. */
	private final short[] table = new short[1 << SHORT];
	/** For each length, what is larger than its codes, filled up to 16 bits. */
	private final int[] limits = new int[17];
	/** For each length, what makes an index of a code. */
	private final int[] offsets = new int[17];
	private final byte[] symbols;

	private JpegCodes(int[] counts, byte[] symbols) throws IOException {
		this.symbols = symbols;
		int code = 0;
		int index = 0;
		for (int length = 1; length <= 16; length++) {
			offsets[length] = index - code;
			if (code + counts[length] > 1 << length) {
				throw new IOException("Too many codes");
			}
			for (int i = 0; i < counts[length]; i++, code++, index++) {
				if (length <= SHORT) {
					int from = code << SHORT - length;
					for (int bits = 0; bits < 1 << SHORT - length; bits++) {
						table[from + bits] = (short) (length << 8 | symbols[index] & 0xFF);
					}
				}
			}
			limits[length] = code << 16 - length;
			code <<= 1;
		}
	}

	/** Reads a table; {@code input} stands behind its number. */
	static JpegCodes read(PictureInput input) throws IOException {
		var counts = new int[17];
		int all = 0;
		for (int length = 1; length <= 16; length++) {
			counts[length] = input.readUnsignedByte();
			all += counts[length];
		}
		if (all > 256) {
			throw new IOException("Too many codes");
		}
		var symbols = new byte[all];
		input.readFully(symbols);
		return new JpegCodes(counts, symbols);
	}

	/** Of the code that {@code bits}, 16 of them, begin with: its length, times 256, and its symbol. */
	int find(int bits) throws IOException {
		int found = table[bits >> 16 - SHORT];
		if (found != 0) {
			return found;
		}
		for (int length = SHORT + 1; length <= 16; length++) {
			if (bits < limits[length]) {
				return length << 8 | symbols[(bits >> 16 - length) + offsets[length]] & 0xFF;
			}
		}
		throw new IOException("No code");
	}
}
