/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.client.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The server's end of one connection. */
final class Peer {

	static final String GREETING = "歡迎進入聊天室\n";

	private final Socket socket;
	private final DataInputStream in;
	private final OutputStream out;

	Peer(Socket socket) throws IOException {
		this.socket = socket;
		socket.setSoTimeout(TestServer.PATIENCE);
		socket.setTcpNoDelay(true);
		in = new DataInputStream(socket.getInputStream());
		out = socket.getOutputStream();
	}

	Peer greet() throws IOException {
		return say(GREETING);
	}

	/** Sends a frame for each, all of them at once. */
	Peer say(String... texts) throws IOException {
		var frames = new ByteArrayOutputStream();
		for (String text : texts) {
			frames.writeBytes(frame(text.getBytes(StandardCharsets.UTF_8)));
		}
		return raw(frames.toByteArray());
	}

	Peer send(byte[] content) throws IOException {
		return raw(frame(content));
	}

	private static byte[] frame(byte[] content) {
		return ByteBuffer.allocate(4 + content.length).putInt(content.length).put(content).array();
	}

	Peer raw(byte[] bytes) throws IOException {
		out.write(bytes);
		out.flush();
		return this;
	}

	/** The next frame, as text. */
	String hear() throws IOException {
		return new String(receive(), StandardCharsets.UTF_8);
	}

	/** The next frame. */
	byte[] receive() throws IOException {
		return read(in.readInt());
	}

	/** The next {@code count} bytes. */
	byte[] read(int count) throws IOException {
		byte[] bytes = new byte[count];
		in.readFully(bytes);
		return bytes;
	}

	/** Whether the other end closes, and says nothing before. */
	boolean isLeft() throws IOException {
		try {
			return in.read() < 0;
		} catch (SocketException e) {
			return true;
		}
	}

	void close() throws IOException {
		socket.close();
	}

	/** Says that nothing more will be said, but goes on listening. */
	void shutdownOutput() throws IOException {
		socket.shutdownOutput();
	}

	/** Closes with a reset. */
	void reset() throws IOException {
		socket.setSoLinger(true, 0);
		socket.close();
	}
}
