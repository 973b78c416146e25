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
import java.util.List;

import javax.imageio.stream.ImageInputStreamImpl;

/** Parts of a picture's file, with bytes of our own between them, as if they were a file. Closes nothing. */
final class SplicedInput extends ImageInputStreamImpl {

	/**
	 * @param bytes  our own, or {@code null} for bytes of the file
	 * @param from   where they begin in the file
	 * @param length how many
	 */
	record Piece(byte[] bytes, long from, long length) {

		static Piece of(byte[] bytes) {
			return new Piece(bytes, 0, bytes.length);
		}

		static Piece of(long from, long to) {
			return new Piece(null, from, to - from);
		}
	}

	/**
	 * A reader may try to read so often where nothing is. Some take the end for zeros, from which a few bytes can make
	 * them read for minutes, and look at no other failure meanwhile.
	 */
	private static final int MOST_PAST_END = 10_000;

	private final PictureInput input;
	private final List<Piece> pieces;
	private int pastEnd;

	SplicedInput(PictureInput input, List<Piece> pieces) {
		this.input = input;
		this.pieces = List.copyOf(pieces);
	}

	@Override
	public int read() throws IOException {
		var one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
	}

	/** Reads as much as there is: {@link ImageInputStreamImpl} takes less for the end. */
	@Override
	public int read(byte[] target, int offset, int wanted) throws IOException {
		checkClosed();
		bitOffset = 0;
		int done = 0;
		int count = 0;
		while (done < wanted && (count = readPiece(target, offset + done, wanted - done)) > 0) {
			done += count;
		}
		if (done > 0 || count == 0) {
			return done;
		}
		if (++pastEnd > MOST_PAST_END) {
			throw new IOException("Read on and on after the end");
		}
		return -1;
	}

	private int readPiece(byte[] target, int offset, int wanted) throws IOException {
		long within = streamPos;
		for (Piece piece : pieces) {
			if (within < piece.length()) {
				int count = (int) Math.min(wanted, piece.length() - within);
				if (piece.bytes() != null) {
					System.arraycopy(piece.bytes(), (int) within, target, offset, count);
				} else {
					input.seek(piece.from() + within);
					count = input.read(target, offset, count);
				}
				streamPos += Math.max(0, count);
				return count;
			}
			within -= piece.length();
		}
		return -1;
	}
}
