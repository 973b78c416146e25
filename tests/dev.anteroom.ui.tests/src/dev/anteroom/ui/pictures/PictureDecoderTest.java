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
import static dev.anteroom.ui.pictures.Decoding.assertLooksLike;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.chat.PictureFormat;
import dev.anteroom.ui.pictures.Samples.Bytes;
import dev.anteroom.ui.pictures.Samples.Painting;

/** Pictures that are as they should be come out as they were painted. */
class PictureDecoderTest {

	private static final int WIDTH = 37;
	private static final int HEIGHT = 23;
	private static final int LARGE_ENOUGH = 100;

	@TempDir
	private Path folder;
	private Decoding decoding;

	@BeforeEach
	void prepare() {
		decoding = new Decoding(folder);
	}

	@Test
	void pngOfEveryKind() throws IOException {
		for (boolean interlaced : new boolean[] { false, true }) {
			for (int depth : new int[] { 8, 16 }) {
				check(depth, PngSamples.RGB, interlaced, Samples.quarters(WIDTH, HEIGHT), argb -> argb);
				check(depth, PngSamples.RGBA, interlaced, (x, y) -> (255 - x * 5) << 24 | 0x102030 * (y % 8 + 1),
						argb -> argb);
				check(depth, PngSamples.GRAY, interlaced, (x, y) -> x * 5 + y, PictureDecoderTest::gray);
				check(depth, PngSamples.GRAY_ALPHA, interlaced, (x, y) -> 40 + y * 9 << 24 | x * 5,
						argb -> argb & 0xFF000000 | gray(argb) & 0xFFFFFF);
			}
			for (int depth : new int[] { 1, 2, 4, 8 }) {
				int most = (1 << depth) - 1;
				check(depth, PngSamples.GRAY, interlaced, (x, y) -> x + y, value -> gray((value & most) * 255 / most));
				check(depth, PngSamples.INDEXED, interlaced, (x, y) -> x + y, value -> PngSamples.color(value & most));
			}
		}
	}

	private interface Seen {
		int as(int painted);
	}

	private static int gray(int value) {
		return 0xFF000000 | (value & 0xFF) * 0x10101;
	}

	private void check(int depth, int type, boolean interlaced, Painting painting, Seen seen) throws IOException {
		String what = "depth " + depth + " type " + type + " interlaced " + interlaced;
		DecodedPicture picture = decoding
				.decode(PngSamples.write(WIDTH, HEIGHT, depth, type, interlaced, painting));
		assertEquals(WIDTH, picture.width(), what);
		assertEquals(HEIGHT, picture.height(), what);
		assertFalse(picture.truncated(), what);
		assertLooksLike((x, y) -> seen.as(painting.at(x, y)), picture, 0, what);
	}

	@Test
	void aTransparentColorOfPng() throws IOException {
		byte[] key = PngSamples.chunk("tRNS", new byte[] { 0, 0x12, 0, 0x34, 0, 0x56 });
		DecodedPicture picture = decoding.decode(PngSamples.write(4, 2, 8, PngSamples.RGB, false,
				(x, y) -> x == 1 ? 0xFF123456 : 0xFF654321, key));
		assertEquals(0xFF654321, Decoding.argb(picture, 0, 0));
		assertEquals(0, Decoding.argb(picture, 1, 0) >>> 24);
		byte[] black = PngSamples.chunk("tRNS", new byte[] { 0, 5 });
		picture = decoding.decode(PngSamples.write(9, 2, 4, PngSamples.GRAY, false, (x, y) -> x, black));
		assertEquals(0, Decoding.argb(picture, 5, 0) >>> 24);
		assertEquals(0xFF666666, Decoding.argb(picture, 6, 0));
		byte[] wide = PngSamples.chunk("tRNS", new byte[] { 7, (byte) 248 });
		picture = decoding.decode(PngSamples.write(9, 2, 16, PngSamples.GRAY, false, (x, y) -> x, wide));
		assertEquals(0, Decoding.argb(picture, 7, 0) >>> 24);
		assertEquals(0xFF060606, Decoding.argb(picture, 6, 0));
		byte[] alphas = PngSamples.chunk("tRNS", new byte[] { 0, (byte) 128 });
		picture = decoding.decode(PngSamples.write(4, 2, 8, PngSamples.INDEXED, false, (x, y) -> x, alphas));
		assertEquals(0, Decoding.argb(picture, 0, 0) >>> 24);
		assertEquals(128, Decoding.argb(picture, 1, 0) >>> 24);
		assertEquals(255, Decoding.argb(picture, 2, 0) >>> 24);
	}

