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
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.anteroom.chat.PictureFormat;
import dev.anteroom.ui.pictures.SplicedInput.Piece;

/**
 * A frame of a GIF, before its pixels are read.
 *
 * @param x           on the screen
 * @param y           on the screen
 * @param width       in pixels
 * @param height      in pixels
 * @param interlaced  whether its rows are stored in four passes
 * @param palette     256 colours, ARGB; the transparent one is 0
 * @param translucent whether there is a transparent one
 * @param disposal    what becomes of it before the next one: 2, the background; 3, what was there before; else it stays
 * @param delay       until the next one, in hundredths of a second
 * @param data        where its pixels begin in the file
 */
record GifFrame(int x, int y, int width, int height, boolean interlaced, int[] palette, boolean translucent,
		int disposal, int delay, long data) {

	static final int TO_BACKGROUND = 2;
	static final int TO_PREVIOUS = 3;

	/** What it covers of the screen, and of what is beyond. */
	Rectangle place() {
		return new Rectangle(x, y, width, height);
	}

	/**
	 * Reads a part of the pixels with the reader of the JDK, which is given a file of this frame alone: nothing else in
	 * the file, the palettes among it, needs to be as it should be. Fails as {@link JdkReader#read} does. Of interlaced
	 * frames with less than five rows the reader skips some.
	 *
	 * @param part of the frame
	 * @param step one in so many columns and rows is read, the first being taken
	 */
	void read(PictureInput input, Rectangle part, int step, StopSignal stop, JdkReader.Rows rows) throws IOException {
		var pieces = List.of(Piece.of(header()), Piece.of(data, Math.max(data, input.length())));
		try (var reader = new JdkReader(PictureFormat.GIF, input, pieces, part, step)) {
			reader.read(interlaced, palette, stop, rows);
		}
	}

	/** What comes before the pixels. The palette has as many colours as there may be, so that each index is kept. */
	private byte[] header() {
		ByteBuffer header = ByteBuffer.allocate(13 + 3 * 256 + 10).order(ByteOrder.LITTLE_ENDIAN);
		header.put("GIF89a".getBytes(StandardCharsets.US_ASCII)).putShort((short) width).putShort((short) height);
		header.put((byte) 0x87).position(13 + 3 * 256);
		header.put((byte) 0x2C).putInt(0).putShort((short) width).putShort((short) height);
		return header.put((byte) (interlaced ? 0x40 : 0)).array();
	}
}
