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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.chat.PictureFormat;
import dev.anteroom.ui.pictures.PictureException.Reason;
import dev.anteroom.ui.pictures.Samples.Bytes;
import dev.anteroom.ui.pictures.Samples.Painting;

/** What strangers may send, each with its outcome. */
class BrokenPicturesTest {

	private static final int WIDTH = 120;
	private static final int HEIGHT = 90;

	@TempDir
	private Path folder;
	private Decoding decoding;

	@BeforeEach
	void prepare() {
		decoding = new Decoding(folder);
	}

	/** Pictures with enough in them to be cut anywhere. */
	private static Map<String, byte[]> corpus() {
		var random = new Random(3);
		var noise = new int[WIDTH * HEIGHT];
		Arrays.setAll(noise, i -> 0xFF000000 | random.nextInt(0x1000000));
		Painting painting = (x, y) -> noise[y * WIDTH + x];
		var samples = new LinkedHashMap<String, byte[]>();
		samples.put("PNG", PngSamples.rgb(WIDTH, HEIGHT, painting));
		samples.put("interlaced PNG", PngSamples.write(WIDTH, HEIGHT, 8, PngSamples.RGBA, true, painting));
		samples.put("indexed PNG", PngSamples.write(WIDTH, HEIGHT, 8, PngSamples.INDEXED, false, painting));
		samples.put("BMP", BmpSamples.write(WIDTH, HEIGHT, 24, false, painting));
		samples.put("BMP top down", BmpSamples.write(WIDTH, HEIGHT, 24, true, painting));
		samples.put("GIF", new GifSamples(WIDTH, HEIGHT)
				.frame(0, 0, WIDTH, HEIGHT, false, (x, y) -> painting.at(x, y) & 3).end());
		samples.put("interlaced GIF", new GifSamples(WIDTH, HEIGHT)
				.frame(0, 0, WIDTH, HEIGHT, true, (x, y) -> painting.at(x, y) & 3).end());
		samples.put("JPEG", JpegSamples.write(WIDTH, HEIGHT, false, painting));
		samples.put("progressive JPEG", JpegSamples.write(WIDTH, HEIGHT, true, painting));
		return samples;
	}

	@Test
	void truncatedAtEveryTenthIsShownInPart() throws IOException {
		for (var sample : corpus().entrySet()) {
			byte[] whole = sample.getValue();
			DecodedPicture all = decoding.decode(whole);
			assertFalse(all.truncated(), sample.getKey());
			for (int tenths = 1; tenths < 10; tenths++) {
				String what = sample.getKey() + " of " + tenths + " tenths";
				byte[] cut = Arrays.copyOf(whole, whole.length * tenths / 10);
				DecodedPicture part;
				try {
					part = decoding.decode(cut);
				} catch (PictureException e) {
					// The header of a JPEG is more than a tenth of it here.
					assertEquals(Reason.DAMAGED, e.reason(), what);
					assertTrue(tenths < 3, what);
					continue;
				}
				assertTrue(part.truncated(), what);
				assertEquals(WIDTH, part.width(), what);
				if (!sample.getKey().contains("interlaced") && !sample.getKey().contains("progressive")
						&& tenths >= 3) {
					boolean fromBelow = sample.getKey().equals("BMP");
					int y = fromBelow ? HEIGHT - 3 : 2;
					assertEquals(Decoding.argb(all, 7, y), Decoding.argb(part, 7, y), what);
				}
				if (sample.getKey().equals("PNG") || sample.getKey().equals("GIF")) {
					assertEquals(0, Decoding.argb(part, 7, HEIGHT - 1) >>> 24, what + ": nothing is made up");
				}
			}
		}
	}

	@Test
	void truncatedInsideTheHeaderIsDamaged() throws IOException {
		for (var sample : corpus().entrySet()) {
			for (int length : new int[] { 10, 16, 21 }) {
				assertEquals(Reason.DAMAGED, decoding.fails(Arrays.copyOf(sample.getValue(), length)).reason(),
						sample.getKey() + " of " + length);
			}
		}
	}

