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
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Rectangle;

import dev.anteroom.chat.PictureFormat;

/**
 * Decodes pictures from strangers in bounded memory: the header first, then only as many pixels as are wanted. SWT's
 * own loader never sees them, since it decodes whatever a header announces.
 */
final class PictureDecoder {

	/** The most pixels a picture may have. */
	static final long MOST_PIXELS = 100_000_000;
	/** The most pixels that are decoded, whatever was asked for. */
	private static final int MOST_DECODED = 24_000_000;

	static {
		ImageIO.setUseCache(false);
	}

	private PictureDecoder() {
	}

	/**
	 * The first frame of the picture in {@code file}, no larger than asked for; smaller pictures keep their size.
	 *
	 * @throws PictureException when it has more than {@link #MOST_PIXELS}
	 * @throws IOException              when it can't be read or is no picture
	 */
	static DecodedPicture decode(Path file, int mostWidth, int mostHeight) throws IOException {
		try (var input = new FileImageInputStream(file.toFile())) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
			if (!readers.hasNext()) {
				throw new IOException("No reader for " + file);
			}
			ImageReader reader = readers.next();
			try {
				reader.setInput(input, true, true);
				return decode(reader, mostWidth, mostHeight);
			} catch (RuntimeException e) {
				// The readers of the JDK answer some broken files with unchecked exceptions.
				throw new IOException(e);
			} finally {
				reader.dispose();
			}
		}
	}

	private static DecodedPicture decode(ImageReader reader, int mostWidth, int mostHeight) throws IOException {
		int width = reader.getWidth(0);
		int height = reader.getHeight(0);
		if (width <= 0 || height <= 0 || (long) width * height > MOST_PIXELS) {
			throw PictureException.tooLarge(PictureFormat.UNKNOWN, width, height);
		}
		double scale = Math.min(1, Math.min((double) mostWidth / width, (double) mostHeight / height));
		int targetWidth = Math.max(1, (int) Math.round(width * scale));
		int targetHeight = Math.max(1, (int) Math.round(height * scale));
		// Twice the wanted size leaves enough pixels to average.
		int step = Math.max(1, Math.min(width / (2 * targetWidth), height / (2 * targetHeight)));
		while ((long) (width / step) * (height / step) > MOST_DECODED) {
			step++;
		}
		ImageReadParam param = reader.getDefaultReadParam();
		param.setSourceSubsampling(step, step, 0, 0);
		BufferedImage image = reader.read(0, param);
		return new DecodedPicture(shrink(image, Math.min(targetWidth, image.getWidth()),
				Math.min(targetHeight, image.getHeight())), width, height, false);
	}

	static PictureInfo info(java.nio.file.Path file) throws IOException {
		throw new IOException();
	}

	static DecodedPicture region(Path file, Rectangle source, int width, int height) throws IOException {
		throw new IOException();
	}

	/** {@code image} in the given size or smaller, each pixel the average of those it stands for. */
	private static ImageData shrink(BufferedImage image, int width, int height) {
		var result = new ImageData(width, height, 32, new PaletteData(0xFF0000, 0xFF00, 0xFF));
		boolean translucent = image.getColorModel().hasAlpha();
		if (translucent) {
			result.alphaData = new byte[width * height];
		}
		var target = new int[width];
		for (int y = 0; y < height; y++) {
			int top = (int) ((long) y * image.getHeight() / height);
			int bottom = Math.max(top + 1, (int) ((long) (y + 1) * image.getHeight() / height));
			int[] rows = image.getRGB(0, top, image.getWidth(), bottom - top, null, 0, image.getWidth());
			for (int x = 0; x < width; x++) {
				int left = (int) ((long) x * image.getWidth() / width);
				int right = Math.max(left + 1, (int) ((long) (x + 1) * image.getWidth() / width));
				int argb = average(rows, image.getWidth(), left, right, bottom - top);
				target[x] = argb & 0xFFFFFF;
				if (translucent) {
					result.alphaData[y * width + x] = (byte) (argb >>> 24);
				}
			}
			result.setPixels(0, y, width, target, 0);
		}
		return result;
	}

	private static int average(int[] rows, int stride, int left, int right, int height) {
		if (height == 1 && right - left == 1) {
			return rows[left];
		}
		long alpha = 0;
		long red = 0;
		long green = 0;
		long blue = 0;
		for (int y = 0; y < height; y++) {
			for (int x = left; x < right; x++) {
				int argb = rows[y * stride + x];
				int a = argb >>> 24;
				alpha += a;
				red += a * (argb >> 16 & 0xFF);
				green += a * (argb >> 8 & 0xFF);
				blue += a * (argb & 0xFF);
			}
		}
		if (alpha == 0) {
			return 0;
		}
		int count = height * (right - left);
		return (int) (alpha / count) << 24 | (int) (red / alpha) << 16 | (int) (green / alpha) << 8
				| (int) (blue / alpha);
	}
}
