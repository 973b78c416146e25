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
import java.util.Arrays;

import dev.anteroom.ui.pictures.Samples.Bytes;

/** Writes GIF, frame by frame, with a palette of 4 colours; without compressing it. */
final class GifSamples {

	static final int BLACK = 0;
	static final int RED = 1;
	static final int GREEN = 2;
	static final int BLUE = 3;
	static final int[] COLORS = { 0xFF000000, 0xFFFF0000, 0xFF00FF00, 0xFF0000FF };

	/** An index for each pixel. */
	interface Indexes {
		int at(int x, int y);
	}

	private final Bytes bytes = new Bytes(ByteOrder.LITTLE_ENDIAN);

	GifSamples(int width, int height) {
		bytes.add("GIF89a").add2(width, height).add1(0x81, 0, 0);
		for (int color : COLORS) {
			bytes.add1(color >> 16 & 0xFF, color >> 8 & 0xFF, color & 0xFF);
		}
	}

	/** @param rounds 0 for ever, otherwise how often it is repeated */
	GifSamples repeat(int rounds) {
		bytes.add1(0x21, 0xFF, 11).add("NETSCAPE2.0").add1(3, 1).add2(rounds).add1(0);
		return this;
	}

	/** What the next frame is like. */
	GifSamples control(int disposal, int delay, int transparent) {
		bytes.add1(0x21, 0xF9, 4, disposal << 2 | (transparent >= 0 ? 1 : 0)).add2(delay)
				.add1(Math.max(0, transparent), 0);
		return this;
	}

	GifSamples frame(int x, int y, int width, int height, boolean interlaced, Indexes indexes) {
		bytes.add1(0x2C).add2(x, y, width, height).add1(interlaced ? 0x40 : 0);
		bytes.add1(2);
		var codes = new Codes();
		if (interlaced) {
			int[][] passes = { { 0, 8 }, { 4, 8 }, { 2, 4 }, { 1, 2 } };
			for (int[] pass : passes) {
				for (int row = pass[0]; row < height; row += pass[1]) {
					addRow(codes, width, row, indexes);
				}
			}
		} else {
			for (int row = 0; row < height; row++) {
				addRow(codes, width, row, indexes);
			}
		}
		bytes.add(codes.end());
		return this;
	}

	GifSamples plain(int x, int y, int width, int height, int index) {
		return frame(x, y, width, height, false, (column, row) -> index);
	}

	private static void addRow(Codes codes, int width, int row, Indexes indexes) {
		for (int x = 0; x < width; x++) {
			codes.add(indexes.at(x, row));
		}
	}

	byte[] end() {
		return bytes.add1(0x3B).toArray();
	}

	/** Codes of three bits each; they are cleared before they would grow. */
	private static final class Codes {

		private static final int CLEAR = 4;
		private static final int END = 5;

		private final Bytes packed = new Bytes(ByteOrder.LITTLE_ENDIAN);
		private int bits;
		private int count;
		private int sinceClear = 2;

		void add(int index) {
			if (sinceClear == 2) {
				put(CLEAR);
				sinceClear = 0;
			}
			put(index);
			sinceClear++;
		}

		private void put(int code) {
			bits |= code << count;
			count += 3;
			while (count >= 8) {
				packed.add1(bits & 0xFF);
				bits >>= 8;
				count -= 8;
			}
		}

		byte[] end() {
			put(END);
			packed.add1(bits & 0xFF);
			byte[] all = packed.toArray();
			var result = new Bytes(ByteOrder.LITTLE_ENDIAN);
			for (int at = 0; at < all.length; at += 255) {
				int length = Math.min(255, all.length - at);
				result.add1(length).add(Arrays.copyOfRange(all, at, at + length));
			}
			return result.add1(0).toArray();
		}
	}
}
