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
import java.util.zip.CRC32;
import java.util.zip.Deflater;

import dev.anteroom.ui.pictures.Samples.Bytes;
import dev.anteroom.ui.pictures.Samples.Painting;

/** Writes PNG of every kind; each row is filtered in another way than the one before. */
final class PngSamples {

	static final int GRAY = 0;
	static final int RGB = 2;
	static final int INDEXED = 3;
	static final int GRAY_ALPHA = 4;
	static final int RGBA = 6;

	private static final int[][] PASSES = { { 0, 0, 8, 8 }, { 4, 0, 8, 8 }, { 0, 4, 4, 8 }, { 2, 0, 4, 4 },
			{ 0, 2, 2, 4 }, { 1, 0, 2, 2 }, { 0, 1, 1, 2 } };
	private static final int[][] WHOLE = { { 0, 0, 1, 1 } };

	private PngSamples() {
	}

	static byte[] rgb(int width, int height, Painting painting) {
		return write(width, height, 8, RGB, false, painting);
	}

	/** Indexed ones have the 256 colours with 3, 3 and 2 bits, or those that fit of them. */
	static byte[] write(int width, int height, int depth, int type, boolean interlaced, Painting painting) {
		return write(width, height, depth, type, interlaced, painting, new byte[0]);
	}

	/** @param chunk goes before the pixels */
	static byte[] write(int width, int height, int depth, int type, boolean interlaced, Painting painting,
			byte[] chunk) {
		var palette = new Bytes(ByteOrder.BIG_ENDIAN);
		for (int i = 0; i < 1 << Math.min(8, depth); i++) {
			int argb = color(i);
			palette.add1(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
		}
		var rows = new Bytes(ByteOrder.BIG_ENDIAN);
		for (int[] pass : interlaced ? PASSES : WHOLE) {
			rows.add(rows(width, height, depth, type, pass, painting));
		}
		var png = start(width, height, depth, type, interlaced ? 1 : 0);
		if (type == INDEXED) {
			png.add(chunk("PLTE", palette.toArray()));
		}
		return png.add(chunk).add(chunk("IDAT", deflate(rows.toArray()))).add(chunk("IEND", new byte[0])).toArray();
	}

	/** A header that promises as much, over hardly any pixels. */
	static byte[] bomb(int width, int height) {
		return start(width, height, 1, GRAY, 0).add(chunk("IDAT", deflate(new byte[100_000]))).toArray();
	}

	/** The same, but interlaced. */
	static byte[] bombInterlaced(int width, int height) {
		return start(width, height, 1, GRAY, 1).add(chunk("IDAT", deflate(new byte[100_000]))).toArray();
	}

	/** The colour with an index. */
	static int color(int index) {
		return 0xFF000000 | (index >> 5) * 36 << 16 | (index >> 2 & 7) * 36 << 8 | (index & 3) * 85;
	}

	private static Bytes start(int width, int height, int depth, int type, int interlace) {
		var header = new Bytes(ByteOrder.BIG_ENDIAN).add4(width, height).add1(depth, type, 0, 0, interlace);
		return new Bytes(ByteOrder.BIG_ENDIAN).add("\u0089PNG\r\n\u001a\n").add(chunk("IHDR", header.toArray()));
	}

	static byte[] chunk(String type, byte[] data) {
		byte[] named = new Bytes(ByteOrder.BIG_ENDIAN).add(type).add(data).toArray();
		var crc = new CRC32();
		crc.update(named);
		return new Bytes(ByteOrder.BIG_ENDIAN).add4(data.length).add(named).add4((int) crc.getValue()).toArray();
	}

	private static byte[] deflate(byte[] data) {
		var deflater = new Deflater();
		deflater.setInput(data);
		deflater.finish();
		var result = new Bytes(ByteOrder.BIG_ENDIAN);
		var buffer = new byte[4096];
		while (!deflater.finished()) {
			int count = deflater.deflate(buffer);
			result.add(Arrays.copyOf(buffer, count));
		}
		deflater.end();
		return result.toArray();
	}

	private static byte[] rows(int width, int height, int depth, int type, int[] pass, Painting painting) {
		int samples = type == INDEXED || type == GRAY ? 1 : type == GRAY_ALPHA ? 2 : type == RGB ? 3 : 4;
		int columns = Math.ceilDiv(width - pass[0], pass[2]);
		var result = new Bytes(ByteOrder.BIG_ENDIAN);
		if (columns <= 0) {
			return new byte[0];
		}
		int length = (columns * samples * depth + 7) / 8;
		int distance = Math.max(1, samples * depth / 8);
		var above = new byte[length];
		for (int y = pass[1], filter = 0; y < height; y += pass[3], filter = (filter + 1) % 5) {
			var row = new byte[length];
			for (int i = 0; i < columns; i++) {
				put(row, i, depth, type, painting.at(pass[0] + i * pass[2], y));
			}
			result.add1(filter).add(filter(row, above, filter, distance));
			above = row;
		}
		return result.toArray();
	}

	private static void put(byte[] row, int i, int depth, int type, int argb) {
		int[] values = switch (type) {
			case GRAY -> new int[] { argb & 0xFF };
			case INDEXED -> new int[] { argb & 0xFF };
			case GRAY_ALPHA -> new int[] { argb & 0xFF, argb >>> 24 };
			case RGB -> new int[] { argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF };
			default -> new int[] { argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, argb >>> 24 };
		};
		for (int j = 0; j < values.length; j++) {
			int at = i * values.length + j;
			if (depth == 16) {
				row[2 * at] = (byte) values[j];
				row[2 * at + 1] = (byte) (255 - values[j]);
			} else if (depth == 8) {
				row[at] = (byte) values[j];
			} else {
				int value = values[j] & (1 << depth) - 1;
				row[at * depth / 8] |= (byte) (value << 8 - depth - at * depth % 8);
			}
		}
	}

	private static byte[] filter(byte[] row, byte[] above, int filter, int distance) {
		var result = new byte[row.length];
		for (int i = 0; i < row.length; i++) {
			int a = i < distance ? 0 : row[i - distance] & 0xFF;
			int b = above[i] & 0xFF;
			int c = i < distance ? 0 : above[i - distance] & 0xFF;
			int p = a + b - c;
			int paeth = Math.abs(p - a) <= Math.abs(p - b) && Math.abs(p - a) <= Math.abs(p - c) ? a
					: Math.abs(p - b) <= Math.abs(p - c) ? b : c;
			result[i] = (byte) (row[i] - new int[] { 0, a, b, (a + b) / 2, paeth }[filter]);
		}
		return result;
	}
}
