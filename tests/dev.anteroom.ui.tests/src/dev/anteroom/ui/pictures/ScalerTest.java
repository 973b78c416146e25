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
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.eclipse.swt.graphics.ImageData;
import org.junit.jupiter.api.Test;

/** Each pixel is the average of what it stands for. */
class ScalerTest {

	private static ImageData scale(int[][] rows, int width, int height, boolean translucent) {
		var scaler = new Scaler(width, height, Orientation.UPRIGHT);
		scaler.begin(rows[0].length, rows.length, translucent);
		for (int[] row : rows) {
			scaler.row(row);
		}
		assertTrue(scaler.isComplete());
		return scaler.finish();
	}

	@Test
	void halves() {
		ImageData data = scale(new int[][] { { 0xFF000000, 0xFF6464C8, 0xFF0A0A0A, 0xFF0A0A0A },
				{ 0xFF000000, 0xFF6464C8, 0xFF1E1E1E, 0xFF1E1E1E } }, 2, 1, false);
		assertEquals(0x323264, data.getPixel(0, 0));
		assertEquals(0x141414, data.getPixel(1, 0));
		assertNull(data.alphaData);
	}

	@Test
	void fractionsCountAsMuchAsTheyCover() {
		// Three to two: each of the outer ones and half of the one between.
		ImageData data = scale(new int[][] { { 0xFF00005A, 0xFF00001E, 0xFF000000 } }, 2, 1, false);
		assertEquals(70, data.getPixel(0, 0));
		assertEquals(10, data.getPixel(1, 0));
		data = scale(new int[][] { { 0xFF00005A }, { 0xFF00001E }, { 0xFF000000 } }, 1, 2, false);
		assertEquals(70, data.getPixel(0, 0));
		assertEquals(10, data.getPixel(0, 1));
	}

	@Test
	void plainStaysPlainInEverySize() {
		for (int from = 1; from < 40; from++) {
			var rows = new int[from][from];
			for (int[] row : rows) {
				Arrays.fill(row, 0xFF112233);
			}
			for (int to = 1; to <= from; to++) {
				ImageData data = scale(rows, to, Math.max(1, to / 2), false);
				for (int x = 0; x < to; x++) {
					assertEquals(0x112233, data.getPixel(x, data.height - 1), from + " to " + to);
				}
			}
		}
	}

	@Test
	void transparentPixelsHaveNoColor() {
		ImageData data = scale(new int[][] { { 0xFF0000FF, 0x00FF0000 } }, 1, 1, true);
		assertEquals(0x0000FF, data.getPixel(0, 0));
		assertEquals(128, data.alphaData[0] & 0xFF);
	}

	@Test
	void missingRowsAreTransparent() {
		var scaler = new Scaler(2, 2, Orientation.BOTTOM_UP);
		scaler.begin(2, 4, false);
		assertFalse(scaler.hasRows());
		scaler.row(new int[] { 0xFF000001, 0xFF000002 });
		assertTrue(scaler.hasRows() && !scaler.isComplete());
		ImageData data = scaler.finish();
		assertEquals(1, data.getPixel(0, 1));
		assertEquals(255, data.alphaData[2] & 0xFF);
		assertEquals(0, data.alphaData[0]);
	}
}
