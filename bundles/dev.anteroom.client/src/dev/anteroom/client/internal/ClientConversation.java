/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.client.internal;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Delivery;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Registration;
import dev.anteroom.chat.Role;
import dev.anteroom.protocol.Refusals;

/** What is known of the client's conversation, whichever session it is. Changed on the network thread, read by any. */
final class ClientConversation implements Conversation {

	private static final System.Logger LOG = System.getLogger(ClientConversation.class.getName());

	private final ChatClientService client;
	private final Journal journal;
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private volatile ConversationState state = new ConversationState.Idle(null);
	private volatile String ownAddress = "";

	ClientConversation(ChatClientService client, Journal journal) {
		this.client = client;
		this.journal = journal;
	}

	@Override
	public Role role() {
		return Role.CLIENT;
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
		return ownAddress;
	}

	@Override
	public List<Delivery> deliver(List<Draft> drafts) {
		return client.deliver(drafts);
	}

	@Override
	public void leave() {
		client.disconnect();
	}

	@Override
	public Registration addStateListener(Runnable listener) {
		listeners.add(listener);
		return () -> listeners.remove(listener);
	}

	/** @param address this end's */
	void enter(ConversationState newState, String address) {
		ownAddress = address;
		if (newState.equals(state)) {
			return;
		}
		state = newState;
		for (Runnable listener : listeners) {
			try {
				listener.run();
			} catch (RuntimeException | Error e) {
				LOG.log(Level.ERROR, "A listener of the client's state failed", e);
			}
		}
	}

	/** Tells that {@code draft} can't be sent. */
	Delivery refuse(Draft draft, Phrase reason) {
		ChatException refusal = Refusals.of(draft, reason);
		journal.append(refusal.notice());
		return Delivery.of(CompletableFuture.failedStage(refusal));
	}
}
