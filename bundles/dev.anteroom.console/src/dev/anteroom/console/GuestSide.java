/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.console;

import java.util.Map;
import java.util.concurrent.CompletionStage;

import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Draft;
import dev.anteroom.room.RoomGuest;
import dev.anteroom.room.RoomLimits;

/** Being in somebody's room in the console. */
final class GuestSide implements Side {

	private final RoomGuest guest;
	private final Options options;
	private final Runnable quit;

	/** @param quit ends the console when everything typed has been sent */
	GuestSide(RoomGuest guest, Options options, Runnable quit) {
		this.guest = guest;
		this.options = options;
		this.quit = quit;
	}

	@Override
	public Conversation conversation() {
		return guest.conversation();
	}

	@Override
	public CompletionStage<Void> begin() {
		return guest.join(options.room(), options.transcripts(), RoomLimits.DEFAULT);
	}

	@Override
	public CompletionStage<Void> end() {
		return guest.leave();
	}

	@Override
	public Outbox.Gate gate(Draft draft) {
		return conversation().state().canSend() ? Outbox.Gate.OPEN : Outbox.Gate.SHUT;
	}

	@Override
	public boolean isOver() {
		return conversation().state() instanceof ConversationState.Idle;
	}

	@Override
	public Map<String, Runnable> commands() {
		return Map.of("end", quit);
	}
}
