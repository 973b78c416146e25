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
import java.nio.file.Path;

/**
 * What a server is doing.
 *
 * @param phase      whether it listens
 * @param address    the one address it listens on, or {@code null} for all; {@code null} when stopped
 * @param textPort   the port it listens on, 0 when stopped
 * @param imagePort  the port it listens on, 0 when stopped
 * @param paused     whether the next is admitted only when the person says so
 * @param transcript the file of the present transcript, or of the last one; {@code null} before the first
 */
public record ServerStatus(Phase phase, InetAddress address, int textPort, int imagePort, boolean paused,
		Path transcript) {

	/** Whether a server listens. */
	public enum Phase {
		STOPPED, STARTING, LISTENING, STOPPING
	}

	/** The status of a server that was never started. */
	public static final ServerStatus NEW = new ServerStatus(Phase.STOPPED, null, 0, 0, false, null);

	/** Whether both ports accept connections. */
	public boolean isListening() {
		return phase == Phase.LISTENING;
	}
}
