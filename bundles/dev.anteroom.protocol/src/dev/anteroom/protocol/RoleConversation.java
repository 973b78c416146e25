/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.protocol;

import java.util.concurrent.CompletableFuture;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Delivery;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Listeners;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Registration;
import dev.anteroom.chat.Role;

/** What the conversations of all roles have alike. Its state is changed on the network thread and read by any. */
public abstract class RoleConversation implements Conversation {

	private final Role role;
	private final Journal journal;
	private final Listeners listeners = new Listeners();
	private volatile ConversationState state = new ConversationState.Idle(null);

	protected RoleConversation(Role role, Journal journal) {
		this.role = role;
		this.journal = journal;
	}

	@Override
	public final Role role() {
		return role;
	}

	@Override
	public final Journal journal() {
		return journal;
	}

	@Override
	public final ConversationState state() {
		return state;
	}

	@Override
	public final Registration addStateListener(Runnable listener) {
		return listeners.add(listener);
	}

	/** Makes {@code entered} the state, and tells the listeners of it. */
	protected final void enter(ConversationState entered) {
		state = entered;
		listeners.call();
	}

	/** Tells in the journal that something can't be said, and fails {@code done} with it. */
	public final void refuse(ChatException refusal, CompletableFuture<Void> done) {
		journal.append(refusal.notice());
		done.completeExceptionally(refusal);
	}

	/**
	 * Tells in the journal that {@code draft} can't be said, unless it is empty.
	 *
	 * @param reason without arguments
	 */
	public final Delivery refuse(Draft draft, Phrase reason) {
		var done = new CompletableFuture<Void>();
		if (draft.isEmpty()) {
			done.complete(null);
		} else {
			refuse(Refusals.of(draft, reason), done);
		}
		return Delivery.of(done);
	}
}
