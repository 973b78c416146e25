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
 * Unpacks the pixels of one GIF frame.
 * <p>
 * Source: CompuServe, GIF89a Specification, 22 and appendix F.
 */
final class GifPixels {

	private static final int CODES = 4096;

	private final PictureInput input;
	private final int clear;
	private final int first;
	private final byte[] block = new byte[255];
	private int blockLength;
	private int blockAt;
	private int bits;
	private int bitCount;

	/** Each string of pixels is an earlier one and one pixel more. */
	private final short[] prefix = new short[CODES];
	private final byte[] last = new byte[CODES];
	private final byte[] pending = new byte[CODES + 1];
	private int pendingCount;
	private int next;
	private int size;
	private int previous = -1;
	private int previousFirst;

	/** @param input stands where the pixels begin */
	GifPixels(PictureInput input) throws IOException {
		this.input = input;
		first = input.readUnsignedByte();
		if (first < 1 || first > 8) {
			throw new IOException("Code size " + first);
		}
		clear = 1 << first;
		for (int i = 0; i < clear; i++) {
			last[i] = (byte) i;
		}
		reset();
	}

	private void reset() {
		next = clear + 2;
		size = first + 1;
		previous = -1;
	}

	/** Fills {@code indexes}, or fails. */
	void read(byte[] indexes) throws IOException {
		int done = 0;
		while (done < indexes.length) {
			if (pendingCount == 0) {
				unpack();
			}
			while (pendingCount > 0 && done < indexes.length) {
				indexes[done++] = pending[--pendingCount];
			}
		}
	}

	/** Unpacks the next code to {@link #pending}, last pixel first. */
	private void unpack() throws IOException {
		int code = code();
		if (code == clear) {
			reset();
			return;
		}
		if (code == clear + 1) {
			throw new EOFException();
		}
		int at = code;
		if (previous < 0 && code >= clear || code > next) {
			throw new IOException("Code " + code);
		}
		if (code == next) {
			pending[pendingCount++] = (byte) previousFirst;
			at = previous;
		}
		while (at >= clear) {
			pending[pendingCount++] = last[at];
			at = prefix[at];
		}
		pending[pendingCount++] = (byte) at;
		if (previous >= 0 && next < CODES) {
			prefix[next] = (short) previous;
			last[next] = (byte) at;
			next++;
			if (next == 1 << size && size < 12) {
				size++;
			}
		}
		previous = code;
		previousFirst = at;
	}

	private int code() throws IOException {
		while (bitCount < size) {
			if (blockAt == blockLength) {
				blockLength = input.readUnsignedByte();
				if (blockLength == 0) {
					throw new EOFException();
				}
				// Of the last block of a truncated file, what there is.
				blockLength = input.read(block, 0, blockLength);
				if (blockLength < 0) {
					throw new EOFException();
				}
				blockAt = 0;
			}
			bits |= (block[blockAt++] & 0xFF) << bitCount;
			bitCount += 8;
		}
		int code = bits & (1 << size) - 1;
		bits >>>= size;
		bitCount -= size;
		return code;
	}
}
