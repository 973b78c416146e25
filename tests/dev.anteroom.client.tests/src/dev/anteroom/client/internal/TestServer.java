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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A classic server made of plain sockets. It shares nothing with the program: every byte of it is written here. */
final class TestServer implements AutoCloseable {

	static final int PATIENCE = 10_000;

	private final List<AutoCloseable> open = new ArrayList<>();
	private final ServerSocket text = listen(0);
	private ServerSocket images;
	private int imagePort;

	/** Listens for text only: nobody answers on the image port. */
	static TestServer deafForImages() {
		var server = new TestServer();
		server.listenForImages();
		server.stopListeningForImages();
		return server;
	}

	/** Listens for text and pictures. */
	static TestServer whole() {
		var server = new TestServer();
		server.listenForImages();
		return server;
	}

	int textPort() {
		return text.getLocalPort();
	}

	int imagePort() {
		return imagePort;
	}

	void listenForImages() {
		images = listen(imagePort);
		imagePort = images.getLocalPort();
	}

	void stopListeningForImages() {
		close(images);
	}

	void stopListeningForText() {
		close(text);
	}

	/** The next text connection. */
	Peer accept() {
		return accept(text);
	}

	/** The next image connection. */
	Peer acceptImages() {
		return accept(images);
	}

	/** Whether nobody asks for an image connection within {@code milliseconds}. */
	boolean nobodyComesForImages(int milliseconds) throws IOException {
		images.setSoTimeout(milliseconds);
		try {
			images.accept().close();
			return false;
		} catch (SocketTimeoutException e) {
			return true;
		} finally {
			images.setSoTimeout(PATIENCE);
		}
	}

	@Override
	public void close() {
		open.forEach(TestServer::close);
	}

	private Peer accept(ServerSocket server) {
		try {
			Socket socket = server.accept();
			open.add(socket);
			return new Peer(socket);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private ServerSocket listen(int port) {
		try {
			var server = new ServerSocket();
			open.add(server);
			server.setReuseAddress(true);
			// So that little of what nobody reads is taken.
			server.setReceiveBufferSize(8 << 10);
			server.setSoTimeout(PATIENCE);
			server.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 50);
			return server;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static void close(AutoCloseable socket) {
		try {
			socket.close();
		} catch (Exception e) {
			throw new IllegalStateException(e);
		}
	}
}
