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

import java.io.IOException;

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

	private static final int[] FIRST = { 0, 4, 2, 1 };
	private static final int[] DISTANCE = { 8, 8, 4, 2 };
	/** How many rows one stands for while later passes are missing. */
	private static final int[] ROOM = { 8, 4, 2, 1 };

	/** Takes one row of pixels. */
	interface Rows {
		/**
		 * @param row     in the frame
		 * @param count   how many rows from there on look like this until better ones come; some may be below
		 * @param indexes overwritten later
		 */
		void row(int row, int count, byte[] indexes);
	}

	/** Reads the pixels in the order of the file; fails with an exception after as many rows as there are. */
	void read(PictureInput input, Rows rows) throws IOException {
		input.seek(data);
		var pixels = new GifPixels(input);
		var indexes = new byte[width];
		if (!interlaced) {
			for (int y = 0; y < height; y++) {
				pixels.read(indexes);
				rows.row(y, 1, indexes);
			}
			return;
		}
		for (int pass = 0; pass < FIRST.length; pass++) {
			for (int y = FIRST[pass]; y < height; y += DISTANCE[pass]) {
				pixels.read(indexes);
				rows.row(y, ROOM[pass], indexes);
			}
		}
	}
}
