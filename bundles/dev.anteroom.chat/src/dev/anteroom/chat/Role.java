/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.chat;

/** The ends of a conversation, two by two. */
public enum Role {

	/** The person who serves, one client at a time. */
	SERVER("Server"),
	/** The person who comes, waits and is served. */
	CLIENT("Client"),
	/** The person who keeps a room open. */
	HOST("Host"),
	/** A person in a room. */
	GUEST("Guest");

	private final String label;

	Role(String label) {
		this.label = label;
	}

	/**
	 * The name of this role in a sender's header, never translated: a server's and a client's go over the wire, and all
	 * of them into transcripts.
	 */
	public String label() {
		return label;
	}

	/** {@code Client(192.168.1.7)} for a client at {@code address}. */
	public String header(String address) {
		return label + '(' + address + ')';
	}

	/** Whether this is a role in a room, where everyone hears everyone. */
	public boolean isInRoom() {
		return this == HOST || this == GUEST;
	}

	/** The role at the other end. */
	public Role other() {
		return switch (this) {
		case SERVER -> CLIENT;
		case CLIENT -> SERVER;
		case HOST -> GUEST;
		case GUEST -> HOST;
		};
	}
}
