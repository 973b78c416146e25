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

import java.util.List;

import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Delivery;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Role;
import dev.anteroom.protocol.RoleConversation;

/** What is known of the client's conversation, whichever session it is. Changed on the network thread, read by any. */
final class ClientConversation extends RoleConversation {

	private final ChatClientService client;
	private volatile String ownAddress = "";

	ClientConversation(ChatClientService client, Journal journal) {
		super(Role.CLIENT, journal);
		this.client = client;
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

	/** @param address this end's */
	void enter(ConversationState newState, String address) {
		ownAddress = address;
		if (!newState.equals(state())) {
			enter(newState);
		}
	}
}
