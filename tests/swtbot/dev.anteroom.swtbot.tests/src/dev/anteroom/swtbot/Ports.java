/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.swtbot;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A server's two ports. */
record Ports(int text, int image) {

	/** Below those that systems give to outgoing connections, any of which may be taken a moment later. */
	private static final int FIRST = 15_000;
	private static final int END = 32_000;

	/** Two ports that nobody uses. */
	static Ports free() {
		int text = one();
		int image = one();
		return text == image ? free() : new Ports(text, image);
	}

	private static int one() {
		while (true) {
			int port = ThreadLocalRandom.current().nextInt(FIRST, END);
			try (var probe = new ServerSocket(port)) {
				return probe.getLocalPort();
			} catch (IOException e) {
				// Somebody has it.
			}
		}
	}
}
