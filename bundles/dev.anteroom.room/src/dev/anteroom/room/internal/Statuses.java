/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.room.internal;

import java.nio.file.Path;
import java.util.List;

import dev.anteroom.room.RoomSettings;
import dev.anteroom.room.RoomStatus;
import dev.anteroom.room.RoomStatus.Phase;

/** The statuses a room goes through. */
final class Statuses {

	private Statuses() {
	}

	static RoomStatus opening(RoomStatus before, RoomSettings settings) {
		return new RoomStatus(Phase.OPENING, settings.address(), 0, List.of(), before.transcript());
	}

	static RoomStatus open(RoomStatus before, int port, Path transcript) {
		return new RoomStatus(Phase.OPEN, before.address(), port, before.blocked(), transcript);
	}

	static RoomStatus blocked(RoomStatus before, List<String> blocked) {
		return new RoomStatus(before.phase(), before.address(), before.port(), List.copyOf(blocked),
				before.transcript());
	}

	static RoomStatus closing(RoomStatus before) {
		return new RoomStatus(Phase.CLOSING, before.address(), before.port(), before.blocked(), before.transcript());
	}

	static RoomStatus closed(RoomStatus before) {
		return new RoomStatus(Phase.CLOSED, null, 0, List.of(), before.transcript());
	}
}
