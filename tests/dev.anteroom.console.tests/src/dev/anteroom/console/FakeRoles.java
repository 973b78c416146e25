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

import dev.anteroom.client.ChatClient;
import dev.anteroom.room.RoomGuest;
import dev.anteroom.room.RoomHost;
import dev.anteroom.server.ChatServer;

/** One role; a console that asks for another fails. */
record FakeRoles(Object role) implements Console.Roles {

	@Override
	public ChatServer server() {
		return (ChatServer) role;
	}

	@Override
	public ChatClient client() {
		return (ChatClient) role;
	}

	@Override
	public RoomHost host() {
		return (RoomHost) role;
	}

	@Override
	public RoomGuest guest() {
		return (RoomGuest) role;
	}
}
