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
 * What the components of a JPEG mean.
 * <p>
 * Sources: ITU-T T.871, 7 (YCbCr); T.872, 6.5.3 (Adobe, whose programs store CMYK inverted). No colour profile is
 * looked at: they come from strangers, too, and native code would read them.
 */
enum JpegColors {

	GRAY,
	RGB,
	YCC,
	CMYK,
	/** CMYK with 0 for full ink. */
	INVERTED_CMYK,
	/** Three components that make inverted CMY from YCC, and inverted K. */
	INVERTED_YCCK;

	private static final int OPAQUE = 0xFF000000;
	private static final int[] RGB_IDS = { 'R', 'G', 'B' };

	/**
	 * {@code null} if it can't be told.
	 *
	 * @param ids       of the components
	 * @param jfif      whether it says that it keeps to JFIF
	 * @param transform what Adobe's segment says, or -1
	 */
	static JpegColors of(int[] ids, boolean jfif, int transform) {
		return switch (ids.length) {
			case 1 -> GRAY;
			case 3 -> !jfif && (transform == 0 || transform < 0 && Arrays.equals(ids, RGB_IDS)) ? RGB : YCC;
			case 4 -> transform == 2 ? INVERTED_YCCK : transform >= 0 ? INVERTED_CMYK : CMYK;
			default -> null;
		};
	}

	/** Opaque ARGB of one pixel; {@code samples} holds as many as there are components from {@code at} on. */
	int argb(byte[] samples, int at) {
		int first = samples[at] & 0xFF;
		return switch (this) {
			case GRAY -> OPAQUE | first * 0x10101;
			case RGB -> OPAQUE | first << 16 | (samples[at + 1] & 0xFF) << 8 | samples[at + 2] & 0xFF;
			case YCC -> ycc(first, samples[at + 1], samples[at + 2]);
			case CMYK -> ink(~(first << 16 | (samples[at + 1] & 0xFF) << 8 | samples[at + 2] & 0xFF), ~samples[at + 3]);
			case INVERTED_CMYK ->
				ink(first << 16 | (samples[at + 1] & 0xFF) << 8 | samples[at + 2] & 0xFF, samples[at + 3]);
			case INVERTED_YCCK -> ink(~ycc(first, samples[at + 1], samples[at + 2]), samples[at + 3]);
		};
	}

	private static int ycc(int y, byte blue, byte red) {
		int cb = (blue & 0xFF) - 128;
		int cr = (red & 0xFF) - 128;
		// In 65536ths.
		int base = (y << 16) + 0x8000;
		return OPAQUE | limit(base + 91881 * cr >> 16) << 16 | limit(base - 22554 * cb - 46802 * cr >> 16) << 8
				| limit(base + 116130 * cb >> 16);
	}

	private static int limit(int value) {
		return value < 0 ? 0 : value > 255 ? 255 : value;
	}

	/** What is left of white paper's light. */
	private static int ink(int light, int blackLight) {
		int k = blackLight & 0xFF;
		return OPAQUE | part(light >> 16, k) << 16 | part(light >> 8, k) << 8 | part(light, k);
	}

	private static int part(int value, int of) {
		return ((value & 0xFF) * of + 127) / 255;
	}
}
