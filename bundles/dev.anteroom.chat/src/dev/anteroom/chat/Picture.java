/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.chat;

import java.nio.file.Path;

/**
 * A picture said by somebody: the bytes of one image file as they went over the wire, in a file of ours.
 *
 * @param file   where they are, an absolute path
 * @param name   a name to show, such as {@code image_0003.png} or the name of the file that was sent
 * @param size   in bytes
 * @param format by its first bytes
 */
public record Picture(Path file, String name, long size, PictureFormat format) {
}
