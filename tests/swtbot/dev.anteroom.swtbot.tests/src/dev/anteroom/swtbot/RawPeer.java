/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.swtbot;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Somebody with another program: a client of the classic protocol on a bare socket. */
final class RawPeer implements Closeable {

	private static final String GREETING = "歡迎進入聊天室\n";
	private static final int PATIENCE_MILLIS = 20_000;

	private final Socket socket;
	private final DataInputStream in;
	private final DataOutputStream out;

	RawPeer(Ports ports) throws IOException {
		socket = new Socket(InetAddress.getLoopbackAddress(), ports.text());
		socket.setSoTimeout(PATIENCE_MILLIS);
		in = new DataInputStream(socket.getInputStream());
		out = new DataOutputStream(socket.getOutputStream());
	}

	/** Returns when it is told that it is its turn. */
	void awaitTurn() throws IOException {
		awaitText(GREETING);
	}

	/** Returns when it is told that it waits as number {@code place}. */
	void awaitPlace(int place) throws IOException {
		awaitText("您是第 " + place + " 位等待中，請稍候...\n");
	}

	/** Returns when {@code text} was received; what came before it is skipped. */
	void awaitText(String text) throws IOException {
		String received;
		do {
			received = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
		} while (!received.equals(text));
	}

	/** Returns when the other end has closed the connection. */
	void awaitEnd() throws IOException {
		in.transferTo(OutputStream.nullOutputStream());
	}

	void say(String text) throws IOException {
		byte[] payload = ("Client(127.0.0.1):" + text + '\n').getBytes(StandardCharsets.UTF_8);
		out.writeInt(payload.length);
		out.write(payload);
		out.flush();
	}

	/** As the waiting line shows it. */
	String address() {
		return "127.0.0.1:" + socket.getLocalPort();
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}
}
