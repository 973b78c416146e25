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

import java.util.List;
import java.util.function.UnaryOperator;

import dev.anteroom.chat.Listeners;
import dev.anteroom.chat.Registration;
import dev.anteroom.room.Guest;
import dev.anteroom.room.RoomStatus;

/** What other threads see of a room: written by one thread at a time, read by any. */
final class RoomView {

	private final Listeners listeners = new Listeners();
	private volatile RoomStatus status = RoomStatus.NEW;
	private volatile List<Guest> guests = List.of();

	RoomStatus status() {
		return status;
	}

	List<Guest> guests() {
		return guests;
	}

	Registration addListener(Runnable listener) {
		return listeners.add(listener);
	}

	/** Changes the status and tells the listeners. */
	void status(UnaryOperator<RoomStatus> change) {
		status = change.apply(status);
		listeners.call();
	}

	/** Shows {@code now}; the listeners are told by {@link #guestsChanged()}. */
	void guests(List<Guest> now) {
		guests = List.copyOf(now);
	}

	void guestsChanged() {
		listeners.call();
	}
}
