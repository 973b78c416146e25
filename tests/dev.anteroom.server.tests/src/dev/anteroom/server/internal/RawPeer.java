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
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** One connection of a deployed program, by hand: it shares nothing with the code under test. */
final class RawPeer implements AutoCloseable {

	static final String GREETING = "歡迎進入聊天室\n";
	static final int PATIENCE = 10_000;

	private final Socket socket;
	private final DataInputStream in;
	private final OutputStream out;

	RawPeer(int port) {
		this(InetAddress.getLoopbackAddress(), port);
	}

	/** @param from the local address to connect from */
	RawPeer(InetAddress from, int port) {
		try {
			socket = new Socket(InetAddress.getLoopbackAddress(), port, from, 0);
			socket.setSoTimeout(PATIENCE);
			in = new DataInputStream(socket.getInputStream());
			out = socket.getOutputStream();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static String waitNotice(int place) {
		return "您是第 " + place + " 位等待中，請稍候...\n";
	}

	int port() {
		return socket.getLocalPort();
	}

	/** The next frame as text. */
	String text() {
		return new String(bytes(), StandardCharsets.UTF_8);
	}

	/** The next frame. */
	byte[] bytes() {
		try {
			byte[] frame = new byte[in.readInt()];
			in.readFully(frame);
			return frame;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Reads whatever comes until the server closes. */
	boolean isClosedByServer() {
		try {
			while (in.read() >= 0) {
				continue;
			}
			return true;
		} catch (SocketException reset) {
			return true;
		} catch (IOException e) {
			return false;
		}
	}

	/** Reads whatever comes until the server closes, and says whether it did so without a reset. */
	boolean isClosedInOrder() {
		try {
			while (in.read() >= 0) {
				continue;
			}
			return true;
		} catch (IOException e) {
			return false;
		}
	}

	void say(String text) {
		send(frame(text.getBytes(StandardCharsets.UTF_8)));
	}

	void send(byte[] raw) {
		try {
			out.write(raw);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static byte[] frame(byte[] content) {
		return ByteBuffer.allocate(4 + content.length).putInt(content.length).put(content).array();
	}

	static byte[] join(byte[]... parts) {
		var all = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			all.writeBytes(part);
		}
		return all.toByteArray();
	}

	/** Whether the server takes what is sent: writes until that fails, or all is written. */
	boolean takes(byte[] raw, int times) {
		try {
			for (int i = 0; i < times; i++) {
				out.write(raw);
			}
			return true;
		} catch (IOException e) {
			return false;
		}
	}

	/** Closes with a reset, as a program that was killed may. */
	void reset() {
		try {
			socket.setSoLinger(true, 0);
		} catch (SocketException e) {
			throw new UncheckedIOException(e);
		}
		close();
	}

	/** Says that nothing more will be sent, but goes on reading. */
	void shutdownOutput() {
		try {
			socket.shutdownOutput();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public void close() {
		try {
			socket.close();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
