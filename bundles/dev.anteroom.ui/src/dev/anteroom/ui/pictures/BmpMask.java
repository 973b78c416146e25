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

/**
 * Which bits of a pixel are one of its four samples.
 *
 * @param mask  0 if there is no such sample
 * @param shift to its lowest bit
 * @param most  its largest value
 */
record BmpMask(int mask, int shift, long most) {

	static BmpMask[] of(int red, int green, int blue, int alpha) {
		return new BmpMask[] { of(red), of(green), of(blue), of(alpha) };
	}

	private static BmpMask of(int mask) {
		int shift = mask == 0 ? 0 : Integer.numberOfTrailingZeros(mask);
		return new BmpMask(mask, shift, (mask & 0xFFFF_FFFFL) >>> shift);
	}

	boolean isThere() {
		return mask != 0;
	}

	private int of255(int pixel) {
		return mask == 0 ? 0 : (int) (((pixel & mask & 0xFFFF_FFFFL) >>> shift) * 255 / most);
	}

	/** @param masks red, green, blue and alpha */
	static int argb(BmpMask[] masks, int pixel) {
		return (masks[3].isThere() ? masks[3].of255(pixel) : 255) << 24 | masks[0].of255(pixel) << 16
				| masks[1].of255(pixel) << 8 | masks[2].of255(pixel);
	}
}
