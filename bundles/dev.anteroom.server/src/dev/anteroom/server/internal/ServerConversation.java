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

import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Delivery;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Role;
import dev.anteroom.protocol.Exchange;
import dev.anteroom.protocol.RoleConversation;

/** The server person's side of whatever conversation there is. */
final class ServerConversation extends RoleConversation {

	private final Runnable leave;
	private volatile Exchange exchange;

	/** @param leave ends the present conversation, if there is one; called on any thread */
	ServerConversation(Journal journal, Runnable leave) {
		super(Role.SERVER, journal);
		this.leave = leave;
	}

	void begin(Exchange begun) {
		exchange = begun;
		enter(new ConversationState.Conversing(begun.peer()));
	}

	void end(Notice reason) {
		exchange = null;
		enter(new ConversationState.Idle(reason));
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
		return drafts.stream()
				.map(draft -> present == null ? refuse(draft, Phrase.NOBODY_THERE) : present.deliver(draft)).toList();
	}

	@Override
	public void leave() {
		leave.run();
	}
}
