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

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The conversation of one role, the same for all: it lives as long as the role does, whoever is at the other end.
 */
public interface Conversation {

	/** The role of the person at this end. */
	Role role();

	/** What has happened so far, and what happens. */
	Journal journal();

	/** Where it stands now. */
	ConversationState state();

	/**
	 * This end's address as the other end sees it, in digits; empty while nobody is there.
	 */
	String ownAddress();

	/**
	 * Says something, all of it to whoever is there at this moment: whoever comes next gets nothing of it. What was said
	 * appears in the journal when it was written to the socket. What could not be said appears there too, as an error;
	 * {@link ChatException#unsentOf} is then still the caller's, to try again. An empty draft succeeds and says nothing.
	 * Drafts go out in the order they were given; a picture does not hold up the texts behind it.
	 *
	 * @return one for each of {@code drafts}, in their order
	 */
	List<Delivery> deliver(List<Draft> drafts);

	/** Says one thing, as {@link #deliver(List)} does. */
	default Delivery deliver(Draft draft) {
		return deliver(List.of(draft)).getFirst();
	}

	/** Does {@link #deliver(Draft)}, for those who only want to know of its end: its {@link Delivery#done()}. */
	default CompletionStage<Void> send(Draft draft) {
		return deliver(draft).done();
	}

	/**
	 * Whether pictures can ever be said here; where they can't, {@link #deliver} refuses them with
	 * {@link Phrase#TEXT_ONLY}.
	 */
	default boolean takesPictures() {
		return true;
	}

	/**
	 * Ends it from this side: a server admits the next, a client is disconnected, a room is closed or left. Does nothing
	 * when there is nothing to end.
	 */
	void leave();

	/**
	 * Calls {@code listener} after each change of state, from now on. It is called on a network thread, must return at
	 * once, and reads the {@link #state()} for itself.
	 */
	Registration addStateListener(Runnable listener);
}
