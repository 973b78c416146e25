/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.protocol;

import io.netty.buffer.ByteBuf;

/** What comes in on an image connection, piece by piece: for each frame a start, contents, an end. */
sealed interface ImageFrame {

	/** @param length in bytes, more than 0 */
	record Start(int length) implements ImageFrame {
	}

	/** @param bytes the next of the frame, never empty; to be released by whoever receives it */
	record Content(ByteBuf bytes) implements ImageFrame {
	}

	/** All contents have come. */
	record End() implements ImageFrame {
	}
}