	@Test
	void opaquePicturesCarryNoAlpha() throws IOException {
		byte[] opaque = PngSamples.write(9, 9, 8, PngSamples.RGBA, false, (x, y) -> 0xFF112233);
		assertNull(decoding.decode(opaque).data().alphaData);
	}

	@Test
	void bmpOfEveryKind() throws IOException {
		Painting painting = Samples.quarters(WIDTH, HEIGHT);
		for (boolean topDown : new boolean[] { false, true }) {
			for (int bits : new int[] { 24, 32 }) {
				assertLooksLike(painting, decoding.decode(BmpSamples.write(WIDTH, HEIGHT, bits, topDown, painting)), 0,
						"bits " + bits + " top down " + topDown);
			}
			assertLooksLike(painting, decoding.decode(BmpSamples.write(WIDTH, HEIGHT, 16, topDown, painting)), 8,
					"bits 16 top down " + topDown);
			for (int bits : new int[] { 1, 4, 8 }) {
				assertLooksLike((x, y) -> PngSamples.color(x + y & (1 << bits) - 1),
						decoding.decode(BmpSamples.write(WIDTH, HEIGHT, bits, topDown, (x, y) -> x + y)), 0,
						"bits " + bits + " top down " + topDown);
			}
		}
	}

	@Test
	void bmpWithMasks() throws IOException {
		byte[] masks = new Bytes(ByteOrder.LITTLE_ENDIAN).add4(0xF800, 0x7E0, 0x1F).toArray();
		byte[] pixels = new Bytes(ByteOrder.LITTLE_ENDIAN).add2(0xF800, 0x7E0, 0x1F, 0xFFFF).toArray();
		DecodedPicture picture = decoding.decode(BmpSamples.write(4, 1, 16, 3, masks, pixels));
		int[] expected = { 0xFFFF0000, 0xFF00FF00, 0xFF0000FF, 0xFFFFFFFF };
		assertLooksLike((x, y) -> expected[x], picture, 0, "565");
		masks = new Bytes(ByteOrder.LITTLE_ENDIAN).add4(0xFF, 0xFF00, 0xFF0000, 0xFF000000).toArray();
		pixels = new Bytes(ByteOrder.LITTLE_ENDIAN).add4(0x80332211, 0xFF0000FF).toArray();
		picture = decoding.decode(BmpSamples.write(2, 1, 32, 6, masks, pixels));
		assertEquals(0x80112233, Decoding.argb(picture, 0, 0));
		assertEquals(0xFFFF0000, Decoding.argb(picture, 1, 0));
	}

	@Test
	void bmpInRuns() throws IOException {
		// Bottom row: 3 of colour 5, then 1, 2, 3; two rows left out; 6 of colour 7; the top row has only two pixels.
		// What is left out has colour 0.
		byte[] runs = { 3, 5, 0, 3, 1, 2, 3, 0, 0, 0, 0, 2, 0, 2, 6, 7, 0, 0, 2, 9, 0, 1 };
		DecodedPicture picture = decoding.decode(BmpSamples.write(6, 5, 8, 1, new byte[0], runs));
		assertFalse(picture.truncated());
		int[][] expected = { { 9, 9, 0, 0, 0, 0 }, { 7, 7, 7, 7, 7, 7 }, new int[6], new int[6],
				{ 5, 5, 5, 1, 2, 3 } };
		assertLooksLike((x, y) -> PngSamples.color(expected[y][x]), picture, 0, "RLE8");
		byte[] small = { 5, 0x12, 0, 0, 0, 5, 0x34, 0x56, 0x70, 0, 0, 1 };
		picture = decoding.decode(BmpSamples.write(5, 2, 4, 2, new byte[0], small));
		int[][] four = { { 3, 4, 5, 6, 7 }, { 1, 2, 1, 2, 1 } };
		assertLooksLike((x, y) -> PngSamples.color(four[y][x]), picture, 0, "RLE4");
	}

