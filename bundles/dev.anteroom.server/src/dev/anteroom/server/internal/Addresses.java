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

import java.net.InetAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How many connections each address has, and which addresses were told of already. */
final class Addresses {

	/** Beyond so many addresses nothing more is told: a flood must not fill the log. */
	private static final int MOST_TOLD = 1_000;

	private final Map<InetAddress, Integer> connections = new HashMap<>();
	private final Seldom refused = new Seldom(System::nanoTime);
	private final Seldom faults = new Seldom(System::nanoTime);
	private final Set<InetAddress> strange = new HashSet<>();

	int connections(InetAddress ip) {
		return connections.getOrDefault(ip, 0);
	}

	void opened(InetAddress ip) {
		connections.merge(ip, 1, Integer::sum);
	}

	void closed(InetAddress ip) {
		connections.computeIfPresent(ip, (key, count) -> count == 1 ? null : count - 1);
	}

	/** Whether to tell that a client from {@code ip} was turned away. */
	boolean tellRefused(InetAddress ip) {
		return refused.tell(ip);
	}

	/** Whether to tell what a client from {@code ip} did wrong. */
	boolean tellFault(InetAddress ip) {
		return faults.tell(ip);
	}

	/** Whether to tell of an image connection from {@code ip}: the first time in a conversation, or between two. */
	boolean tellStrange(InetAddress ip) {
		return strange.size() < MOST_TOLD && strange.add(ip);
	}

	/** A conversation began or ended. */
	void forgetStrange() {
		strange.clear();
	}
}
