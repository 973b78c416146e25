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
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.netty.buffer.ByteBufUtil;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Delivery;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Role;
import dev.anteroom.chat.Said;
import dev.anteroom.protocol.Refusals;
import dev.anteroom.protocol.RoleConversation;

/** The host's part in whatever is said in the room. */
final class HostConversation extends RoleConversation {

	private final Predicate<Consumer<Gathering>> room;
	private final Runnable close;

	/**
	 * @param room  gives the open room to an action on the event loop; {@code false} when there is none
	 * @param close closes the room
	 */
	HostConversation(Journal journal, Predicate<Consumer<Gathering>> room, Runnable close) {
		super(Role.HOST, journal);
		this.room = room;
		this.close = close;
	}

	/** So many guests are there now. */
	void present(int guests) {
		enter(new ConversationState.Hosting(guests));
	}

	void end(Notice reason) {
		enter(new ConversationState.Idle(reason));
	}

	/** Always empty: a host has as many addresses as there are ways to it. */
	@Override
	public String ownAddress() {
		return "";
	}

	@Override
	public List<Delivery> deliver(List<Draft> drafts) {
		return drafts.stream().map(draft -> {
			var done = new CompletableFuture<Void>();
			if (draft.isEmpty()) {
				done.complete(null);
			} else if (!room.test(gathering -> say(gathering, draft, done))) {
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
		close.run();
	}

	/** On the event loop. */
	private void say(Gathering gathering, Draft draft, CompletableFuture<Void> done) {
		if (draft.image() != null) {
			refuse(Refusals.of(draft, Phrase.TEXT_ONLY), done);
		} else if (ByteBufUtil.utf8Bytes(draft.text()) > gathering.limits().text()) {
			refuse(new ChatException(Notice.of(Phrase.TEXT_TOO_LONG, gathering.limits().text())), done);
		} else if (gathering.say(draft.text()) == 0) {
			refuse(Refusals.of(draft, gathering.isClosed() ? Phrase.NOBODY_THERE : Phrase.ROOM_EMPTY), done);
		} else {
			journal().append(new Said(true, Role.HOST.label(), draft.text(), null));
			journal().kept().thenRun(() -> done.complete(null));
		}
	}
}
