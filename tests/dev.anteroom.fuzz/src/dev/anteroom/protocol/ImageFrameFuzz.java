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
import java.util.ArrayList;
import java.util.List;

import dev.anteroom.fuzz.Input;

/** Bytes of an image connection, cut anywhere, against a decoder that has them all at once. */
public final class ImageFrameFuzz {

	private ImageFrameFuzz() {
	}

	public static void fuzzerTestOneInput(byte[] data) {
		var input = new Input(data);
		int limit = FramePieces.limit(input);
		var pieces = new FramePieces(input);
		var expected = new ArrayList<Object>();
		ByteBuffer bytes = ByteBuffer.wrap(pieces.all());
		while (bytes.remaining() >= Integer.BYTES) {
			int length = bytes.getInt();
			if (Integer.toUnsignedLong(length) > limit) {
				expected.add(FrameException.Kind.TOO_LONG);
				break;
			} else if (length == 0) {
				continue;
			}
			expected.add(new ImageFrame.Start(length));
			var content = new byte[Math.min(length, bytes.remaining())];
			bytes.get(content);
			if (content.length > 0) {
				expected.add(ByteBuffer.wrap(content));
			}
			if (content.length == length) {
				expected.add(new ImageFrame.End());
			}
		}
		List<Object> decoded = pieces.decode(new ImageFrameDecoder(limit));
		Input.check(decoded.equals(expected), "Decoded", decoded, expected);
	}
}
