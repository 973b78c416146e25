/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.handlers;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;

import dev.anteroom.chat.ConversationState;
import dev.anteroom.server.ChatServer;

/** Ends the serving person's conversation; the next in line is admitted. */
public class EndConversationHandler {

	@Execute
	void execute(ChatServer server) {
		server.conversation().leave();
	}

	@CanExecute
	boolean canExecute(ChatServer server) {
		return server.conversation().state() instanceof ConversationState.Conversing;
	}
}
