/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.client;

import dev.anteroom.chat.Archive;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.protocol.Limits;

/**
 * Where a client is to go.
 *
 * @param server      name or address, and text port
 * @param imagePort   where the same host takes pictures
 * @param transcripts where transcripts go
 */
public record ClientSettings(Endpoint server, int imagePort, Archive.Location transcripts, Limits limits) {
}
