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

	/** The most that one read takes: so much may come after the bound was reached, from one that stays. */
	private static final int RECEIVE_BUFFER = 64 << 10;

	private final int most;
	private ByteArrayOutputStream bytes;
	private long lost;

	/**
	 * @param most bytes that are taken from a client before it is no longer read. What is kept is that and a receive
	 *             buffer, and the frame that reaches beyond: nothing is lost of one that stays, and of one that leaves
	 *             not all that the system holds of it is in memory.
	 */
	HeldFrames(int most) {
		this.most = most + RECEIVE_BUFFER;
	}

	void add(String frame) {
		if (lost > 0 || bytes != null && bytes.size() >= most) {
			lost += frame.length();
			return;
		}
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

	/** How many characters came that were not kept. */
	long lost() {
		return lost;
	}

	void clear() {
		bytes = null;
	}
}
