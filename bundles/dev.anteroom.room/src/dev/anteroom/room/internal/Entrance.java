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

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.room.RoomLimits;

/** Who is let into a room. On the event loop only. */
final class Entrance {

	/** Beyond so many addresses nothing more is told: a flood must not fill the log. */
	private static final int MOST_TOLD = 1_000;

	private final RoomLimits limits;
	private final Map<InetAddress, Integer> inside = new HashMap<>();
	private final Set<InetAddress> blocked = new LinkedHashSet<>();
	private final Set<InetAddress> told = new HashSet<>();

	Entrance(RoomLimits limits) {
		this.limits = limits;
	}

	/** Why {@code address} is not let in while {@code present} are inside; {@code null} when it is. */
	Notice refusal(InetAddress ip, Endpoint address, int present) {
		int same = inside.getOrDefault(ip, 0);
		if (blocked.contains(ip)) {
			return Notice.of(Phrase.GUEST_REFUSED, address);
		}
		if (same >= limits.perAddress()) {
			return Notice.of(Phrase.ADDRESS_LIMIT, address, same);
		}
		return present >= limits.guests() ? Notice.of(Phrase.ROOM_FULL, address, present) : null;
	}

	/** Whether to tell that somebody from {@code ip} was not let in: the first time. */
	boolean tells(InetAddress ip) {
		return told.size() < MOST_TOLD && told.add(ip);
	}

	void entered(InetAddress ip) {
		inside.merge(ip, 1, Integer::sum);
	}

	void left(InetAddress ip) {
		inside.computeIfPresent(ip, (key, count) -> count == 1 ? null : count - 1);
	}

	/** @return whether it was not blocked before */
	boolean block(InetAddress ip) {
		told.remove(ip);
		return blocked.add(ip);
	}

	/** @return whether it was blocked */
	boolean unblock(String address) {
		told.removeIf(ip -> Endpoint.numeric(ip).equals(address));
		return blocked.removeIf(ip -> Endpoint.numeric(ip).equals(address));
	}

	List<String> blocked() {
		var addresses = new ArrayList<String>();
		blocked.forEach(ip -> addresses.add(Endpoint.numeric(ip)));
		return addresses;
	}
}
