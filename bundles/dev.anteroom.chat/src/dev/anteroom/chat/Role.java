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

/** The two ends of a conversation. */
public enum Role {

	/** The person who serves, one client at a time. */
	SERVER("Server"),
	/** The person who comes, waits and is served. */
	CLIENT("Client");

	private final String label;

	Role(String label) {
		this.label = label;
	}

	/** The name of this role in the sender's header of a chat line, never translated: it goes over the wire. */
	public String label() {
		return label;
	}

	/** The role at the other end. */
	public Role other() {
		return this == SERVER ? CLIENT : SERVER;
	}
}
