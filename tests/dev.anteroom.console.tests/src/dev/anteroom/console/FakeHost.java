/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.console;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;

import dev.anteroom.chat.Registration;
import dev.anteroom.chat.Role;
import dev.anteroom.room.Guest;
import dev.anteroom.room.RoomHost;
import dev.anteroom.room.RoomSettings;
import dev.anteroom.room.RoomStatus;

/** A room without a network, of which a test says who is there. */
final class FakeHost implements RoomHost {

	final FakeConversation conversation = new FakeConversation(Role.HOST);
	final CompletableFuture<RoomSettings> asked = new CompletableFuture<>();
	final CompletableFuture<Void> closed = new CompletableFuture<>();
	final BlockingQueue<String> commands = new LinkedBlockingQueue<>();
	volatile List<Guest> guests = List.of();
	volatile List<String> blocked = List.of();

	@Override
	public CompletionStage<Void> open(RoomSettings settings) {
		asked.complete(settings);
		return CompletableFuture.completedStage(null);
	}

	@Override
	public CompletionStage<Void> close() {
		closed.complete(null);
		return closed;
	}

	@Override
	public RoomStatus status() {
		return new RoomStatus(RoomStatus.Phase.OPEN, null, 5_000, blocked, null);
	}

	@Override
	public List<Guest> guests() {
		return new ArrayList<>(guests);
	}

	@Override
	public void remove(Guest guest) {
		commands.add("remove " + guest.address());
	}

	@Override
	public void block(Guest guest) {
		commands.add("block " + guest.address());
	}

	@Override
	public void unblock(Collection<String> addresses) {
		addresses.forEach(address -> commands.add("unblock " + address));
	}

	@Override
	public FakeConversation conversation() {
		return conversation;
	}

	@Override
	public Registration addListener(Runnable listener) {
		return () -> {
		};
	}
}
