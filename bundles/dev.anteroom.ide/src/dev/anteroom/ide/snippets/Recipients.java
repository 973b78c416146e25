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
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Role;

/**
 * Whose conversations a text may be for.
 *
 * @param states    where the conversation of each role stands
 * @param listening whether the server is at work
 * @param open      the roles whose conversations are open in the window
 */
record Recipients(Map<Role, ConversationState> states, boolean listening, Set<Role> open) {

	/** One when it is clear; several when the person has to say. */
	Set<Role> roles() {
		Set<Role> heard = with(Recipients::isHeard);
		if (!heard.isEmpty()) {
			return heard;
		}
		Set<Role> begun = with(state -> !(state instanceof ConversationState.Idle));
		if (listening) {
			begun.add(Role.SERVER);
		}
		if (!begun.isEmpty()) {
			return begun;
		}
		return open.isEmpty() ? EnumSet.of(Role.SERVER, Role.CLIENT) : open;
	}

	private static boolean isHeard(ConversationState state) {
		return state.canSend() && !(state instanceof ConversationState.Waiting);
	}

	private Set<Role> with(Predicate<ConversationState> condition) {
		Set<Role> roles = EnumSet.allOf(Role.class);
		roles.removeIf(role -> !condition.test(states.get(role)));
		return roles;
	}
}
