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
		} else if (meant == null && state instanceof Conversing(var peer)) {
			meant = peer;
		}
	}

	/** Whom it was written to, if somebody else is there now; else {@code null}. */
	Endpoint former(ConversationState state) {
		return meant != null && state instanceof Conversing(var peer) && !peer.equals(meant) ? meant : null;
	}

	/** Takes that the person means whoever is there now. */
	void confirm(ConversationState state) {
		meant = state instanceof Conversing(var peer) ? peer : null;
	}

	/** Takes that it went out. */
	void sent(ConversationState state) {
		last = state instanceof Conversing(var peer) ? peer : null;
		meant = null;
	}

	/** Takes that what went out has come back. */
	void cameBack() {
		if (last != null) {
			meant = last;
		}
	}
}
