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

import dev.anteroom.chat.Archive;

/**
 * How a room is to be kept.
 *
 * @param address     the one address to listen on, or {@code null} for all
 * @param port        0 to 65,535; 0 for any free one
 * @param transcripts where transcripts go
 */
public record RoomSettings(InetAddress address, int port, Archive.Location transcripts, RoomLimits limits) {

	/** Where a room listens unless told otherwise. */
	public static final int PORT = 5_000;
}
