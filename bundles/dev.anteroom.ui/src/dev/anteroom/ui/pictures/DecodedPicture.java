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

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;

/**
 * A picture ready to be shown, the right way up.
 *
 * @param data      its pixels, perhaps fewer than it has; shared, so not to be changed
 * @param width     of the original, turned the right way up, in pixels
 * @param height    of the original, turned the right way up, in pixels
 * @param truncated whether the file ends too early, so that a part of the picture is missing
 */
public record DecodedPicture(ImageData data, int width, int height, boolean truncated) {

	/** The size in which the original fits into a box; it is never enlarged. */
	public Point within(int mostWidth, int mostHeight) {
		return within(width, height, mostWidth, mostHeight);
	}

	static Point within(int width, int height, int mostWidth, int mostHeight) {
		double scale = Math.min(1, Math.min((double) mostWidth / width, (double) mostHeight / height));
		return new Point(Math.max(1, (int) Math.round(width * scale)), Math.max(1, (int) Math.round(height * scale)));
	}
}
