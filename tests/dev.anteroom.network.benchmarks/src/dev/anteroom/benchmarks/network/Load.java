/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.benchmarks.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What is sent, and from where. */
final class Load {

	static final int MIB = 1 << 20;
	static final int PICTURE_MIB = 16;
	static final int CROWD = 10_000;
	static final String GREETING = "歡迎進入聊天室";
	static final String WAIT = "位等待中";
	/** What somebody says, 64 bytes. */
	static final String MESSAGE = "0123456789abcdef".repeat(4);

	/** Half of what one address may have. */
	private static final int PER_ADDRESS = 50;

	private Load() {
	}

	/** An address of the loopback interface for the connection {@code index}. */
	static InetAddress address(int index) {
		int host = index / PER_ADDRESS;
		try {
			return InetAddress.getByAddress(new byte[] { 127, 1, (byte) (host / 250), (byte) (1 + host % 250) });
		} catch (UnknownHostException e) {
			throw new IllegalStateException(e);
		}
	}

	/** {@code text} as a frame. */
	static ByteBuffer frame(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		return ByteBuffer.allocateDirect(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes).flip();
	}
}
