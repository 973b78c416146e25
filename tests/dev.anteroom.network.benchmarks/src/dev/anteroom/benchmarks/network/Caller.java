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

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One connection, by blocking calls: nothing of a framework is between its caller and the system. */
final class Caller implements AutoCloseable {

	private final SocketChannel channel;
	private final ByteBuffer in = ByteBuffer.allocateDirect(64 << 10);

	/** @param from this end's address */
	Caller(InetAddress from, int port) throws IOException {
		channel = SocketChannel.open();
		channel.bind(new InetSocketAddress(from, 0));
		channel.connect(new InetSocketAddress("127.0.0.1", port));
		channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
	}

	/** Returns when a frame that contains {@code words} has come in. */
	void await(String words) throws IOException {
		while (!frame().contains(words)) {
			continue;
		}
	}

	/** The next frame. */
	String frame() throws IOException {
		int length = read(Integer.BYTES).getInt();
		byte[] text = new byte[length];
		read(length).get(text);
		return new String(text, StandardCharsets.UTF_8);
	}

	private ByteBuffer read(int count) throws IOException {
		in.clear().limit(count);
		while (in.hasRemaining()) {
			if (channel.read(in) < 0) {
				throw new EOFException();
			}
		}
		return in.flip();
	}

	/** Writes all of {@code bytes}. */
	void write(ByteBuffer bytes) throws IOException {
		while (bytes.hasRemaining()) {
			channel.write(bytes);
		}
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
