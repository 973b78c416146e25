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

import java.time.Instant;

import dev.anteroom.chat.Endpoint;

/**
 * Somebody in a room beside its host.
 *
 * @param id       tells this stay from every other of the same room
 * @param address  the guest's end of the connection
 * @param since    when it came
 * @param messages how often it has said something
 */
public record Guest(long id, Endpoint address, Instant since, long messages) {
}
