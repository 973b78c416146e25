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

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/** The client that is being served, on a plain socket: it says something, is answered, and takes the time. */
final class Talker implements AutoCloseable {

	/** Between two messages: as many as a server takes from one client in the long run, and not more. */
	private static final long PAUSE_NANOS = 1_000_000;

	private final Socket socket;
	private final DataInputStream in;
	private volatile boolean enough;

	/** Connects and is greeted. */
	Talker(int port) throws IOException {
		socket = new Socket(InetAddress.getLoopbackAddress(), port);
		socket.setTcpNoDelay(true);
		socket.setSoTimeout(60_000);
		in = new DataInputStream(socket.getInputStream());
		hear();
	}

	/** No more than what {@link #talk} is at. Any thread. */
	void stop() {
		enough = true;
	}

	/** Microseconds from each message of 64 bytes to its answer, sorted; until it is stopped or has said so many. */
	double[] talk(int most) throws IOException {
		enough = false;
		byte[] text = ("Client(127.0.0.1):" + "x".repeat(45) + "\n").getBytes(StandardCharsets.UTF_8);
		byte[] frame = ByteBuffer.allocate(Integer.BYTES + text.length).putInt(text.length).put(text).array();
		double[] times = new double[most];
		int count = 0;
		while (count < most && !enough) {
			long begun = System.nanoTime();
			socket.getOutputStream().write(frame);
			hear();
			times[count++] = (System.nanoTime() - begun) / 1e3;
			LockSupport.parkNanos(PAUSE_NANOS);
		}
		double[] sorted = Arrays.copyOf(times, count);
		Arrays.sort(sorted);
		return sorted;
	}

	/** @param share such as 0.99 */
	static double percentile(double[] sorted, double share) {
		return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
	}

	private void hear() throws IOException {
		in.skipNBytes(in.readInt());
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}
}
