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
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.ui.pictures.PictureException.Reason;

/** Frames are put together as their writer meant it, and absurd ones do no harm. */
class GifPlayerTest {

	private static final int NONE = -1;

	@TempDir
	private Path folder;

	private GifPlayer play(byte[] gif) throws IOException {
		return new GifPlayer(Files.write(folder.resolve("moving"), gif), new StopSignal());
	}

	/** A letter for each pixel: capital for a colour, a dot for none. */
	private static String look(AnimationFrame frame) {
		var data = frame.data();
		var text = new StringBuilder();
		for (int y = 0; y < data.height; y++) {
			for (int x = 0; x < data.width; x++) {
				boolean there = data.alphaData == null || data.alphaData[y * data.width + x] != 0;
				text.append(!there ? '.' : switch (data.getPixel(x, y)) {
					case 0xFF0000 -> 'R';
					case 0xFF00 -> 'G';
					case 0xFF -> 'B';
					default -> 'K';
				});
			}
			text.append('/');
		}
		return text.toString();
	}

	@Test
	void eachFrameIsDisposedOfAsItWants() throws IOException {
		byte[] gif = new GifSamples(3, 2).repeat(0).control(1, 5, NONE).plain(0, 0, 3, 2, GifSamples.RED)
				.control(GifFrame.TO_PREVIOUS, 7, NONE).plain(1, 0, 1, 1, GifSamples.GREEN)
				.control(GifFrame.TO_BACKGROUND, 9, NONE).plain(0, 0, 2, 1, GifSamples.BLUE)
				.control(0, 2, GifSamples.BLACK).frame(0, 1, 3, 1, false, (x, y) -> x == 1 ? 2 : 0).end();
		try (var player = play(gif)) {
			for (int round = 0; round < 3; round++) {
				String[] expected = { "RRR/RRR/", "RGR/RRR/", "BBR/RRR/", "..R/RGR/" };
				int[] millis = { 50, 70, 90, 20 };
				for (int i = 0; i < expected.length; i++) {
					AnimationFrame frame = player.next(new StopSignal());
					assertEquals(expected[i], look(frame), "frame " + i + " of round " + round);
					assertEquals(millis[i], frame.millis());
				}
			}
		}
	}

	@Test
	void itIsPlayedAsOftenAsItSays() throws IOException {
		for (int repeats : new int[] { NONE, 1, 2 }) {
			var gif = new GifSamples(2, 1);
			if (repeats != NONE) {
				gif.repeat(repeats);
			}
			gif.control(0, 5, NONE).plain(0, 0, 2, 1, 1).control(0, 5, NONE).plain(0, 0, 1, 1, 2);
			try (var player = play(gif.end())) {
				int frames = 0;
				while (player.next(new StopSignal()) != null) {
					frames++;
				}
				assertEquals(2 * Math.max(1, repeats + 1), frames);
				assertNull(player.next(new StopSignal()), "It stays ended");
			}
		}
	}

	@Test
	void noDelayIsTakenForAReasonableOne() throws IOException {
		byte[] gif = new GifSamples(1, 1).control(0, 0, NONE).plain(0, 0, 1, 1, 1).control(0, 1, NONE)
				.plain(0, 0, 1, 1, 2).control(0, 65_535, NONE).plain(0, 0, 1, 1, 3).end();
		try (var player = play(gif)) {
			assertEquals(100, player.next(new StopSignal()).millis());
			assertEquals(100, player.next(new StopSignal()).millis());
			assertEquals(655_350, player.next(new StopSignal()).millis());
		}
	}

	@Test
	void tenThousandFramesAndMoreAreOneAtATime() throws IOException {
		var gif = new GifSamples(4, 4).repeat(0);
		for (int i = 0; i < GifPlayer.MOST_FRAMES + 500; i++) {
			gif.control(i % 4, 0, NONE).plain(i % 3, i % 2, 2, 2, i < GifPlayer.MOST_FRAMES ? 1 + i % 2 : 3);
		}
		byte[] bytes = gif.end();
		try (var player = play(bytes)) {
			String first = look(player.next(new StopSignal()));
			for (int i = 1; i < GifPlayer.MOST_FRAMES; i++) {
				assertTrue(!look(player.next(new StopSignal())).contains("B"), "Frames past the most are not played");
			}
			assertEquals(first, look(player.next(new StopSignal())), "It begins again");
		}
		var decoding = new Decoding(folder);
		assertTrue(decoding.info(bytes).animated());
		assertEquals(4, decoding.decode(bytes).width());
	}

