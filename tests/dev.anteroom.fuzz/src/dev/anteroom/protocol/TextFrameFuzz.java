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

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import dev.anteroom.fuzz.Input;

/** Bytes of a text connection, cut anywhere, against a decoder that has them all at once. */
public final class TextFrameFuzz {

	private TextFrameFuzz() {
	}

	public static void fuzzerTestOneInput(byte[] data) {
		var input = new Input(data);
		int limit = FramePieces.limit(input);
		var pieces = new FramePieces(input);
		var expected = new ArrayList<Object>();
		ByteBuffer bytes = ByteBuffer.wrap(pieces.all());
		while (bytes.remaining() >= Integer.BYTES) {
			long length = Integer.toUnsignedLong(bytes.getInt());
			if (length > limit) {
				expected.add(FrameException.Kind.TOO_LONG);
				break;
			} else if (length > bytes.remaining()) {
				break;
			} else if (length > 0) {
				var frame = new byte[(int) length];
				bytes.get(frame);
				expected.add(new String(frame, StandardCharsets.UTF_8));
			}
		}
		List<Object> decoded = pieces.decode(new TextFrameDecoder(limit));
		Input.check(decoded.equals(expected), "Decoded", decoded, expected);
	}
}
