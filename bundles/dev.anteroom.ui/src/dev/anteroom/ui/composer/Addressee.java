/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.composer;

import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.ConversationState.Conversing;
import dev.anteroom.chat.ConversationState.InRoom;
import dev.anteroom.chat.Endpoint;

/**
 * To whom what stands in a composer was written: the next one in line must not get it unasked. What is written while
 * nobody is there is for whoever comes. Pure logic; UI thread.
 */
final class Addressee {

	private Endpoint meant;
	private Endpoint last;

	/** Takes that something stands there now, or nothing. */
	void written(boolean something, ConversationState state) {
		if (!something) {
			meant = null;
		} else if (meant == null) {
			meant = presentIn(state);
		}
	}

	/** Whom it was written to, if somebody else is there now; else {@code null}. */
	Endpoint former(ConversationState state) {
		Endpoint present = presentIn(state);
		return meant != null && present != null && !present.equals(meant) ? meant : null;
	}

	/** Takes that the person means whoever is there now. */
	void confirm(ConversationState state) {
		meant = presentIn(state);
	}

	/** Takes that it went out. */
	void sent(ConversationState state) {
		last = presentIn(state);
		meant = null;
	}

	/** Whoever is at the other end, a room included; {@code null} for nobody, and in a room of one's own. */
	private static Endpoint presentIn(ConversationState state) {
		return switch (state) {
		case Conversing(var peer) -> peer;
		case InRoom(var room) -> room;
		default -> null;
		};
	}

	/** Takes that what went out has come back. */
	void cameBack() {
		if (last != null) {
			meant = last;
		}
	}
}
