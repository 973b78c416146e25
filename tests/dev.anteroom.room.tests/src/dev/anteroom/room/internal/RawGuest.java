/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.room.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A deployed participant: a socket and nothing else. */
final class RawGuest implements AutoCloseable {

	static final int PATIENCE = 10_000;

	private final Socket socket;
	private final String address;
	private final InputStream in;
	private final OutputStream out;

	RawGuest(int port) {
		this(open(InetAddress.getLoopbackAddress(), port, 0));
	}

	/** @param from the local address to connect from */
	RawGuest(InetAddress from, int port) {
		this(open(from, port, 0));
	}

	RawGuest(Socket socket) {
		this.socket = socket;
		this.address = socket.getLocalAddress().getHostAddress() + ':' + socket.getLocalPort();
		try {
			socket.setSoTimeout(PATIENCE);
			socket.setTcpNoDelay(true);
			in = socket.getInputStream();
			out = socket.getOutputStream();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @param receiveBuffer bytes, 0 for the system's choice */
	static Socket open(InetAddress from, int port, int receiveBuffer) {
		try {
			var socket = new Socket();
			if (receiveBuffer > 0) {
				socket.setReceiveBufferSize(receiveBuffer);
			}
			socket.bind(new InetSocketAddress(from, 0));
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
			return socket;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	String address() {
		return address;
	}

	void send(byte... raw) {
		try {
			out.write(raw);
			out.flush();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	void say(String text) {
		send(text.getBytes(StandardCharsets.UTF_8));
	}

	/** The next {@code length} bytes. */
	byte[] bytes(int length) {
		try {
			return in.readNBytes(length);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** All that comes until the other end closes. */
	byte[] rest() {
		var all = new ByteArrayOutputStream();
		try {
			in.transferTo(all);
		} catch (SocketException reset) {
			// That is an end, too.
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return all.toByteArray();
	}

	/** Says nothing more. */
	void end() {
		try {
			socket.shutdownOutput();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Goes without a farewell: what is on its way may be lost. */
	void reset() {
		try {
			socket.setSoLinger(true, 0);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		close();
	}

	/** Does {@code action} unless the other end closes meanwhile. */
	void tries(Runnable action) {
		try {
			action.run();
		} catch (UncheckedIOException e) {
			// It was closed.
		}
	}

	/** As many bytes as {@code expected} has, as text. */
	String heard(String expected) {
		return new String(bytes(expected.getBytes(StandardCharsets.UTF_8).length), StandardCharsets.UTF_8);
	}

	/** Whether nothing comes for a moment: for what must never come, once what came after it is there. */
	boolean hearsNothing() {
		try {
			socket.setSoTimeout(50);
			return in.read() < 0;
		} catch (SocketTimeoutException silence) {
			return true;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Reads whatever comes until the other end closes. */
	boolean isClosedByHost() {
		try {
			in.transferTo(OutputStream.nullOutputStream());
			return true;
		} catch (SocketException reset) {
			return true;
		} catch (IOException e) {
			return false;
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