	@Test
	void bmpInRunsThatEndEarly() throws IOException {
		byte[] runs = { 6, 5, 0, 0, 6, 7, 0, 0, 6 };
		DecodedPicture picture = decoding.decode(BmpSamples.write(6, 4, 8, 1, new byte[0], runs));
		int[] expected = { -1, -1, 7, 5 };
		assertLooksLike((x, y) -> expected[y] < 0 ? 0 : PngSamples.color(expected[y]), picture, 0, "RLE8");
		assertTrue(picture.truncated());
	}

	@Test
	void bmpOfAnotherSystem() throws IOException {
		// OS/2's first header, with three bytes for each colour, and its second one.
		byte[] first = new Bytes(ByteOrder.LITTLE_ENDIAN).add("BM").add4(0, 0, 32).add4(12).add2(2, 2, 1, 1)
				.add1(1, 2, 3, 4, 5, 6).add1(0x40, 0, 0, 0, 0x80, 0, 0, 0).toArray();
		assertLooksLike((x, y) -> x == y ? 0xFF060504 : 0xFF030201, decoding.decode(first), 0, "OS/2 1");
		byte[] second = new Bytes(ByteOrder.LITTLE_ENDIAN).add("BM").add4(0, 0, 78).add4(64, 1, 1).add2(1, 24)
				.add(new byte[48]).add1(1, 2, 3, 0).toArray();
		assertLooksLike((x, y) -> 0xFF030201, decoding.decode(second), 0, "OS/2 2");
	}

	@Test
	void whatWouldTakeTooMuchMemoryIsReadCoarser() throws IOException {
		// 99 megapixels, of which there are three rows.
		DecodedPicture picture = decoding.decode(BmpSamples.write(9000, -11_000, 24, 0, new byte[0], new byte[81_000]));
		assertTrue(picture.truncated());
		assertEquals(9000, picture.width());
		assertTrue(picture.data().width > 3000);
		assertEquals(0xFF000000, Decoding.argb(picture, 3000, 0));
	}

	@Test
	void gif() throws IOException {
		for (boolean interlaced : new boolean[] { false, true }) {
			byte[] gif = new GifSamples(WIDTH, HEIGHT).frame(0, 0, WIDTH, HEIGHT, interlaced, (x, y) -> (x + y) % 4)
					.end();
			assertLooksLike((x, y) -> GifSamples.COLORS[(x + y) % 4], decoding.decode(gif), 0,
					"interlaced " + interlaced);
			assertFalse(decoding.info(gif).animated());
		}
	}

	@Test
	void gifOfAnotherWriter() throws IOException {
		var image = new BufferedImage(300, 200, BufferedImage.TYPE_BYTE_INDEXED);
		for (int i = 0; i < 300 * 200; i++) {
			image.getRaster().setSample(i % 300, i / 300, 0, (i * 31 ^ i >> 5) & 0xFF);
		}
		var bytes = new ByteArrayOutputStream();
		assertTrue(ImageIO.write(image, "gif", bytes));
		assertLooksLike(image::getRGB, decoding.decode(bytes.toByteArray()), 0, "GIF with long codes");
	}

	@Test
	void aGifFrameKeepsItsPlaceOnTheScreen() throws IOException {
		for (boolean interlaced : new boolean[] { false, true }) {
			byte[] gif = new GifSamples(20, 30).control(0, 0, GifSamples.BLACK)
					.frame(5, 7, 40, 9, interlaced, (x, y) -> y % 2).end();
			assertLooksLike((x, y) -> x >= 5 && y >= 7 && y < 16 && (y - 7) % 2 == 1 ? 0xFFFF0000 : 0,
					decoding.decode(gif), 0, "interlaced " + interlaced);
		}
	}

