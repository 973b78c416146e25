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

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;

/**
 * Takes the rows of a picture and makes a smaller one of them, the right way up: each pixel is the average of the area
 * it stands for. Holds the result and one row, never the original.
 */
final class Scaler {

	private static final PaletteData RGB = new PaletteData(0xFF0000, 0xFF00, 0xFF);

	private final Orientation orientation;
	private int width;
	private int height;
	private int sourceWidth;
	private int sourceHeight;
	private boolean translucent;
	private ImageData result;
	/** For each column of the source: the column of the target it begins in. */
	private int[] column;
	/** What part of that it covers. */
	private float[] share;
	/** What the row of the target that is being made has got: alpha, then colours weighted with it. */
	private float[] sums;
	private float[] scaled;
	private double weight;
	private int sourceRow;
	private int targetRow;
	private boolean sawTransparency;

	/**
	 * @param width  of the result before it is turned the right way up; fewer if there are fewer pixels
	 * @param height likewise
	 */
	Scaler(int width, int height, Orientation orientation) {
		this.width = width;
		this.height = height;
		this.orientation = orientation;
	}

	/** Called once, before the rows. */
	void begin(int fromWidth, int fromHeight, boolean hasAlpha) {
		sourceWidth = fromWidth;
		sourceHeight = fromHeight;
		width = Math.min(width, fromWidth);
		height = Math.min(height, fromHeight);
		translucent = hasAlpha;
		var size = orientation.size(width, height);
		result = new ImageData(size.x, size.y, 24, RGB);
		if (hasAlpha) {
			result.alphaData = new byte[size.x * size.y];
		}
		if (width == fromWidth && height == fromHeight) {
			return;
		}
		column = new int[fromWidth];
		share = new float[fromWidth];
		double ratio = (double) width / fromWidth;
		for (int x = 0; x < fromWidth; x++) {
			column[x] = Math.min(width - 1, (int) (x * ratio));
			share[x] = (float) Math.min(ratio, column[x] + 1 - x * ratio);
		}
		// One more column takes what rounding pushes over the edge.
		sums = new float[4 * (width + 1)];
		scaled = new float[4 * (width + 1)];
	}

	/**
	 * The next row.
	 *
	 * @param argb as many pixels as were announced, not premultiplied; alpha counts only if it was announced
	 */
	void row(int[] argb) {
		if (sourceRow == sourceHeight) {
			return;
		}
		if (sums == null) {
			for (int x = 0; x < width; x++) {
				store(x, argb[x]);
			}
			targetRow++;
			sourceRow++;
			return;
		}
		if (translucent) {
			scaleTranslucent(argb);
		} else {
			scaleOpaque(argb);
		}
		double ratio = (double) height / sourceHeight;
		double rest = Math.min(ratio, targetRow + 1 - sourceRow * ratio);
		add(rest);
		sourceRow++;
		if (sourceRow * ratio >= targetRow + 1 - 1e-6) {
			emit();
			if (ratio - rest > 1e-6 && targetRow < height) {
				add(ratio - rest);
			}
		}
	}

	private void scaleOpaque(int[] argb) {
		Arrays.fill(scaled, 0);
		float all = (float) width / sourceWidth;
		for (int x = 0; x < sourceWidth; x++) {
			int pixel = argb[x];
			int red = pixel >> 16 & 0xFF;
			int green = pixel >> 8 & 0xFF;
			int blue = pixel & 0xFF;
			int at = 4 * column[x];
			float part = share[x];
			scaled[at + 1] += part * red;
			scaled[at + 2] += part * green;
			scaled[at + 3] += part * blue;
			part = all - part;
			if (part > 0) {
				scaled[at + 5] += part * red;
				scaled[at + 6] += part * green;
				scaled[at + 7] += part * blue;
			}
		}
	}

	private void scaleTranslucent(int[] argb) {
		Arrays.fill(scaled, 0);
		float all = (float) width / sourceWidth;
		for (int x = 0; x < sourceWidth; x++) {
			int pixel = argb[x];
			int at = 4 * column[x];
			addPixel(at, pixel, share[x]);
			if (all > share[x]) {
				addPixel(at + 4, pixel, all - share[x]);
			}
		}
	}

	private void addPixel(int at, int pixel, float part) {
		float alpha = part * (pixel >>> 24);
		scaled[at] += alpha;
		scaled[at + 1] += alpha * (pixel >> 16 & 0xFF);
		scaled[at + 2] += alpha * (pixel >> 8 & 0xFF);
		scaled[at + 3] += alpha * (pixel & 0xFF);
	}

	private void add(double part) {
		weight += part;
		float factor = (float) part;
		for (int i = 0; i < sums.length; i++) {
			sums[i] += factor * scaled[i];
		}
	}

	private void emit() {
		for (int x = 0; x < width; x++) {
			int at = 4 * x;
			double alpha = translucent ? sums[at] / weight : 255;
			double whole = translucent ? sums[at] : weight;
			store(x, whole <= 0 ? 0 : round(alpha) << 24 | round(sums[at + 1] / whole) << 16
					| round(sums[at + 2] / whole) << 8 | round(sums[at + 3] / whole));
		}
		Arrays.fill(sums, 0);
		weight = 0;
		targetRow++;
	}

	private static int round(double value) {
		return Math.min(255, (int) (value + 0.5));
	}

	private void store(int x, int argb) {
		int toX = orientation.mirrored() ? width - 1 - x : x;
		int toY = orientation.flipped() ? height - 1 - targetRow : targetRow;
		if (orientation.swapped()) {
			int swap = toX;
			toX = toY;
			toY = swap;
		}
		int at = toY * result.bytesPerLine + 3 * toX;
		result.data[at] = (byte) (argb >> 16);
		result.data[at + 1] = (byte) (argb >> 8);
		result.data[at + 2] = (byte) argb;
		if (result.alphaData != null) {
			int alpha = translucent ? argb >>> 24 : 255;
			sawTransparency |= alpha != 255;
			result.alphaData[toY * result.width + toX] = (byte) alpha;
		}
	}

	/** Whether there is anything to be shown. */
	boolean hasRows() {
		return sourceRow > 0;
	}

	/** Whether all rows came. */
	boolean isComplete() {
		return result != null && sourceRow == sourceHeight;
	}

	/** What came until now; what is missing is transparent. */
	ImageData finish() {
		if (weight > 0 && targetRow < height) {
			emit();
		}
		if (targetRow < height) {
			hideMissing();
		} else if (translucent && !sawTransparency) {
			result.alphaData = null;
		}
		return result;
	}

	private void hideMissing() {
		if (!translucent) {
			result.alphaData = new byte[result.width * result.height];
			Arrays.fill(result.alphaData, (byte) 255);
		}
		translucent = true;
		for (; targetRow < height; targetRow++) {
			for (int x = 0; x < width; x++) {
				store(x, 0);
			}
		}
	}
}
