/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.preview;

import org.eclipse.swt.graphics.Rectangle;

/**
 * What has to be decoded of a picture so that a view of it is sharp: never more pixels than some screens hold, however
 * large the picture is. Pure arithmetic.
 *
 * @param part   of the upright picture, in its pixels
 * @param width  in which to decode that part, in pixels
 * @param height likewise
 */
record Closeup(Rectangle part, int width, int height) {

	/** Up to so many pixels, the whole picture is decoded, since nothing is left to load when it is moved. */
	private static final long WHOLE = 4_000_000;
	/** Of the view's size, on each side beyond what is seen. */
	private static final double MARGIN = 0.25;
	/** Drawing gets slow when many more pixels are there than are shown. */
	private static final double SURPLUS = 1.34;
	private static final double ENOUGH = 0.99;

	/** What {@code view} shows, and some more around it. */
	static Closeup of(Viewport view) {
		double density = density(view);
		if (view.pictureWidth() * density * view.pictureHeight() * density <= WHOLE) {
			return at(density, new Rectangle(0, 0, view.pictureWidth(), view.pictureHeight()));
		}
		Rectangle seen = view.visible();
		int across = (int) Math.ceil(seen.width * MARGIN);
		int down = (int) Math.ceil(seen.height * MARGIN);
		var around = new Rectangle(seen.x - across, seen.y - down, seen.width + 2 * across, seen.height + 2 * down);
		return at(density, around.intersection(new Rectangle(0, 0, view.pictureWidth(), view.pictureHeight())));
	}

	/**
	 * Whether {@code view} is as sharp as can be, and drawn fast, with {@code part} of the picture decoded.
	 *
	 * @param density pixels that were decoded for each of the picture's
	 */
	static boolean isServedBy(Rectangle part, double density, Viewport view) {
		double wanted = density(view);
		// The smallest of pictures are no bother, and their few pixels make the density inexact.
		return contains(part, view.visible()) && density >= wanted * ENOUGH
				&& (density <= wanted * SURPLUS || (double) view.pictureWidth() * view.pictureHeight() < WHOLE / 16);
	}

	static boolean contains(Rectangle part, Rectangle seen) {
		return part.intersection(seen).equals(seen);
	}

	/** Pixels to decode for each of the picture's: as many as the screen shows, if there are that many. */
	private static double density(Viewport view) {
		return Math.min(1, view.zoom());
	}

	private static Closeup at(double density, Rectangle part) {
		return new Closeup(part, (int) Math.max(1, Math.round(part.width * density)),
				(int) Math.max(1, Math.round(part.height * density)));
	}
}
