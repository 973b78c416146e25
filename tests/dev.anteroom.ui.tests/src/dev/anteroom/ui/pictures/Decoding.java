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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.graphics.Rectangle;

import dev.anteroom.ui.pictures.Samples.Painting;

/** Decodes what tests made, on the thread of the test. */
final class Decoding {

	static final int LARGE = 100_000;

	private final Path file;
	private final PictureDecoder decoder = new PictureDecoder(new MemoryBudget(PictureDecoder.leastBudget()));

	Decoding(Path folder) {
		file = folder.resolve("sample");
	}

	Path write(byte[] bytes) throws IOException {
		return Files.write(file, bytes);
	}

	DecodedPicture decode(byte[] bytes) throws IOException {
		return decode(bytes, null, LARGE, LARGE);
	}

	DecodedPicture decode(byte[] bytes, Rectangle part, int width, int height) throws IOException {
		return decoder.decode(write(bytes), part, width, height, new StopSignal());
	}

	PictureInfo info(byte[] bytes) throws IOException {
		return decoder.info(write(bytes), new StopSignal());
	}

	PictureException fails(byte[] bytes) throws IOException {
		write(bytes);
		return assertThrows(PictureException.class, () -> decoder.decode(file, null, 480, 320, new StopSignal()));
	}

	/** Non-premultiplied ARGB. */
	static int argb(DecodedPicture picture, int x, int y) {
		var data = picture.data();
		int alpha = data.alphaData == null ? 255 : data.alphaData[y * data.width + x] & 0xFF;
		return alpha << 24 | data.getPixel(x, y);
	}

	/** Fails when a sample of a colour differs by more than {@code tolerance}. */
	static void assertColor(int expected, int actual, int tolerance, String where) {
		for (int shift = 0; shift < 32; shift += 8) {
			if (Math.abs((expected >> shift & 0xFF) - (actual >> shift & 0xFF)) > tolerance) {
				assertEquals(Integer.toHexString(expected), Integer.toHexString(actual), where);
			}
		}
	}

	/** Fails unless {@code picture} is {@code painting}, pixel by pixel. */
	static void assertLooksLike(Painting painting, DecodedPicture picture, int tolerance, String what) {
		for (int y = 0; y < picture.data().height; y++) {
			for (int x = 0; x < picture.data().width; x++) {
				assertColor(painting.at(x, y), argb(picture, x, y), tolerance, what + " at " + x + ", " + y);
			}
		}
	}
}
