/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.room.internal;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Delivery;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Role;
import dev.anteroom.protocol.Refusals;
import dev.anteroom.protocol.RoleConversation;

/** A guest's part in whatever room it is in. Changed on the network thread, read by any. */
final class GuestConversation extends RoleConversation {

	/** Where what is said goes. */
	@FunctionalInterface
	interface Room {

		/** As {@link Conversation#deliver(Draft)}, for a draft that is not empty; {@code false} when nobody is there. */
		boolean say(Draft draft, CompletableFuture<Void> done);
	}

	private final Room room;
	private final Runnable leave;
	private volatile String ownAddress = "";

	GuestConversation(Journal journal, Room room, Runnable leave) {
		super(Role.GUEST, journal);
		this.room = room;
		this.leave = leave;
	}

	@Override
	public String ownAddress() {
		return ownAddress;
	}

	@Override
	public List<Delivery> deliver(List<Draft> drafts) {
		return drafts.stream().map(draft -> {
			var done = new CompletableFuture<Void>();
			if (draft.isEmpty()) {
				done.complete(null);
			} else if (draft.image() != null) {
				refuse(Refusals.of(draft, Phrase.TEXT_ONLY), done);
			} else if (!room.say(draft, done)) {
				refuse(Refusals.of(draft, Phrase.NOBODY_THERE), done);
			}
			return Delivery.of(done);
		}).toList();
	}

	@Override
	public boolean takesPictures() {
		return false;
	}

	@Override
	public void leave() {
		leave.run();
	}

	/** @param address this end's, in digits; empty while there is none */
	void enter(ConversationState entered, String address) {
		ownAddress = address;
		enter(entered);
	}
}
