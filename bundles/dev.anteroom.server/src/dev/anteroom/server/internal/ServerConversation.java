/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.server.internal;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Delivery;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Listeners;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Registration;
import dev.anteroom.chat.Role;
import dev.anteroom.protocol.Exchange;
import dev.anteroom.protocol.Refusals;

/** The server person's side of whatever conversation there is. */
final class ServerConversation implements Conversation {

	private final Journal journal;
	private final Runnable leave;
	private final Listeners listeners = new Listeners();
	private volatile ConversationState state = new ConversationState.Idle(null);
	private volatile Exchange exchange;

	/** @param leave ends the present conversation, if there is one; called on any thread */
	ServerConversation(Journal journal, Runnable leave) {
		this.journal = journal;
		this.leave = leave;
	}

	void begin(Exchange begun) {
		exchange = begun;
		state = new ConversationState.Conversing(begun.peer());
		listeners.call();
	}

	void end(Notice reason) {
		exchange = null;
		state = new ConversationState.Idle(reason);
		listeners.call();
	}

	@Override
	public Role role() {
		return Role.SERVER;
	}

	@Override
	public Journal journal() {
		return journal;
	}

	@Override
	public ConversationState state() {
		return state;
	}

	@Override
	public String ownAddress() {
		Exchange present = exchange;
		return present == null ? "" : present.ownAddress();
	}

	@Override
	public List<Delivery> deliver(List<Draft> drafts) {
		// Asked once: the next client may be admitted at any moment.
		Exchange present = exchange;
		return drafts.stream().map(draft -> present == null ? refuse(draft) : present.deliver(draft)).toList();
	}

	@Override
	public void leave() {
		leave.run();
	}

	@Override
	public Registration addStateListener(Runnable listener) {
		return listeners.add(listener);
	}

	private Delivery refuse(Draft draft) {
		if (draft.isEmpty()) {
			return Delivery.of(CompletableFuture.completedStage(null));
		}
		ChatException refusal = Refusals.of(draft, Phrase.NOBODY_THERE);
		journal.append(refusal.notice());
		return Delivery.of(CompletableFuture.failedStage(refusal));
	}
}
