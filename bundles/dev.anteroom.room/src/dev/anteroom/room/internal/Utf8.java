/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.room.internal;

import io.netty.buffer.ByteBuf;

/** Where characters end in UTF-8 (RFC 3629). */
final class Utf8 {

	private static final int LONGEST = 4;

	private Utf8() {
	}

	/**
	 * How many of the readable bytes of {@code in} are whole characters: all of them, but for up to three at the end with
	 * which a character begins. A byte that can begin none counts as one.
	 */
	static int wholeCharacters(ByteBuf in) {
		int end = in.writerIndex();
		for (int length = 1; length < LONGEST && length <= in.readableBytes(); length++) {
			byte lead = in.getByte(end - length);
			if (!isContinuation(lead)) {
				return lengthOf(lead) > length ? in.readableBytes() - length : in.readableBytes();
			}
		}
		return in.readableBytes();
	}

	private static boolean isContinuation(byte value) {
		return (value & 0xC0) == 0x80;
	}

	/** How many bytes a character has that begins with {@code lead}; 1 for what begins none. */
	private static int lengthOf(byte lead) {
		int value = lead & 0xFF;
		return value >= 0xF5 ? 1 : value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : value >= 0xC2 ? 2 : 1;
	}
}
