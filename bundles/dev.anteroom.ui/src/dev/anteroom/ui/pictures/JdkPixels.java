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

import java.awt.image.BufferedImage;
import java.util.BitSet;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadUpdateListener;

/**
 * The pixels that a reader of the JDK has read until now, so that they are not lost when it fails. Ends the reading
 * when none is missing: what follows in the file is not looked at.
 */
final class JdkPixels implements IIOReadUpdateListener {

	private static final int OPAQUE = 0xFF000000;

	private final int columns;
	private final int rows;
	private final boolean interlaced;
	/** Row after row. */
	private final BitSet known;
	private int wholeRows;
	private BufferedImage image;

	/** @param interlaced whether rows and pixels come in several passes */
	JdkPixels(int columns, int rows, boolean interlaced) {
		this.columns = columns;
		this.rows = rows;
		this.interlaced = interlaced;
		known = new BitSet(columns * rows);
	}

	/** Without passes, rows are left out on purpose unless they are the last ones. */
	boolean isComplete() {
		return (interlaced ? known.nextClearBit(0) : known.length()) == columns * rows;
	}

	@Override
	public void imageUpdate(ImageReader reader, BufferedImage read, int x, int y, int width, int height, int periodX,
			int periodY, int[] bands) {
		image = read;
		int start = y * columns;
		if (periodX == 1 && width >= columns) {
			// Of a GIF with a step, x is wrong.
			known.set(start, start + columns);
			if (++wholeRows == rows) {
				reader.abort();
			}
			return;
		}
		for (int column = x; column < Math.min(columns, x + width); column += periodX) {
			known.set(start + column);
		}
	}

	/**
	 * Tells of all rows down to the last one that is known; with passes, of all rows: of pixels that are not known, that
	 * they are like those before or above.
	 *
	 * @param palette ARGB of each sample, for pixels of one; or {@code null}
	 */
	void tell(int[] palette, JdkReader.Rows target) {
		if (image == null) {
			return;
		}
		int[] bits = image.getSampleModel().getSampleSize();
		var samples = new int[bits.length * columns];
		var argb = new int[columns];
		int told = interlaced ? rows : Math.ceilDiv(known.length(), columns);
		for (int y = 0; y < told; y++) {
			image.getRaster().getPixels(0, y, columns, 1, samples);
			boolean any = !interlaced || isKnown(y);
			for (int x = 0; x < columns && any; x++) {
				if (!interlaced || known.get(y * columns + x)) {
					argb[x] = argb(samples, x * bits.length, bits, palette);
				} else if (x > 0) {
					argb[x] = argb[x - 1];
				}
			}
			target.row(y, argb);
		}
	}

	/** Whether any pixel of a row is. */
	private boolean isKnown(int y) {
		int next = known.nextSetBit(y * columns);
		return next >= 0 && next < (y + 1) * columns;
	}

	private static int argb(int[] samples, int at, int[] bits, int[] palette) {
		if (palette != null) {
			return palette[samples[at]];
		}
		int first = to8(samples[at], bits[0]);
		if (bits.length < 3) {
			return (bits.length == 1 ? OPAQUE : to8(samples[at + 1], bits[1]) << 24) | first * 0x10101;
		}
		return (bits.length == 3 ? OPAQUE : to8(samples[at + 3], bits[3]) << 24) | first << 16
				| to8(samples[at + 1], bits[1]) << 8 | to8(samples[at + 2], bits[2]);
	}

	private static int to8(int sample, int bits) {
		if (bits >= 8) {
			return sample >>> bits - 8;
		}
		return bits == 0 ? 0 : sample * 255 / ((1 << bits) - 1);
	}

	@Override
	public void passStarted(ImageReader reader, BufferedImage read, int pass, int firstPass, int lastPass, int x, int y,
			int periodX, int periodY, int[] bands) {
		// Updates tell.
	}

	@Override
	public void passComplete(ImageReader reader, BufferedImage read) {
		// Updates tell.
	}

	@Override
	public void thumbnailPassStarted(ImageReader reader, BufferedImage thumbnail, int pass, int firstPass, int lastPass,
			int x, int y, int periodX, int periodY, int[] bands) {
		// None is read.
	}

	@Override
	public void thumbnailUpdate(ImageReader reader, BufferedImage thumbnail, int x, int y, int width, int height,
			int periodX, int periodY, int[] bands) {
		// None is read.
	}

	@Override
	public void thumbnailPassComplete(ImageReader reader, BufferedImage thumbnail) {
		// None is read.
	}
}