	@Test
	void truncatedWebPIsDamagedOrSaysSo() throws IOException {
		for (byte[] sample : new byte[][] { Samples.WEBP_LOSSLESS, Samples.WEBP_LOSSY, Samples.WEBP_TRANSLUCENT,
				Samples.WEBP_ANIMATED }) {
			for (int tenths = 1; tenths < 10; tenths++) {
				byte[] cut = Arrays.copyOf(sample, Math.max(13, sample.length * tenths / 10));
				try {
					// Of the animation, the first frame may be there.
					assertTrue(decoding.decode(cut).truncated() || sample == Samples.WEBP_ANIMATED);
				} catch (PictureException e) {
					assertEquals(Reason.DAMAGED, e.reason());
				}
			}
		}
	}

	@Test
	void aWebPIsNotReadOnAndOnAfterItsEnd() throws IOException {
		// The library would take the end for zeros, and make code tables of them for minutes.
		PictureException failure = decoding.fails(Samples.WEBP_ENDLESS);
		assertEquals(Reason.DAMAGED, failure.reason());
		assertEquals("Read on and on after the end", failure.getCause().getMessage());
	}

	@Test
	void aTruncatedInterlacedPictureIsWholeButCoarse() throws IOException {
		Painting painting = Samples.plainQuarters(64, 64);
		byte[] png = PngSamples.write(64, 64, 8, PngSamples.RGB, true, painting);
		DecodedPicture picture = decoding.decode(Arrays.copyOf(png, png.length - 40));
		assertTrue(picture.truncated());
		Decoding.assertLooksLike(painting, picture, 0, "coarse");
	}

	@Test
	void theNameDoesNotMatter() throws IOException {
		// Files have no extension at all here; this one is called a PNG in its first bytes and is none.
		byte[] jpeg = corpus().get("JPEG");
		byte[] lie = jpeg.clone();
		System.arraycopy(corpus().get("PNG"), 0, lie, 0, 8);
		assertEquals(Reason.DAMAGED, decoding.fails(lie).reason());
		assertEquals(PictureFormat.PNG, decoding.fails(lie).format());
		assertEquals(PictureFormat.JPEG, decoding.info(jpeg).format());
	}

	@Test
	void bombsAreRefusedByTheirHeader() throws IOException {
		var gif = new GifSamples(65_535, 65_535).plain(0, 0, 1, 1, 1).end();
		var bigFrame = new GifSamples(0, 0).plain(0, 0, 65_535, 1, 1).end();
		bigFrame[32] = (byte) 0xFF;
		bigFrame[33] = (byte) 0xFF;
		byte[] bmp = BmpSamples.write(60_000, 60_000, 24, 0, new byte[0], new byte[100]);
		byte[] webp = Samples.WEBP_LOSSLESS.clone();
		Arrays.fill(webp, 21, 24, (byte) 0xFF);
		for (byte[] bomb : new byte[][] { PngSamples.bomb(30_000, 30_000), PngSamples.bomb(1, 1_000_000_000), gif,
				bigFrame, bmp, BmpSamples.write(10, -70_000, 24, 0, new byte[0], new byte[100]), webp,
				jpegOf(40_000, 40_000) }) {
			long begin = System.nanoTime();
			PictureException refusal = decoding.fails(bomb);
			assertEquals(Reason.TOO_LARGE, refusal.reason());
			assertTrue(refusal.width() > 0 && refusal.height() > 0);
			assertTrue(System.nanoTime() - begin < 2_000_000_000L, "Refused at once");
			assertEquals(Reason.TOO_LARGE, assertThrows(PictureException.class, () -> decoding.info(bomb)).reason());
		}
		PictureException refusal = decoding.fails(PngSamples.bomb(30_000, 30_000));
		assertEquals(30_000, refusal.width());
		assertEquals(30_000, refusal.height());
	}

