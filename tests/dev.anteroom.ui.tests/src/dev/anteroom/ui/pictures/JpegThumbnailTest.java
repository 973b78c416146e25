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

import static dev.anteroom.ui.pictures.Decoding.assertColor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;

import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.ui.pictures.Samples.Bytes;
import dev.anteroom.ui.pictures.Samples.Painting;

/** Large JPEGs look the same small, though hardly anything of them is decoded. */
class JpegThumbnailTest {

	private static final int WIDTH = 1003;
	private static final int HEIGHT = 709;

	@TempDir
	private Path folder;
	private Decoding decoding;

	@BeforeEach
	void prepare() {
		decoding = new Decoding(folder);
	}

	private static int smooth(int x, int y) {
		return 0xFF000000 | (int) (128 + 100 * Math.sin(x * 0.02)) << 16 | (int) (128 + 100 * Math.sin(y * 0.03)) << 8
				| (x + y) * 255 / (WIDTH + HEIGHT);
	}

	@Test
	void itLooksLikeTheWholePicture() throws IOException {
		for (boolean progressive : new boolean[] { false, true }) {
			byte[] jpeg = JpegSamples.write(WIDTH, HEIGHT, progressive, JpegThumbnailTest::smooth);
			DecodedPicture small = decoding.decode(jpeg, null, 100, 100);
			assertEquals(100, small.data().width);
			assertEquals(71, small.data().height);
			assertFalse(small.truncated());
			for (int y = 0; y < 71; y++) {
				for (int x = 0; x < 100; x++) {
					int expected = smooth((int) ((x + 0.5) * WIDTH / 100), (int) ((y + 0.5) * HEIGHT / 71));
					assertColor(expected, Decoding.argb(small, x, y), 20,
							"progressive " + progressive + " at " + x + ", " + y);
				}
			}
			DecodedPicture part = decoding.decode(jpeg, new Rectangle(500, 300, 400, 400), 40, 40);
			assertColor(smooth(705, 505), Decoding.argb(part, 20, 20), 20, "part");
		}
	}

	@Test
	void grayAndInks() throws IOException {
		DecodedPicture gray = decoding.decode(JpegSamples.gray(400, 300, (x, y) -> x / 2), null, 40, 40);
		assertColor(0xFF646464, Decoding.argb(gray, 20, 10), 4, "gray");
		byte[] inks = JpegSamples.adobe(JpegSamples.fourComponents(400, 300, (x, y) -> 0x00FFFFFF), 0);
		assertColor(0xFF00FFFF, Decoding.argb(decoding.decode(inks, null, 40, 40), 20, 10), 6, "inks");
	}

	@Test
	void whatIsMissingIsTransparent() throws IOException {
		byte[] jpeg = JpegSamples.write(WIDTH, HEIGHT, false, JpegThumbnailTest::smooth);
		DecodedPicture part = decoding.decode(Arrays.copyOf(jpeg, jpeg.length / 2), null, 100, 100);
		assertTrue(part.truncated());
		assertColor(smooth(505, 205), Decoding.argb(part, 50, 20), 14, "above");
		assertEquals(0, Decoding.argb(part, 50, 70) >>> 24, "below");
	}

	@Test
	void scansOfEveryShape() throws IOException {
		Painting blocks = (x, y) -> (x * 5 + y * 11) % 200 - 100;
		for (int restart : new int[] { 0, 1, 7 }) {
			for (boolean together : new boolean[] { false, true }) {
				byte[] jpeg = averagesOnly(21, 13, together, restart, blocks);
				DecodedPicture small = decoding.decode(jpeg, null, 21, 13);
				assertFalse(small.truncated());
				Decoding.assertLooksLike((x, y) -> 0xFF000000 | (128 + blocks.at(x, y)) * 0x10101, small, 1,
						"restart " + restart + " together " + together);
				// The reader of the JDK agrees.
				DecodedPicture whole = decoding.decode(jpeg);
				Decoding.assertLooksLike((x, y) -> Decoding.argb(small, x / 8, y / 8), whole, 1, "whole");
			}
		}
	}

	/**
	 * A JPEG of three components, each block of one colour: a gray of 128 and {@code blocks}.
	 *
	 * @param together whether one scan has all components
	 */
	private static byte[] averagesOnly(int columns, int rows, boolean together, int restart, Painting blocks) {
		var jpeg = new Bytes(ByteOrder.BIG_ENDIAN).add1(0xFF, 0xD8, 0xFF, 0xDB).add2(67).add1(0);
		for (int i = 0; i < 64; i++) {
			jpeg.add1(8);
		}
		jpeg.add1(0xFF, 0xC0).add2(17).add1(8).add2(8 * rows, 8 * columns).add1(3);
		for (int id = 1; id <= 3; id++) {
			jpeg.add1(id, 0x11, 0);
		}
		// The lengths of differences have four bits each, the end of a block has one.
		jpeg.add1(0xFF, 0xC4).add2(31).add1(0, 0, 0, 0, 12).add(new byte[12]);
		for (int i = 0; i < 12; i++) {
			jpeg.add1(i);
		}
		jpeg.add1(0xFF, 0xC4).add2(20).add1(0x10, 1).add(new byte[15]).add1(0);
		jpeg.add1(0xFF, 0xDD).add2(4, restart);
		if (together) {
			jpeg.add1(0xFF, 0xDA).add2(12).add1(3, 1, 0, 2, 0, 3, 0, 0, 63, 0);
			jpeg.add(scan(columns, rows, 3, restart, blocks));
		} else {
			for (int id = 1; id <= 3; id++) {
				jpeg.add1(0xFF, 0xDA).add2(8).add1(1, id, 0, 0, 63, 0);
				jpeg.add(scan(columns, rows, 1, restart, id == 1 ? blocks : (x, y) -> 0));
			}
		}
		return jpeg.add1(0xFF, 0xD9).toArray();
	}

	private static byte[] scan(int columns, int rows, int components, int restart, Painting blocks) {
		var result = new Bytes(ByteOrder.BIG_ENDIAN);
		var bits = new StringBuilder();
		int prediction = 0;
		for (int i = 0; i < columns * rows; i++) {
			if (restart > 0 && i > 0 && i % restart == 0) {
				flush(bits, result);
				result.add1(0xFF, 0xD0 + (i / restart - 1) % 8);
				prediction = 0;
			}
			int value = blocks.at(i % columns, i / columns);
			addDifference(bits, value - prediction);
			prediction = value;
			for (int other = 1; other < components; other++) {
				addDifference(bits, 0);
			}
		}
		flush(bits, result);
		return result.toArray();
	}

	private static void addDifference(StringBuilder bits, int difference) {
		int length = 32 - Integer.numberOfLeadingZeros(Math.abs(difference));
		bits.append(binary(length, 4));
		if (length > 0) {
			bits.append(binary(difference > 0 ? difference : difference + (1 << length) - 1, length));
		}
		bits.append('0');
	}

	private static String binary(int value, int length) {
		return Integer.toBinaryString(1 << length | value).substring(1);
	}

	private static void flush(StringBuilder bits, Bytes result) {
		while (bits.length() % 8 != 0) {
			bits.append('1');
		}
		for (int i = 0; i < bits.length(); i += 8) {
			int value = Integer.parseInt(bits.substring(i, i + 8), 2);
			result.add1(value);
			if (value == 0xFF) {
				result.add1(0);
			}
		}
		bits.setLength(0);
	}
}
