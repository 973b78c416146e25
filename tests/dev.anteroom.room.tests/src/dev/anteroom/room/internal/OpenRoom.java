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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import dev.anteroom.chat.Phrase;
import dev.anteroom.room.Guest;
import dev.anteroom.room.RoomLimits;
import dev.anteroom.room.RoomSettings;

/** A room on any free port of the loopback interface, with those who came through here. */
final class OpenRoom implements AutoCloseable {

	static final RoomLimits LIMITS = new RoomLimits(100, 100, 64 << 10, Duration.ofMillis(100), 64 << 20, 64 << 20,
			1 << 20, Duration.ofSeconds(10), Duration.ofSeconds(10));

	final NoArchive archive = new NoArchive();
	final RoomHostService host = new RoomHostService(archive);
	final Log log = new Log(host.conversation().journal());
	private final List<RawGuest> guests = new ArrayList<>();

	OpenRoom() throws Exception {
		this(LIMITS);
	}

	OpenRoom(RoomLimits limits) throws Exception {
		host.open(new RoomSettings(InetAddress.getLoopbackAddress(), 0, NoArchive.NOWHERE, limits))
				.toCompletableFuture().get(RawGuest.PATIENCE, TimeUnit.MILLISECONDS);
	}

	int port() {
		return host.status().port();
	}

	/** Somebody new, once the room knows of it. */
	RawGuest join() {
		return entered(new RawGuest(port()));
	}

	/** Somebody new from {@code from}, once the room knows of it. */
	RawGuest join(InetAddress from) {
		return entered(new RawGuest(from, port()));
	}

	/** {@code guest}, once the room knows of it. */
	RawGuest entered(RawGuest guest) {
		guests.add(guest);
		log.await(Phrase.GUEST_JOINED, guests.size());
		return guest;
	}

	/** The guest that is {@code raw}, as the host sees it. */
	Guest guest(RawGuest raw) {
		await(() -> host.guests().stream().anyMatch(guest -> guest.address().toString().equals(raw.address())));
		return host.guests().stream().filter(guest -> guest.address().toString().equals(raw.address())).findAny()
				.orElseThrow();
	}

	/** Waits for {@code condition}, which a change of status or guests brings about. */
	void await(BooleanSupplier condition) {
		var changed = new Object();
		try (var registration = host.addListener(() -> {
			synchronized (changed) {
				changed.notifyAll();
			}
		})) {
			long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(RawGuest.PATIENCE);
			synchronized (changed) {
				while (!condition.getAsBoolean()) {
					long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
					if (left <= 0) {
						throw new AssertionError("It did not come about: " + host.status() + ' ' + host.guests());
					}
					changed.wait(left);
				}
			}
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	public void close() {
		guests.forEach(RawGuest::close);
		host.deactivate();
	}
}
