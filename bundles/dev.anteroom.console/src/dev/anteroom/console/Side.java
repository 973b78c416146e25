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
import java.util.function.Consumer;

import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.Draft;

/** What differs between the roles in the console. */
sealed interface Side permits ServerSide, ClientSide, HostSide, GuestSide {

	Conversation conversation();

	/** Begins to serve or to keep a room, or connects; fails with a {@link dev.anteroom.chat.ChatException}. */
	CompletionStage<Void> begin();

	/** Closes everything; never fails. */
	CompletionStage<Void> end();

	/** Whether {@code draft} can be sent now. */
	Outbox.Gate gate(Draft draft);

	/** Whether nothing more can come, once it has begun. */
	boolean isOver();

	/** The commands of this side alone, by their names without the slash. */
	Map<String, Runnable> commands();

	/**
	 * The commands of this side that are given what stands behind them, without blanks around it, or an empty text; by
	 * their names without the slash.
	 */
	default Map<String, Consumer<String>> commandsWithValue() {
		return Map.of();
	}
}
