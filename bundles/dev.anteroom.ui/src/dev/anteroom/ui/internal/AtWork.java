/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.internal;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.model.application.MApplication;

import dev.anteroom.chat.ConversationState;
import dev.anteroom.client.ChatClient;
import dev.anteroom.room.RoomGuest;
import dev.anteroom.room.RoomHost;
import dev.anteroom.room.RoomStatus;
import dev.anteroom.server.ChatServer;
import dev.anteroom.server.ServerStatus.Phase;
import dev.anteroom.ui.Ids;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Keeps {@link Ids#AT_WORK} true to what the server, the client and the rooms do, from when the first view of theirs is
 * opened until the application ends.
 */
@Creatable
@Singleton
public class AtWork {

	private final MApplication application;
	private final ChatServer server;
	private final ChatClient client;
	private final RoomHost host;
	private final RoomGuest guest;

	/** @param companions made now, so that they hear of the variable whenever it changes */
	@Inject
	AtWork(MApplication application, ChatServer server, ChatClient client, RoomHost host, RoomGuest guest,
			UISynchronize sync, Companions companions) {
		this.application = application;
		this.server = server;
		this.client = client;
		this.host = host;
		this.guest = guest;
		var updates = new UiUpdates(sync::asyncExec, this::update);
		server.addListener(updates);
		client.conversation().addStateListener(updates);
		host.addListener(updates);
		guest.conversation().addStateListener(updates);
		updates.run();
	}

	private void update() {
		application.getContext().set(Ids.AT_WORK, isAtWork());
	}

	private boolean isAtWork() {
		return server.status().phase() != Phase.STOPPED || host.status().phase() != RoomStatus.Phase.CLOSED
				|| !(client.conversation().state() instanceof ConversationState.Idle)
				|| !(guest.conversation().state() instanceof ConversationState.Idle);
	}
}