	@Test
	void jpegOfEveryKind() throws IOException {
		Painting smooth = (x, y) -> 0xFF000000 | 60 + 2 * x << 16 | 60 + y << 8 | 200 - 2 * x;
		for (boolean progressive : new boolean[] { false, true }) {
			assertLooksLike(smooth, decoding.decode(JpegSamples.write(67, 45, progressive, smooth)), 12,
					"progressive " + progressive);
		}
		Painting gray = (x, y) -> 20 + 3 * x;
		assertLooksLike((x, y) -> gray(gray.at(x, y)), decoding.decode(JpegSamples.gray(67, 45, gray)), 4, "gray");
	}

	@Test
	void jpegForPrint() throws IOException {
		// Cyan, magenta, yellow, black; without a word of Adobe's, 255 is full ink.
		Painting stored = (x, y) -> x < 16 ? 0xFF000000 : 0x00FF0080;
		byte[] inks = JpegSamples.without(JpegSamples.fourComponents(32, 16, stored), 0xEE);
		assertLooksLike((x, y) -> x < 16 ? 0xFF00FFFF : 0xFF7F007F, decoding.decode(inks), 6, "CMYK");
		byte[] inverted = JpegSamples.adobe(JpegSamples.fourComponents(32, 16, (x, y) -> 0x00FFFFFF), 0);
		assertLooksLike((x, y) -> 0xFF00FFFF, decoding.decode(inverted), 6, "Adobe's CMYK");
		// Red as YCC, inverted once more for the inks.
		byte[] ycck = JpegSamples.adobe(JpegSamples.fourComponents(32, 16, (x, y) -> 0xB3AB00FF), 2);
		assertLooksLike((x, y) -> 0xFFFF0000, decoding.decode(ycck), 6, "YCCK");
	}

	@Test
	void jpegIsTurnedAsTheCameraSays() throws IOException {
		Painting quarters = Samples.plainQuarters(48, 32);
		byte[] jpeg = JpegSamples.write(48, 32, false, quarters);
		// For each orientation: the colours left above, right above, left below, right below.
		String[] expected = { "", "RBGW", "BRWG", "WGBR", "GWRB", "RGBW", "GRWB", "WBGR", "BWRG" };
		for (int orientation = 1; orientation <= 8; orientation++) {
			for (ByteOrder order : new ByteOrder[] { ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN }) {
				byte[] turned = JpegSamples.turned(jpeg, orientation, order);
				DecodedPicture picture = decoding.decode(turned);
				boolean swapped = orientation > 4;
				assertEquals(swapped ? 32 : 48, picture.width());
				assertEquals(swapped ? 48 : 32, picture.height());
				assertEquals(new PictureInfo(PictureFormat.JPEG, picture.width(), picture.height(), false),
						decoding.info(turned));
				assertCorners(expected[orientation], picture, "orientation " + orientation);
				// The part to the right below is turned likewise.
				var part = new Rectangle(picture.width() / 2, picture.height() / 2, LARGE_ENOUGH, LARGE_ENOUGH);
				DecodedPicture corner = decoding.decode(turned, part, LARGE_ENOUGH, LARGE_ENOUGH);
				assertEquals(picture.width() / 2, corner.data().width);
				assertEquals(picture.width(), corner.width());
				String plain = expected[orientation].substring(3).repeat(4);
				assertCorners(plain, corner, "part of orientation " + orientation);
			}
		}
		assertCorners(expected[1], decoding.decode(JpegSamples.turned(jpeg, 9, ByteOrder.BIG_ENDIAN)), "nonsense");
	}

