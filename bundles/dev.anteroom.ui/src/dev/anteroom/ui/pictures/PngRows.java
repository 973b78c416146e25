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

/** The row of a PNG that was read last, and the one before, from which it was predicted. */
final class PngRows {

	private final int pixelLength;
	/** Each begins with the number of its filter. */
	private byte[] current;
	private byte[] previous;

	PngRows(PngPixels pixels, int width) {
		pixelLength = Math.max(1, pixels.bits() / 8);
		int length = 1 + (int) (((long) Math.max(0, width) * pixels.bits() + 7) / 8);
		current = new byte[length];
		previous = new byte[length];
	}

	/** The place for the next row, as it is stored. */
	byte[] next() {
		byte[] swap = previous;
		previous = current;
		current = swap;
		return current;
	}

	/** The row, its filter's number before it. */
	byte[] current() {
		return current;
	}

	/** Undoes the prediction. Source: PNG Specification (Third Edition), 9.2. */
	void unfilter() throws IOException {
		byte[] row = current;
		byte[] above = previous;
		switch (row[0]) {
			case 0 -> {
			}
			case 1 -> {
				for (int i = 1 + pixelLength; i < row.length; i++) {
					row[i] += row[i - pixelLength];
				}
			}
			case 2 -> {
				for (int i = 1; i < row.length; i++) {
					row[i] += above[i];
				}
			}
			case 3 -> {
				for (int i = 1; i < row.length; i++) {
					int before = i > pixelLength ? row[i - pixelLength] & 0xFF : 0;
					row[i] += (byte) (before + (above[i] & 0xFF) >> 1);
				}
			}
			case 4 -> {
				for (int i = 1; i < row.length; i++) {
					boolean first = i <= pixelLength;
					row[i] += (byte) paeth(first ? 0 : row[i - pixelLength] & 0xFF, above[i] & 0xFF,
							first ? 0 : above[i - pixelLength] & 0xFF);
				}
			}
			default -> throw new IOException("Filter " + row[0]);
		}
	}

	private static int paeth(int left, int above, int aboveLeft) {
		int toLeft = Math.abs(above - aboveLeft);
		int toAbove = Math.abs(left - aboveLeft);
		int toAboveLeft = Math.abs(left + above - 2 * aboveLeft);
		if (toLeft <= toAbove && toLeft <= toAboveLeft) {
			return left;
		}
		return toAbove <= toAboveLeft ? above : aboveLeft;
	}
}
