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
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.services.IServiceConstants;

import dev.anteroom.server.ChatServer;
import dev.anteroom.server.WaitingClient;
import jakarta.inject.Named;

/** Closes the connection of the client that is selected in the waiting line. */
public class RemoveFromLineHandler {

	@Execute
	void execute(ChatServer server, @Named(IServiceConstants.ACTIVE_SELECTION) WaitingClient client) {
		server.remove(client);
	}

	@CanExecute
	boolean canExecute(@Optional @Named(IServiceConstants.ACTIVE_SELECTION) WaitingClient client) {
		return client != null;
	}
}