	private static void assertCorners(String expected, DecodedPicture picture, String what) {
		int right = picture.data().width - 3;
		int bottom = picture.data().height - 3;
		int[] seen = { Decoding.argb(picture, 2, 2), Decoding.argb(picture, right, 2),
				Decoding.argb(picture, 2, bottom), Decoding.argb(picture, right, bottom) };
		for (int i = 0; i < 4; i++) {
			int color = switch (expected.charAt(i)) {
				case 'R' -> 0xFFFF0000;
				case 'G' -> 0xFF00FF00;
				case 'B' -> 0xFF0000FF;
				default -> 0xFFFFFFFF;
			};
			assertColor(color, seen[i], 10, what + ", corner " + i);
		}
	}

	@Test
	void webp() throws IOException {
		Painting painting = (x, y) -> x >= 12 ? 0xFF1040C0 : y >= 8 ? 0xFF20A040 : 0xFFC02010;
		assertLooksLike(painting, decoding.decode(Samples.WEBP_LOSSLESS), 0, "lossless");
		for (byte[] sample : new byte[][] { Samples.WEBP_LOSSY, Samples.WEBP_ANIMATED, Samples.WEBP_TRANSLUCENT }) {
			DecodedPicture picture = decoding.decode(sample);
			assertEquals(24, picture.width());
			int alpha = sample == Samples.WEBP_TRANSLUCENT ? 0x80000000 : 0xFF000000;
			assertColor(alpha | 0xC02010, Decoding.argb(picture, 3, 3), 24, "lossy");
			assertColor(alpha | 0x20A040, Decoding.argb(picture, 3, 12), 24, "lossy");
			assertColor(alpha | 0x1040C0, Decoding.argb(picture, 20, 8), 24, "lossy");
			assertFalse(picture.truncated());
		}
	}

	@Test
	void aPartAndASmallerOneOfEachFormat() throws IOException {
		Painting painting = Samples.quarters(200, 120);
		byte[][] samples = { PngSamples.rgb(200, 120, painting),
				PngSamples.write(200, 120, 8, PngSamples.RGB, true, painting),
				BmpSamples.write(200, 120, 24, false, painting), BmpSamples.write(200, 120, 24, true, painting),
				JpegSamples.write(200, 120, false, painting), JpegSamples.write(200, 120, true, painting) };
		for (int i = 0; i < samples.length; i++) {
			assertPartIsPart(samples[i], "sample " + i);
			DecodedPicture small = decoding.decode(samples[i], null, 20, 20);
			assertEquals(20, small.data().width);
			assertEquals(12, small.data().height);
			assertEquals(200, small.width());
			assertColor(0xFFC72717, Decoding.argb(small, 3, 3), 10, "small sample " + i);
			assertColor(0xFFD7D727, Decoding.argb(small, 16, 9), 10, "small sample " + i);
		}
		for (boolean interlaced : new boolean[] { false, true }) {
			var gif = new GifSamples(200, 120).frame(30, 55, 90, 40, interlaced, (x, y) -> (x + y / 2) % 4);
			assertPartIsPart(gif.end(), "GIF, interlaced " + interlaced);
		}
	}

	private void assertPartIsPart(byte[] sample, String what) throws IOException {
		DecodedPicture whole = decoding.decode(sample);
		DecodedPicture part = decoding.decode(sample, new Rectangle(90, 50, 31, 17), 31, 17);
		assertEquals(31, part.data().width);
		assertEquals(17, part.data().height);
		assertEquals(200, part.width());
		assertFalse(part.truncated());
		assertLooksLike((x, y) -> Decoding.argb(whole, 90 + x, 50 + y), part, 0, "part of " + what);
	}

	@Test
	void smallPicturesAreNotEnlarged() throws IOException {
		DecodedPicture picture = decoding.decode(PngSamples.rgb(3, 2, (x, y) -> 0xFF123456), null, 480, 320);
		assertEquals(3, picture.data().width);
		assertEquals(2, picture.data().height);
	}

	@Test
	void longAndThinOnesKeepAPixel() throws IOException {
		DecodedPicture picture = decoding.decode(PngSamples.rgb(5000, 2, (x, y) -> 0xFF123456), null, 480, 320);
		assertEquals(480, picture.data().width);
		assertEquals(1, picture.data().height);
		assertEquals(0xFF123456, Decoding.argb(picture, 479, 0));
	}
}
