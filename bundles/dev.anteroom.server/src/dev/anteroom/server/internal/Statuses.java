/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.server.internal;

import java.nio.file.Path;

import dev.anteroom.server.ServerSettings;
import dev.anteroom.server.ServerStatus;
import dev.anteroom.server.ServerStatus.Phase;

/** The statuses a server goes through. */
final class Statuses {

	private Statuses() {
	}

	static ServerStatus starting(ServerStatus before, ServerSettings settings) {
		return new ServerStatus(Phase.STARTING, settings.address(), 0, 0, false, before.transcript());
	}

	static ServerStatus listening(ServerStatus before, int textPort, int imagePort, Path transcript) {
		return new ServerStatus(Phase.LISTENING, before.address(), textPort, imagePort, before.paused(), transcript);
	}

	static ServerStatus paused(ServerStatus before, boolean paused) {
		return new ServerStatus(before.phase(), before.address(), before.textPort(), before.imagePort(), paused,
				before.transcript());
	}

	static ServerStatus stopping(ServerStatus before) {
		return new ServerStatus(Phase.STOPPING, before.address(), before.textPort(), before.imagePort(),
				before.paused(), before.transcript());
	}

	static ServerStatus stopped(ServerStatus before) {
		return new ServerStatus(Phase.STOPPED, null, 0, 0, false, before.transcript());
	}
}
