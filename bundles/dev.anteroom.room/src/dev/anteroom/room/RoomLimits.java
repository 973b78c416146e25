/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.room;

import java.time.Duration;

/**
 * What strangers may ask of a room.
 *
 * @param guests     how many are let in
 * @param perAddress how many from one address
 * @param piece      bytes of a line without an end after which it goes on to the others in parts, at least 1
 * @param lineEnd    a line without an end goes on to the others when nothing more of it came for so long; ten times as
 *                   long while its last character is not whole
 * @param rate       bytes a second that a guest may send for long; what comes faster is read later
 * @param burst      bytes that a guest may send at once
 * @param queue      bytes that may wait for a guest who does not take them; with eight times as many it is let go
 * @param full       how long more than that may wait; after that, it is let go
 * @param connect    how long a guest tries to reach the room
 */
public record RoomLimits(int guests, int perAddress, int piece, Duration lineEnd, int rate, int burst, int queue,
		Duration full, Duration connect) {

	/** What is right for a class or an office. */
	public static final RoomLimits DEFAULT = new RoomLimits(2_000, 1_000, 64 << 10, Duration.ofMillis(100), 64 << 10,
			256 << 10, 1 << 20, Duration.ofSeconds(10), Duration.ofSeconds(10));

	/** Bytes of one text that is said here. */
	public int text() {
		return queue / 2;
	}
}
