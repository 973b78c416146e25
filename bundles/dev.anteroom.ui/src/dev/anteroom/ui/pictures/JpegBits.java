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

import java.io.EOFException;
import java.io.IOException;

/**
 * The bits of a JPEG's scan.
 * <p>
 * Source: ITU-T T.81, F.1.2.3 and F.2.2.
 */
final class JpegBits {

	private final PictureInput input;
	private final byte[] buffer = new byte[8 * 1024];
	private int at;
	private int end;
	/** The next bits, as low ones. */
	private long bits;
	private int count;
	/** How many of them are made up because the data ended. */
	private int missing;
	/** The marker that ended the data, or 0. */
	private int marker;

	/** @param input stands where the scan's data begin */
	JpegBits(PictureInput input) {
		this.input = input;
	}

	/** The next symbol. */
	int symbol(JpegCodes codes) throws IOException {
		if (count < 32) {
			fill();
		}
		int found = codes.find((int) (bits >>> count - 16) & 0xFFFF);
		consume(found >> 8);
		return found & 0xFF;
	}

	/** The signed number of {@code length} bits, 16 at the most; only after a symbol. */
	int number(int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		int value = (int) (bits >>> count - length) & (1 << length) - 1;
		consume(length);
		return value < 1 << length - 1 ? value - (1 << length) + 1 : value;
	}

	/** Passes over up to 16 bits; only after a symbol. */
	void skip(int length) throws IOException {
		consume(length);
	}

	private void consume(int length) throws IOException {
		count -= length;
		if (count < missing) {
			throw new EOFException();
		}
	}

	private void fill() throws IOException {
		while (count <= 48) {
			int next = marker != 0 ? -1 : nextByte();
			bits = bits << 8 | next & 0xFF;
			count += 8;
			if (next < 0) {
				missing += 8;
			}
		}
	}

	/** -1 at the end of the data. */
	private int nextByte() throws IOException {
		int next = raw();
		if (next != 0xFF) {
			return next;
		}
		int code;
		do {
			code = raw();
		} while (code == 0xFF);
		if (code == 0) {
			return 0xFF;
		}
		marker = code < 0 ? 0xFFFF : code;
		return -1;
	}

	private int raw() throws IOException {
		if (at == end) {
			end = Math.max(0, input.read(buffer, 0, buffer.length));
			at = 0;
			if (end == 0) {
				marker = 0xFFFF;
				return -1;
			}
		}
		return buffer[at++] & 0xFF;
	}

	/** Leaves the input before the marker that comes next. */
	void leave() throws IOException {
		long ahead = end - at + (marker == 0 || marker == 0xFFFF ? 0 : 2);
		input.seek(input.getStreamPosition() - ahead);
	}

	/** Goes on behind the next restart marker. */
	void restart() throws IOException {
		while (marker == 0) {
			nextByte();
		}
		if (marker < 0xD0 || marker > 0xD7) {
			throw new EOFException();
		}
		marker = 0;
		bits = 0;
		count = 0;
		missing = 0;
	}
}
