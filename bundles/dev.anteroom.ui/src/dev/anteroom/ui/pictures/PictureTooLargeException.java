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

/** A picture with more pixels than are decoded. */
public final class PictureTooLargeException extends IOException {

	private static final long serialVersionUID = 1L;

	private final int width;
	private final int height;

	PictureTooLargeException(int width, int height) {
		super(width + " x " + height);
		this.width = width;
		this.height = height;
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}
}
