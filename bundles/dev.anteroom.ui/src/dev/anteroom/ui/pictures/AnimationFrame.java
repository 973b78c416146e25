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
 * A frame of an animated picture, as it is to be seen: complete, with what earlier frames left there.
 *
 * @param data   its pixels, as many as the animation has; not shared
 * @param millis how long it is to be seen
 */
public record AnimationFrame(ImageData data, int millis) {
}
