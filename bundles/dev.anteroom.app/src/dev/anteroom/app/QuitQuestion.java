/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.app;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.IWindowCloseHandler;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;

import dev.anteroom.chat.ConversationState;
import dev.anteroom.client.ChatClient;
import dev.anteroom.room.RoomGuest;
import dev.anteroom.room.RoomHost;
import dev.anteroom.server.ChatServer;
import jakarta.inject.Inject;

/** Asks before the application ends while that would cut somebody off. UI thread. */
@Creatable
public class QuitQuestion implements IWindowCloseHandler {

	private static final int QUIT = 0;
	private static final int STAY = 1;

	private final MApplication application;
	private final ChatServer server;
	private final ChatClient client;
	private final RoomHost host;
	private final RoomGuest guest;

	@Inject
	public QuitQuestion(MApplication application, ChatServer server, ChatClient client, RoomHost host,
			RoomGuest guest) {
		this.application = application;
		this.server = server;
		this.client = client;
		this.host = host;
		this.guest = guest;
	}

	/** Whether {@code window} may close; with the main one the application ends, with that of a detached view nothing. */
	@Override
	public boolean close(MWindow window) {
		if (window != application.getChildren().getFirst()) {
			return true;
		}
		List<String> cutOff = cutOff();
		return cutOff.isEmpty() || ask((Shell) window.getWidget(), cutOff);
	}

	/** Those who would be cut off, a line each. */
	private List<String> cutOff() {
		var lines = new ArrayList<String>();
		int waiting = server.waitingLine().size();
		if (server.conversation().state() instanceof ConversationState.Conversing(var peer)) {
			lines.add(MessageFormat.format(Words.of("quit.serving"), peer.toString()));
		}
		if (waiting > 0) {
			lines.add(MessageFormat.format(Words.of("quit.waiting"), waiting));
		}
		if (client.conversation().state() instanceof ConversationState.Conversing(var peer)) {
			lines.add(MessageFormat.format(Words.of("quit.visiting"), peer.toString()));
		}
		if (host.conversation().state() instanceof ConversationState.Hosting(int guests) && guests > 0) {
			lines.add(MessageFormat.format(Words.of("quit.hosting"), guests));
		}
		if (guest.conversation().state() instanceof ConversationState.InRoom(var room)) {
			lines.add(MessageFormat.format(Words.of("quit.inRoom"), room.toString()));
		}
		return lines;
	}

	/** What was pressed by accident changes nothing: to stay is the default. */
	private static boolean ask(Shell shell, List<String> cutOff) {
		String text = String.join("\n", cutOff) + "\n\n" + Words.of("quit.consequence");
		return new MessageDialog(shell, Words.of("quit.title"), null, text, MessageDialog.WARNING, STAY,
				Words.of("quit.yes"), Words.of("quit.no")).open() == QUIT;
	}
}
