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

import java.awt.Rectangle;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;

import dev.anteroom.chat.PictureFormat;
import dev.anteroom.ui.pictures.PictureException.Reason;

/** Makes one frame after the other of an animated GIF. One thread at a time. */
final class GifPlayer implements Closeable {

	/** The most pixels an animation may have: 4096 × 2160. */
	static final int MOST_PIXELS = 4096 * 2160;
	/** What comes after so many frames is not played. */
	static final int MOST_FRAMES = 10_000;
	private static final PaletteData RGB = new PaletteData(0xFF0000, 0xFF00, 0xFF);
	/** Delays up to this are taken for none at all, as browsers do, in hundredths of a second. */
	private static final int NO_DELAY = 1;
	private static final int USUAL_DELAY = 10;

	private final PictureInput input;
	private final GifFrames frames;
	private final int width;
	private final int height;
	private final int[] screen;
	/** The frame on the screen, or {@code null}. */
	private GifFrame shown;
	/** What it covers, if that has to come back. */
	private int[] covered;
	private int frameCount;
	private int round = 1;
	private boolean sawFrame;

	/** @throws PictureException for a file that is no GIF, or too large a one */
	GifPlayer(Path file, StopSignal stop) throws IOException {
		input = PictureDecoder.open(file, stop);
		try {
			if (PictureDecoder.formatOf(input) != PictureFormat.GIF) {
				throw PictureException.of(Reason.UNSUPPORTED, PictureDecoder.formatOf(input));
			}
			frames = new GifFrames(input);
			width = frames.width();
			height = frames.height();
			PictureDecoder.checkSize(PictureFormat.GIF, width, height);
			if (width * height > MOST_PIXELS) {
				throw PictureException.tooLarge(PictureFormat.GIF, width, height);
			}
			screen = new int[width * height];
		} catch (IOException | RuntimeException | OutOfMemoryError e) {
			input.close();
			throw PictureDecoder.explain(e, PictureFormat.GIF, input, stop);
		}
	}

	/**
	 * The next frame.
	 *
	 * @return {@code null} after the last frame of the last round
	 * @throws PictureException when there is no frame at all that can be shown
	 */
	AnimationFrame next(StopSignal stop) throws PictureException {
		input.setStop(stop);
		try {
			return paintNext(stop);
		} catch (IOException | RuntimeException | OutOfMemoryError e) {
			throw PictureDecoder.explain(e, PictureFormat.GIF, input, stop);
		}
	}

	private AnimationFrame paintNext(StopSignal stop) throws IOException {
		dispose();
		GifFrame frame = frameCount < MOST_FRAMES ? frames.next() : null;
		while (frame == null || !paint(frame, stop)) {
			if (frame == null) {
				if (!sawFrame) {
					throw PictureException.of(Reason.DAMAGED, PictureFormat.GIF);
				}
				if (round == frames.repetitions()) {
					return null;
				}
				beginRound();
			}
			frame = frameCount < MOST_FRAMES ? frames.next() : null;
		}
		sawFrame = true;
		int delay = frame.delay() <= NO_DELAY ? USUAL_DELAY : frame.delay();
		return new AnimationFrame(screen(), 10 * delay);
	}

	private void beginRound() {
		round += frames.repetitions() == 0 ? 0 : 1;
		frameCount = 0;
		sawFrame = false;
		shown = null;
		frames.rewind();
		Arrays.fill(screen, 0);
	}

	/** Undoes the frame that is shown, as far as it wants to be undone. */
	private void dispose() {
		if (shown == null) {
			return;
		}
		int columns = Math.min(shown.width(), width - shown.x());
		for (int y = shown.y(); y < Math.min(height, shown.y() + shown.height()) && columns > 0; y++) {
			int at = y * width + shown.x();
			if (shown.disposal() == GifFrame.TO_BACKGROUND) {
				Arrays.fill(screen, at, at + columns, 0);
			} else if (covered != null) {
				System.arraycopy(covered, at, screen, at, columns);
			}
		}
		shown = null;
	}

	/** Whether any of {@code frame} could be read. What lies outside of the screen is not seen. */
	private boolean paint(GifFrame frame, StopSignal stop) throws IOException {
		frameCount++;
		covered = frame.disposal() == GifFrame.TO_PREVIOUS ? screen.clone() : null;
		Rectangle seen = frame.place().intersection(new Rectangle(width, height));
		seen.translate(-frame.x(), -frame.y());
		var any = new boolean[] { seen.isEmpty() };
		if (!seen.isEmpty()) {
			try {
				frame.read(input, seen, 1, stop, (y, argb) -> {
					any[0] = true;
					paint(frame.x(), frame.y() + y, argb);
				});
			} catch (IOException | RuntimeException e) {
				// What was read is shown; the next frame may be whole again.
				stop.check();
			}
		}
		shown = frame;
		return any[0];
	}

	private void paint(int x, int y, int[] argb) {
		int at = y * width + x;
		for (int i = 0; i < argb.length; i++) {
			if (argb[i] != 0) {
				screen[at + i] = argb[i];
			}
		}
	}

	private ImageData screen() {
		var data = new ImageData(width, height, 24, RGB);
		byte[] alpha = null;
		for (int y = 0, i = 0; y < height; y++) {
			for (int at = y * data.bytesPerLine, x = 0; x < width; x++, i++, at += 3) {
				int argb = screen[i];
				data.data[at] = (byte) (argb >> 16);
				data.data[at + 1] = (byte) (argb >> 8);
				data.data[at + 2] = (byte) argb;
				if (argb == 0 && alpha == null) {
					alpha = new byte[screen.length];
					Arrays.fill(alpha, 0, i, (byte) 255);
				}
				if (alpha != null) {
					alpha[i] = (byte) (argb >>> 24);
				}
			}
		}
		data.alphaData = alpha;
		return data;
	}

	@Override
	public void close() throws IOException {
		input.close();
	}
}
