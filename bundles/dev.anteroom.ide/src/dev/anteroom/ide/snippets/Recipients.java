/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ide.snippets;

import java.util.EnumSet;
import java.util.Set;

import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Role;

/**
 * Whose conversations a text may be for.
 *
 * @param server    where the server's conversation stands
 * @param client    where the client's conversation stands
 * @param listening whether the server is at work
 * @param open      the roles whose conversations are open in the window
 */
record Recipients(ConversationState server, ConversationState client, boolean listening, Set<Role> open) {

	/** One when it is clear; both when the person has to say. */
	Set<Role> roles() {
		Set<Role> talking = of(server instanceof ConversationState.Conversing,
				client instanceof ConversationState.Conversing);
		if (!talking.isEmpty()) {
			return talking;
		}
		Set<Role> begun = of(listening, !(client instanceof ConversationState.Idle));
		if (!begun.isEmpty()) {
			return begun;
		}
		return open.isEmpty() ? EnumSet.of(Role.SERVER, Role.CLIENT) : open;
	}

	private static Set<Role> of(boolean serving, boolean visiting) {
		Set<Role> roles = EnumSet.noneOf(Role.class);
		if (serving) {
			roles.add(Role.SERVER);
		}
		if (visiting) {
			roles.add(Role.CLIENT);
		}
		return roles;
	}
}
