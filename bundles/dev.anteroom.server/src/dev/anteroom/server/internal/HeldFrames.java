/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.server.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Text frames kept from a client in line, as the bytes they came as: a frame of one letter would otherwise take ten times
 * the memory that its sender spent on it.
 */
final class HeldFrames {

	private ByteArrayOutputStream bytes;

	void add(String frame) {
		if (bytes == null) {
			bytes = new ByteArrayOutputStream();
		}
		byte[] content = frame.getBytes(StandardCharsets.UTF_8);
		bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(content.length).array());
		bytes.writeBytes(content);
	}

	/** What was added, in order. */
	List<String> frames() {
		var frames = new ArrayList<String>();
		ByteBuffer rest = ByteBuffer.wrap(bytes == null ? new byte[0] : bytes.toByteArray());
		while (rest.hasRemaining()) {
			byte[] content = new byte[rest.getInt()];
			rest.get(content);
			frames.add(new String(content, StandardCharsets.UTF_8));
		}
		return frames;
	}

	void clear() {
		bytes = null;
	}
}
