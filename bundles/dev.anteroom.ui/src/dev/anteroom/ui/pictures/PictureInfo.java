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

import dev.anteroom.chat.PictureFormat;

/**
 * What the header of a picture says.
 *
 * @param format   by its first bytes
 * @param width    turned the right way up, in pixels
 * @param height   turned the right way up, in pixels
 * @param animated whether there is more than one frame
 */
public record PictureInfo(PictureFormat format, int width, int height, boolean animated) {
}
