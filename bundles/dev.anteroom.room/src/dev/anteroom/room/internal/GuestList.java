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

/**
 * Keeps the {@link RoomView} of the guests up to date. Who comes and goes is to be read there at once, before anybody
 * hears of it, unless they are many; the listeners are told of many changes at once, as each message is one.
 */
final class GuestList {

	private static final int SHORT = 500;
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

	/** Somebody came or went. */
	void changed() {
		if (members.size() <= SHORT) {
			show();
		}
		counted();
	}

	/** Somebody said something. */
	void counted() {
		if (!scheduled) {
			scheduled = true;
			loop.schedule(() -> {
				scheduled = false;
				show();
				view.guestsChanged();
			}, MILLISECONDS, TimeUnit.MILLISECONDS);
		}
	}

	private void show() {
		view.guests(members.stream().map(Member::asGuest).toList());
	}
}
