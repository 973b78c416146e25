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
import java.net.InetAddress;
import java.net.ServerSocket;

/** A server's two ports. */
record Ports(int text, int image) {

	/** Two ports that nobody listens on. */
	static Ports free() throws IOException {
		try (var one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
				var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return new Ports(one.getLocalPort(), other.getLocalPort());
		}
	}
}
