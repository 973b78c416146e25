/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.services.nls.Translation;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;

import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Wording;
import dev.anteroom.client.ChatClient;
import dev.anteroom.room.RoomGuest;
import dev.anteroom.room.RoomHost;
import dev.anteroom.server.ChatServer;
import jakarta.inject.Inject;

/** Asks before an application ends while that would cut somebody off. UI thread. */
@Creatable
public class QuitQuestion {

	private static final int QUIT = 0;
	private static final int STAY = 1;

	private final Messages messages;
	private final ChatServer server;
	private final ChatClient client;
	private final RoomHost host;
	private final RoomGuest guest;

	@Inject
	QuitQuestion(@Translation Messages messages, ChatServer server, ChatClient client, RoomHost host, RoomGuest guest) {
		this.messages = messages;
		this.server = server;
		this.client = client;
		this.host = host;
		this.guest = guest;
	}

	/**
	 * Whether the application may end: nobody would be cut off, or the person means it.
	 *
	 * @param shell       to ask in front of; {@code null} for none
	 * @param application its name
	 */
	public boolean mayQuit(Shell shell, String application) {
		List<String> cutOff = cutOff();
		return cutOff.isEmpty() || ask(shell, application, cutOff);
	}

	/** Those who would be cut off, a line each. */
	private List<String> cutOff() {
		var lines = new ArrayList<String>();
		Wording wording = Wording.ofDefaultLocale();
		int waiting = server.waitingLine().size();
		if (server.conversation().state() instanceof ConversationState.Conversing(var peer)) {
			lines.add(NLS.bind(messages.quit_serving, peer.toString()));
		}
		if (waiting > 0) {
			lines.add(NLS.bind(messages.quit_waiting, wording.count(waiting)));
		}
		if (client.conversation().state() instanceof ConversationState.Conversing(var peer)) {
			lines.add(NLS.bind(messages.quit_visiting, peer.toString()));
		}
		if (host.conversation().state() instanceof ConversationState.Hosting(int guests) && guests > 0) {
			lines.add(NLS.bind(messages.quit_hosting, wording.count(guests)));
		}
		if (guest.conversation().state() instanceof ConversationState.InRoom(var room)) {
			lines.add(NLS.bind(messages.quit_inRoom, room.toString()));
		}
		return lines;
	}

	/** What was pressed by accident changes nothing: to stay is the default. */
	private boolean ask(Shell shell, String application, List<String> cutOff) {
		String text = String.join("\n", cutOff) + "\n\n" + NLS.bind(messages.quit_consequence, application);
		return new MessageDialog(shell, NLS.bind(messages.quit_title, application), null, text, MessageDialog.WARNING, STAY,
				messages.quit_yes, messages.quit_no).open() == QUIT;
	}
}