	private static byte[] jpegOf(int width, int height) {
		return new Bytes(ByteOrder.BIG_ENDIAN).add1(0xFF, 0xD8, 0xFF, 0xC0).add2(11).add1(8).add2(height, width)
				.add1(1, 1, 0x11, 0, 0xFF, 0xDA, 0, 2).toArray();
	}

	@Test
	void whatOtherReadersWouldHoldInMemoryIsLeftOut() throws IOException {
		// Progressive, its coefficients would take 600 MB: only averages are read, and there are none.
		byte[] jpeg = new Bytes(ByteOrder.BIG_ENDIAN).add1(0xFF, 0xD8, 0xFF, 0xC2).add2(17).add1(8)
				.add2(10_000, 10_000).add1(3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0).add1(0xFF, 0xDA).add2(12)
				.add1(3, 1, 0, 2, 0, 3, 0, 0, 0, 0).toArray();
		assertEquals(Reason.DAMAGED,
				assertThrows(PictureException.class, () -> decoding.decode(jpeg, null, 4000, 4000)).reason());
		// Interlaced: only so many of its pixels are read as may be held.
		DecodedPicture picture = decoding.decode(PngSamples.bombInterlaced(10_000, 10_000));
		assertTrue(picture.truncated());
		assertEquals(4000, picture.data().width);
	}

	@Test
	void zeroSizeIsDamaged() throws IOException {
		for (byte[] empty : new byte[][] { PngSamples.bomb(0, 5), PngSamples.bomb(5, 0), PngSamples.bomb(-1, 5),
				BmpSamples.write(0, 5, 24, 0, new byte[0], new byte[9]),
				BmpSamples.write(5, Integer.MIN_VALUE, 24, 0, new byte[0], new byte[9]),
				new GifSamples(0, 0).plain(0, 0, 0, 0, 0).end(), new GifSamples(5, 5).plain(0, 0, 5, 0, 0).end(),
				new GifSamples(5, 5).end(), jpegOf(5, 0), jpegOf(0, 5) }) {
			assertEquals(Reason.DAMAGED, decoding.fails(empty).reason());
		}
	}

	@Test
	void whatIsNoPictureIsToldFromWhatIsNotDecoded() throws IOException {
		assertEquals(Reason.NOT_A_PICTURE, decoding.fails("Hello".getBytes()).reason());
		assertEquals(Reason.NOT_A_PICTURE, decoding.fails(new byte[0]).reason());
		byte[] lossless = corpus().get("JPEG").clone();
		for (int i = 0; i < 700; i++) {
			if ((lossless[i] & 0xFF) == 0xFF && (lossless[i + 1] & 0xFF) == 0xC0) {
				lossless[i + 1] = (byte) 0xC3;
			}
		}
		assertEquals(Reason.UNSUPPORTED, decoding.fails(lossless).reason());
		byte[] inside = BmpSamples.write(5, 5, 24, 4, new byte[0], corpus().get("JPEG"));
		assertEquals(Reason.UNSUPPORTED, decoding.fails(inside).reason());
		assertEquals(PictureFormat.BMP, decoding.fails(inside).format());
		// The reader of the JDK does not know two bits for a pixel, nor masks with gaps.
		byte[] two = BmpSamples.write(4, 1, 2, 0, new byte[0], new byte[4]);
		assertEquals(Reason.UNSUPPORTED, decoding.fails(two).reason());
		byte[] gaps = new Bytes(ByteOrder.LITTLE_ENDIAN).add4(0x5000, 0x7E0, 0x1F).toArray();
		assertEquals(Reason.DAMAGED, decoding.fails(BmpSamples.write(2, 1, 16, 3, gaps, new byte[4])).reason());
	}

	@Test
	void aMissingFileIsUnreadable() {
		var decoder = new PictureDecoder(new MemoryBudget(PictureDecoder.leastBudget()));
		assertEquals(Reason.UNREADABLE, assertThrows(PictureException.class,
				() -> decoder.decode(folder.resolve("none"), null, 9, 9, new StopSignal())).reason());
		assertEquals(Reason.UNREADABLE,
				assertThrows(PictureException.class, () -> decoder.info(folder, new StopSignal())).reason());
	}

