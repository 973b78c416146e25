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

import java.util.Collection;
import java.util.concurrent.TimeUnit;

import io.netty.util.concurrent.EventExecutor;

/** Keeps the {@link RoomView} of the guests up to date, many changes at once: each message is one. */
final class GuestList {

	private static final long MILLISECONDS = 100;

	private final EventExecutor loop;
	private final Collection<Member> members;
	private final RoomView view;
	private boolean scheduled;

	GuestList(EventExecutor loop, Collection<Member> members, RoomView view) {
		this.loop = loop;
		this.members = members;
		this.view = view;
	}

	void changed() {
		if (!scheduled) {
			scheduled = true;
			loop.schedule(() -> {
				scheduled = false;
				view.guests(members.stream().map(Member::asGuest).toList());
			}, MILLISECONDS, TimeUnit.MILLISECONDS);
		}
	}
}
