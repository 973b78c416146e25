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

import org.eclipse.swt.graphics.Rectangle;

/**
 * What is wanted of a picture: a part of it, at least in the given size if it has so many pixels, and memory for them.
 *
 * @param x            of the part, in pixels as stored
 * @param y            likewise
 * @param width        likewise
 * @param height       likewise
 * @param targetWidth  of the result before it is turned the right way up, no more than {@code width}
 * @param targetHeight likewise
 * @param step         every how many pixels one is enough
 */
record Request(int x, int y, int width, int height, int targetWidth, int targetHeight, int step) {

	/** With a step that leaves four pixels to average for each in the result. */
	static Request of(Rectangle part, int targetWidth, int targetHeight) {
		int step = Math.max(1, Math.min(part.width / (2 * targetWidth), part.height / (2 * targetHeight)));
		return new Request(part.x, part.y, part.width, part.height, targetWidth, targetHeight, step);
	}

	/** The same with fewer pixels. */
	Request coarser() {
		return new Request(x, y, width, height, targetWidth, targetHeight, step + 1);
	}

	/** The part, for those who speak AWT. */
	java.awt.Rectangle part() {
		return new java.awt.Rectangle(x, y, width, height);
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