	@Test
	void whatFollowsThePictureDoesNotMatter() throws IOException {
		var garbage = new byte[5000];
		new Random(5).nextBytes(garbage);
		for (var sample : corpus().entrySet()) {
			byte[] longer = Arrays.copyOf(sample.getValue(), sample.getValue().length + garbage.length);
			System.arraycopy(garbage, 0, longer, sample.getValue().length, garbage.length);
			DecodedPicture expected = decoding.decode(sample.getValue());
			DecodedPicture picture = decoding.decode(longer);
			assertFalse(picture.truncated(), sample.getKey());
			Decoding.assertLooksLike((x, y) -> Decoding.argb(expected, x, y), picture, 0, sample.getKey());
		}
	}

	@Test
	void whatAJpegSaysBesideItsPixelsDoesNoHarm() throws IOException {
		byte[] jpeg = corpus().get("JPEG");
		DecodedPicture expected = decoding.decode(jpeg);
		byte[] badProfile = new Bytes(ByteOrder.BIG_ENDIAN).add("ICC_PROFILE\0").add1(9, 2).add("nonsense").toArray();
		byte[] badThumbnail = new Bytes(ByteOrder.BIG_ENDIAN).add("JFIF\0").add1(1, 2, 0).add2(1, 1).add1(255, 255)
				.toArray();
		byte[] badExif = new Bytes(ByteOrder.BIG_ENDIAN).add("Exif\0\0MM").add2(42).add4(-8).toArray();
		byte[][] segments = { badProfile, badThumbnail, badExif };
		int[] markers = { 0xE2, 0xE0, 0xE1 };
		for (int i = 0; i < segments.length; i++) {
			DecodedPicture picture = decoding.decode(JpegSamples.with(jpeg, markers[i], segments[i]));
			Decoding.assertLooksLike((x, y) -> Decoding.argb(expected, x, y), picture, 0, "segment " + i);
		}
	}

	@Test
	void randomBytesNeverEscape() throws IOException {
		var random = new Random(7);
		String[] starts = { "\u0089PNG\r\n\u001a\n", "\u00ff\u00d8\u00ff", "GIF89a", "BM", "RIFF\1\0\0\0WEBPVP8 " };
		for (int i = 0; i < 300; i++) {
			var noise = new byte[random.nextInt(3000)];
			random.nextBytes(noise);
			var bytes = new Bytes(ByteOrder.BIG_ENDIAN).add(starts[i % starts.length]).add(noise);
			assertOutcome(bytes.toArray(), "noise " + i);
		}
	}

	@Test
	void changedBytesNeverEscape() throws IOException {
		var random = new Random(11);
		var corpus = new LinkedHashMap<>(corpus());
		corpus.put("WebP", Samples.WEBP_LOSSY);
		corpus.put("lossless WebP", Samples.WEBP_LOSSLESS);
		corpus.put("translucent WebP", Samples.WEBP_TRANSLUCENT);
		corpus.put("animated WebP", Samples.WEBP_ANIMATED);
		for (var sample : corpus.entrySet()) {
			for (int i = 0; i < 120; i++) {
				byte[] bytes = sample.getValue().clone();
				// Headers are where it hurts most.
				int range = i % 2 == 0 ? Math.min(bytes.length, 200) : bytes.length;
				for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
					bytes[random.nextInt(range)] = (byte) random.nextInt(256);
				}
				assertOutcome(bytes, sample.getKey() + " " + i);
			}
		}
	}

	/** Either a picture of a sane size or a failure with its reason. */
	private void assertOutcome(byte[] bytes, String what) throws IOException {
		for (int size : new int[] { 60, 2000 }) {
			try {
				DecodedPicture picture = decoding.decode(bytes, null, size, size);
				assertTrue(picture.data().width <= size && picture.data().height <= size, what);
			} catch (PictureException e) {
				assertNotNull(e.reason(), what);
			}
		}
	}
}
