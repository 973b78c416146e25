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

import java.time.Instant;

import dev.anteroom.chat.Endpoint;

/**
 * Somebody in line.
 *
 * @param ticket  tells this stay in line from every other of the same server
 * @param address the client's end of the connection
 * @param since   when it came
 */
public record WaitingClient(long ticket, Endpoint address, Instant since) {
}
