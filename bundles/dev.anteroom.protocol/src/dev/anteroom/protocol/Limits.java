/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.protocol;

import java.time.Duration;

/**
 * What strangers on the network may ask of us. Each limit is answered with a line in the log and never with memory.
 *
 * @param textFrame         bytes of one text frame, without its length field
 * @param imageFrame        bytes of one image frame, without its length field
 * @param waiting           clients in line
 * @param perAddress        connections from one address, being served or in line
 * @param heldText          bytes taken from a waiting client; more is left to its own side until it is admitted
 * @param frame             the time a frame may take from its first byte to its last
 * @param stalledWrite      how long the other end may take nothing of what it is sent
 * @param connect           how long a client tries to reach the server
 * @param imageConnectRetry how long a client tries to open its image connection
 * @param merge             how long after a text a picture may come that belongs to it
 * @param textRate          bytes a second that are taken from a text connection in the long run, each frame counting 1
 *                          KiB more than it has; eight times as many at once
 */
public record Limits(int textFrame, int imageFrame, int waiting, int perAddress, int heldText, Duration frame,
		Duration stalledWrite, Duration connect, Duration imageConnectRetry, Duration merge, int textRate) {

	private static final int DEFAULT_TEXT_RATE = 2 << 20;

	/** What is right for an office. */
	public static final Limits DEFAULT = new Limits(1 << 20, 64 << 20, 10_000, 100, 64 << 10, Duration.ofSeconds(60),
			Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofMillis(300));

	/** With the default rate of text. */
	public Limits(int textFrame, int imageFrame, int waiting, int perAddress, int heldText, Duration frame,
			Duration stalledWrite, Duration connect, Duration imageConnectRetry, Duration merge) {
		this(textFrame, imageFrame, waiting, perAddress, heldText, frame, stalledWrite, connect, imageConnectRetry,
				merge, DEFAULT_TEXT_RATE);
	}
}
