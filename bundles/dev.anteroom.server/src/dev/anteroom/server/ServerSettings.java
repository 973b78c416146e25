/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.server;

import java.net.InetAddress;

import dev.anteroom.chat.Archive;
import dev.anteroom.protocol.Limits;

/**
 * How a server is to run.
 *
 * @param address     the one address to listen on, or {@code null} for all
 * @param textPort    0 to 65,535; 0 for any free one
 * @param imagePort   0 to 65,535; 0 for any free one
 * @param transcripts where transcripts go
 */
public record ServerSettings(InetAddress address, int textPort, int imagePort, Archive.Location transcripts,
		Limits limits) {
}
