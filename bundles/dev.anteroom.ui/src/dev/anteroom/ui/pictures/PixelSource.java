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

/** A picture of some format whose header was read. One thread; reads from an input that others close. */
interface PixelSource {

	/** As stored, in pixels. */
	int width();

	/** As stored, in pixels. */
	int height();

	default Orientation orientation() {
		return Orientation.UPRIGHT;
	}

	default boolean isAnimated() throws IOException {
		return false;
	}

	/** How much memory reading takes at the most, in bytes, beside a few rows of pixels and the result. */
	long memory(Request request);

	/**
	 * Tells {@code target} its size, then its rows, top to bottom as stored. When this fails, with any exception, what
	 * was told until then may be shown.
	 *
	 * @throws PictureException when nothing that can be read is to be shown
	 */
	void read(Request request, Scaler target, StopSignal stop) throws IOException;

	/** Whether the file lacked data although reading it did not fail. */
	default boolean isTruncated() {
		return false;
	}
}
