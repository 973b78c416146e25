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

import java.nio.ByteOrder;

import dev.anteroom.ui.pictures.Samples.Bytes;
import dev.anteroom.ui.pictures.Samples.Painting;

/** Writes BMP. */
final class BmpSamples {

	private BmpSamples() {
	}

	/** Uncompressed; up to 8 bits have the colours of {@link PngSamples#color}. */
	static byte[] write(int width, int height, int bits, boolean topDown, Painting painting) {
		var pixels = new Bytes(ByteOrder.LITTLE_ENDIAN);
		for (int i = 0; i < height; i++) {
			int y = topDown ? i : height - 1 - i;
			var row = new byte[(width * bits + 31) / 32 * 4];
			for (int x = 0; x < width; x++) {
				put(row, x, bits, painting.at(x, y));
			}
			pixels.add(row);
		}
		return write(width, topDown ? -height : height, bits, 0, new byte[0], pixels.toArray());
	}

	private static void put(byte[] row, int x, int bits, int argb) {
		int red = argb >> 16 & 0xFF;
		int green = argb >> 8 & 0xFF;
		int blue = argb & 0xFF;
		if (bits <= 8) {
			row[x * bits / 8] |= (byte) ((argb & (1 << bits) - 1) << 8 - bits - x * bits % 8);
		} else if (bits == 16) {
			int value = red >> 3 << 10 | green >> 3 << 5 | blue >> 3;
			row[2 * x] = (byte) value;
			row[2 * x + 1] = (byte) (value >> 8);
		} else {
			row[x * bits / 8] = (byte) blue;
			row[x * bits / 8 + 1] = (byte) green;
			row[x * bits / 8 + 2] = (byte) red;
		}
	}

	/** With a header of 40 bytes; {@code pixels} as they are stored. */
	static byte[] write(int width, int height, int bits, int compression, byte[] masks, byte[] pixels) {
		int colors = bits <= 8 ? 1 << bits : 0;
		int offset = 14 + 40 + masks.length + 4 * colors;
		var bytes = new Bytes(ByteOrder.LITTLE_ENDIAN).add("BM").add4(offset + pixels.length, 0, offset).add4(40, width,
				height).add2(1, bits).add4(compression, pixels.length, 0, 0, 0, 0).add(masks);
		for (int i = 0; i < colors; i++) {
			int argb = PngSamples.color(i);
			bytes.add1(argb & 0xFF, argb >> 8 & 0xFF, argb >> 16 & 0xFF, 0);
		}
		return bytes.add(pixels).toArray();
	}
}