	@Test
	void framesOutsideOfTheScreenAreNotSeen() throws IOException {
		byte[] gif = new GifSamples(2, 2).control(0, 5, NONE).plain(0, 0, 2, 2, GifSamples.RED)
				.control(GifFrame.TO_BACKGROUND, 5, NONE).plain(60_000, 60_000, 5, 5, GifSamples.GREEN)
				.control(GifFrame.TO_PREVIOUS, 5, NONE).plain(1, 1, 500, 3, GifSamples.BLUE)
				.control(0, 5, NONE).plain(1, 0, 0, 0, GifSamples.GREEN).end();
		try (var player = play(gif)) {
			assertEquals("RR/RR/", look(player.next(new StopSignal())));
			assertEquals("RR/RR/", look(player.next(new StopSignal())));
			assertEquals("RR/RB/", look(player.next(new StopSignal())));
			assertEquals("RR/RR/", look(player.next(new StopSignal())));
		}
	}

	@Test
	void interlacedFramesArePutTogether() throws IOException {
		byte[] gif = new GifSamples(1, 9).plain(0, 0, 1, 9, 0).frame(0, 0, 1, 9, true, (x, y) -> 1 + y % 3).end();
		try (var player = play(gif)) {
			player.next(new StopSignal());
			assertEquals("R/G/B/R/G/B/R/G/B/", look(player.next(new StopSignal())));
		}
	}

	@Test
	void aTruncatedAnimationGoesOnWithWhatThereIs() throws IOException {
		// Large enough for several blocks: of the last one nothing is read unless all of it is there.
		byte[] gif = new GifSamples(60, 60).repeat(0).control(0, 5, NONE).plain(0, 0, 60, 60, 1).control(0, 5, NONE)
				.plain(0, 0, 60, 60, 2).end();
		try (var player = play(Arrays.copyOf(gif, gif.length * 3 / 4))) {
			String whole = look(player.next(new StopSignal()));
			String part = look(player.next(new StopSignal()));
			assertTrue(part.startsWith("G") && part.endsWith("R/"), part);
			assertEquals(whole, look(player.next(new StopSignal())));
		}
	}

	@Test
	void withoutAFrameItFails() throws IOException {
		byte[] gif = new GifSamples(3, 3).plain(0, 0, 3, 3, 1).end();
		byte[] cut = Arrays.copyOf(gif, 6 + 7 + 12 + 10 + 1);
		try (var player = play(cut)) {
			assertEquals(Reason.DAMAGED,
					assertThrows(PictureException.class, () -> player.next(new StopSignal())).reason());
		}
	}

	@Test
	void tooManyPixelsAreNotPlayed() throws IOException {
		byte[] gif = new GifSamples(4097, 2160).plain(0, 0, 1, 1, 1).end();
		assertEquals(Reason.TOO_LARGE, assertThrows(PictureException.class, () -> play(gif)).reason());
		assertEquals(Reason.UNSUPPORTED,
				assertThrows(PictureException.class, () -> play(PngSamples.rgb(2, 2, (x, y) -> x))).reason());
	}

	@Test
	void aFrameThatWasCancelledIsNotSeen() throws IOException {
		byte[] gif = new GifSamples(2, 2).plain(0, 0, 2, 2, 1).plain(0, 0, 2, 2, 2).end();
		try (var player = play(gif)) {
			assertNotNull(player.next(new StopSignal()));
		}
		var stop = new StopSignal();
		stop.cancel();
		assertThrows(PictureException.class, () -> new GifPlayer(folder.resolve("moving"), stop));
	}
}
