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
import java.util.Arrays;

/**
 * Undoes the run length encoding of BMP, one row at a time.
 * <p>
 * Source: Microsoft, Bitmap Compression.
 */
final class BmpRuns {

	private static final int END_OF_ROW = 0;
	private static final int END = 1;
	private static final int MOVE = 2;

	private final PictureInput input;
	private final boolean four;
	/** Indexes; -1 where there is none. */
	private final short[] row;
	/** Where the next run begins in the row that comes next. */
	private int column;
	private int emptyRows;
	private boolean ended;

	BmpRuns(PictureInput input, boolean four, int width) {
		this.input = input;
		this.four = four;
		row = new short[width];
	}

	/** The next row: indexes into the palette, or -1; overwritten by the next one. */
	short[] next() throws IOException {
		Arrays.fill(row, (short) -1);
		if (emptyRows > 0) {
			emptyRows--;
			return row;
		}
		while (!ended) {
			int count = input.readUnsignedByte();
			int value = input.readUnsignedByte();
			if (count > 0) {
				for (int i = 0; i < count; i++) {
					put(four ? i % 2 == 0 ? value >> 4 : value & 0xF : value);
				}
			} else if (value == END_OF_ROW) {
				column = 0;
				break;
			} else if (value == END) {
				ended = true;
			} else if (value == MOVE) {
				column = Math.min(row.length, column + input.readUnsignedByte());
				int rows = input.readUnsignedByte();
				if (rows > 0) {
					emptyRows = rows - 1;
					break;
				}
			} else {
				copy(value);
			}
		}
		return row;
	}

	private void copy(int count) throws IOException {
		int length = four ? (count + 1) / 2 : count;
		for (int i = 0; i < length; i++) {
			int value = input.readUnsignedByte();
			if (!four) {
				put(value);
				continue;
			}
			put(value >> 4);
			if (2 * i + 1 < count) {
				put(value & 0xF);
			}
		}
		if (length % 2 == 1) {
			input.readUnsignedByte();
		}
	}

	private void put(int index) {
		if (column < row.length) {
			row[column++] = (short) index;
		}
	}
}
