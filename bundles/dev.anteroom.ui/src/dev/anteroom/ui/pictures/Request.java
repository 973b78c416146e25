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

/**
 * What is wanted of a picture: a part of it, at least in the given size if it has so many pixels.
 *
 * @param x            of the part, in pixels as stored
 * @param y            likewise
 * @param width        likewise
 * @param height       likewise
 * @param targetWidth  of the result before it is turned the right way up, no more than {@code width}
 * @param targetHeight likewise
 */
record Request(int x, int y, int width, int height, int targetWidth, int targetHeight) {

	/** Every how many pixels one is enough: so that there are still four to average for each in the result. */
	int step() {
		return Math.max(1, Math.min(width / (2 * targetWidth), height / (2 * targetHeight)));
	}

	/** The same in half the size, or {@code null} if it can't be smaller. */
	Request smaller() {
		return targetWidth == 1 && targetHeight == 1 ? null
				: new Request(x, y, width, height, Math.ceilDiv(targetWidth, 2), Math.ceilDiv(targetHeight, 2));
	}

	/** How many columns are left when only one in each {@link #step()} is taken, the first being taken. */
	int columns() {
		return Math.ceilDiv(width, step());
	}

	/** How many rows are left, likewise. */
	int rows() {
		return Math.ceilDiv(height, step());
	}
}
