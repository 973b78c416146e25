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

/**
 * A picture ready to be shown.
 *
 * @param data   its pixels, perhaps fewer than it has
 * @param width  of the original, in pixels
 * @param height of the original, in pixels
 */
public record DecodedPicture(ImageData data, int width, int height) {
}
