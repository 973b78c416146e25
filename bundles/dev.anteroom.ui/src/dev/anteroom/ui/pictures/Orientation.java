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

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/**
 * How stored pixels become a picture the right way up: mirrored first, then turned over the diagonal.
 *
 * @param mirrored left and right change places
 * @param flipped  top and bottom change places
 * @param swapped  rows become columns
 */
record Orientation(boolean mirrored, boolean flipped, boolean swapped) {

	static final Orientation UPRIGHT = new Orientation(false, false, false);
	/** The bottom row is stored first. */
	static final Orientation BOTTOM_UP = new Orientation(false, true, false);

	/**
	 * The meaning of Exif's tag Orientation.
	 * <p>
	 * Source: CIPA DC-008-2019 (Exif 2.32), 4.6.4 A.
	 *
	 * @param value 1 to 8; any other is taken for 1
	 */
	static Orientation ofExif(int value) {
		return switch (value) {
			case 2 -> new Orientation(true, false, false);
			case 3 -> new Orientation(true, true, false);
			case 4 -> BOTTOM_UP;
			case 5 -> new Orientation(false, false, true);
			case 6 -> new Orientation(false, true, true);
			case 7 -> new Orientation(true, true, true);
			case 8 -> new Orientation(true, false, true);
			default -> UPRIGHT;
		};
	}

	/** The size of a picture that is stored in the given one, or the other way round. */
	Point size(int width, int height) {
		return swapped ? new Point(height, width) : new Point(width, height);
	}

	/**
	 * Where a part of the upright picture is stored.
	 *
	 * @param part   of the upright picture
	 * @param width  as stored
	 * @param height as stored
	 */
	Rectangle stored(Rectangle part, int width, int height) {
		var result = swapped ? new Rectangle(part.y, part.x, part.height, part.width)
				: new Rectangle(part.x, part.y, part.width, part.height);
		if (mirrored) {
			result.x = width - result.x - result.width;
		}
		if (flipped) {
			result.y = height - result.y - result.height;
		}
		return result;
	}
}
