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

import java.util.Arrays;

/**
 * The kinds of pixel that PNG has, made ARGB with 8 bits each.
 * <p>
 * Source: PNG Specification (Third Edition), 11.2.1 and 11.3.1.1.
 */
final class PngPixels {

	private static final int COLOR = 2;
	private static final int ALPHA = 4;
	private static final int INDEXED = 3;
	private static final int OPAQUE = 0xFF000000;

	private final int depth;
	private final int type;
	private final int samples;
	/** For indexed pixels: ARGB; indexes without a colour are black. */
	private final int[] palette = new int[256];
	/** The colour that is transparent, its samples as stored, or {@code null}. */
	private int[] transparent;
	private boolean translucentPalette;

	private PngPixels(int depth, int type) {
		this.depth = depth;
		this.type = type;
		samples = type == INDEXED ? 1 : ((type & COLOR) != 0 ? 3 : 1) + ((type & ALPHA) != 0 ? 1 : 0);
		Arrays.fill(palette, OPAQUE);
	}

	/** {@code null} if there is no such kind. */
	static PngPixels of(int depth, int type) {
		boolean known = switch (type) {
			case 0 -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
			case INDEXED -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
			case COLOR, ALPHA, COLOR | ALPHA -> depth == 8 || depth == 16;
			default -> false;
		};
		return known ? new PngPixels(depth, type) : null;
	}

	/** Of a pixel. */
	int bits() {
		return samples * depth;
	}

	boolean isTranslucent() {
		return type == INDEXED ? translucentPalette : (type & ALPHA) != 0 || transparent != null;
	}

	void setPalette(byte[] rgb) {
		for (int i = 0; i < rgb.length / 3; i++) {
			palette[i] = OPAQUE | (rgb[3 * i] & 0xFF) << 16 | (rgb[3 * i + 1] & 0xFF) << 8 | rgb[3 * i + 2] & 0xFF;
		}
	}

	void setTransparency(byte[] data) {
		if (type == INDEXED) {
			for (int i = 0; i < data.length; i++) {
				palette[i] = palette[i] & ~OPAQUE | data[i] << 24;
			}
			translucentPalette = true;
		} else if (data.length >= 2 * samples && (type & ALPHA) == 0) {
			transparent = new int[samples];
			for (int i = 0; i < samples; i++) {
				transparent[i] = ((data[2 * i] & 0xFF) << 8 | data[2 * i + 1] & 0xFF) & (1 << depth) - 1;
			}
		}
	}

	/**
	 * Unpacks pixels of {@code row}, which begins with one byte more, until {@code argb} is full.
	 *
	 * @param x    the first pixel
	 * @param step from one pixel to the next
	 */
	void unpack(byte[] row, int x, int step, int[] argb) {
		if (depth < 8) {
			unpackSmall(row, x, step, argb);
			return;
		}
		// The high byte of 16 bits is all that is seen.
		int sample = depth / 8;
		int at = 1 + x * samples * sample;
		for (int i = 0; i < argb.length; i++, at += step * samples * sample) {
			int first = row[at] & 0xFF;
			argb[i] = switch (type) {
				case 0 -> OPAQUE | first * 0x10101;
				case INDEXED -> palette[first];
				case ALPHA -> row[at + sample] << 24 | first * 0x10101;
				default -> (type == COLOR ? OPAQUE : row[at + 3 * sample] << 24) | first << 16
						| (row[at + sample] & 0xFF) << 8 | row[at + 2 * sample] & 0xFF;
			};
			if (transparent != null && isTransparent(row, at)) {
				argb[i] = 0;
			}
		}
	}

	private boolean isTransparent(byte[] row, int at) {
		for (int i = 0; i < samples; i++) {
			int value = depth == 8 ? row[at + i] & 0xFF : (row[at + 2 * i] & 0xFF) << 8 | row[at + 2 * i + 1] & 0xFF;
			if (value != transparent[i]) {
				return false;
			}
		}
		return true;
	}

	private void unpackSmall(byte[] row, int x, int step, int[] argb) {
		int most = (1 << depth) - 1;
		for (int i = 0; i < argb.length; i++) {
			long bit = (x + (long) i * step) * depth;
			int value = row[1 + (int) (bit / 8)] >> 8 - depth - (int) (bit % 8) & most;
			argb[i] = type == INDEXED ? palette[value]
					: transparent != null && transparent[0] == value ? 0 : OPAQUE | value * 255 / most * 0x10101;
		}
	}
}
