/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.benchmarks.hold;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Many clients in a process of their own, on plain sockets of one thread, from several addresses of the loopback
 * interface. Each line of the standard input is a command, answered with a line of figures:
 * {@code join COUNT}: connects so many more as fast as they are taken, until each was told something;
 * {@code leave}: closes all; {@code gone}: waits until the server has closed all.
 */
final class Crowd {

	/** As many as one address may have. */
	private static final int PER_ADDRESS = 100;
	/** How many connect at once; more would only wait in the system's queue, which has an end. */
	private static final int MOST_CONNECTING = 1_000;
	private static final long PATIENCE_MILLIS = 60_000;

	private final InetSocketAddress server;
	private final Selector selector = Selector.open();
	private final ByteBuffer buffer = ByteBuffer.allocate(4 << 10);
	private final List<SocketChannel> clients = new ArrayList<>();
	private int connecting;
	private int told;
	/** Closed without a word. */
	private int silent;
	private int closed;

	private Crowd(int port) throws IOException {
		server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
	}

	/** @param arguments the server's text port */
	public static void main(String... arguments) throws IOException {
		var crowd = new Crowd(Integer.parseInt(arguments[0]));
		var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
		for (String line = commands.readLine(); line != null; line = commands.readLine()) {
			String[] words = line.split(" ");
			long begun = System.nanoTime();
			switch (words[0]) {
			case "join" -> crowd.join(Integer.parseInt(words[1]));
			case "leave" -> crowd.leave();
			case "gone" -> crowd.awaitEnd();
			default -> throw new IllegalArgumentException(line);
			}
			System.out.println((System.nanoTime() - begun) / 1e6 + " " + crowd.told + " " + crowd.closed);
		}
	}

	private void join(int count) throws IOException {
		int before = told + silent;
		int begun = 0;
		long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
		while (told + silent - before < count && System.nanoTime() < end) {
			while (begun < count && connecting < MOST_CONNECTING) {
				begin(clients.size());
				begun++;
			}
			select();
		}
	}

	private void begin(int number) throws IOException {
		var client = SocketChannel.open();
		client.configureBlocking(false);
		int address = 2 + number / PER_ADDRESS;
		client.bind(new InetSocketAddress(
				InetAddress.getByAddress(new byte[] { 127, 0, (byte) (address >> 8), (byte) address }), 0));
		connecting++;
		clients.add(client);
		client.register(selector, SelectionKey.OP_CONNECT);
		client.connect(server);
	}

	private void select() throws IOException {
		selector.select(this::serve, 1_000);
	}

	private void serve(SelectionKey key) {
		var client = (SocketChannel) key.channel();
		try {
			if (key.isConnectable()) {
				connecting--;
				key.interestOps(SelectionKey.OP_READ);
				client.finishConnect();
				return;
			}
			int count = client.read(buffer.clear());
			if (count > 0 && key.attachment() == null) {
				key.attach(Boolean.TRUE);
				told++;
			} else if (count < 0) {
				end(client, key);
			}
		} catch (IOException e) {
			end(client, key);
		}
	}

	private void end(SocketChannel client, SelectionKey key) {
		silent += key.attachment() == null ? 1 : 0;
		try {
			client.close();
		} catch (IOException e) {
			// It is gone all the same.
		}
		closed++;
	}

	private void leave() throws IOException {
		for (SocketChannel client : clients) {
			client.close();
		}
		selector.selectNow();
		clients.clear();
		told = 0;
		silent = 0;
		closed = 0;
	}

	private void awaitEnd() throws IOException {
		long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
		while (closed < clients.size() && System.nanoTime() < end) {
			select();
		}
	}
}
