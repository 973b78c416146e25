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

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;

/**
 * What a room is doing.
 *
 * @param phase      whether it is open
 * @param address    the one address it listens on, or {@code null} for all; {@code null} when closed
 * @param port       the port it listens on, 0 when closed
 * @param blocked    the addresses from which nobody is let in, in digits, the latest last
 * @param transcript the file of the present transcript, or of the last one; {@code null} before the first
 */
public record RoomStatus(Phase phase, InetAddress address, int port, List<String> blocked, Path transcript) {

	/** Whether a room is open. */
	public enum Phase {
		CLOSED, OPENING, OPEN, CLOSING
	}

	/** The status of a room that was never opened. */
	public static final RoomStatus NEW = new RoomStatus(Phase.CLOSED, null, 0, List.of(), null);

	/** Whether guests can come. */
	public boolean isOpen() {
		return phase == Phase.OPEN;
	}
}
