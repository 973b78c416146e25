/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.parts;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.widgets.Composite;

import dev.anteroom.chat.Registration;
import dev.anteroom.server.ChatServer;
import dev.anteroom.server.ServerStatus;
import dev.anteroom.ui.internal.AtWork;
import dev.anteroom.ui.internal.Settings;
import dev.anteroom.ui.internal.UiUpdates;
import dev.anteroom.ui.preview.PictureOpener;
import dev.anteroom.ui.preview.PictureSequences;
import dev.anteroom.ui.widgets.ConversationView;
import dev.anteroom.ui.widgets.ServerBar;
import dev.anteroom.ui.widgets.ViewTools;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The serving person's conversation, and the server's state above it. */
public class ServerConversationPart {

	private final ChatServer server;
	private ServerBar bar;
	private ConversationView conversation;

	@Inject
	public ServerConversationPart(ChatServer server) {
		this.server = server;
	}

	@PostConstruct
	void create(Composite parent, Settings settings, ViewTools tools, PictureOpener opener,
			PictureSequences sequences, AtWork atWork, ViewToolBar toolBar) {
		toolBar.show(ViewCommand.ADMIT_NEXT, ViewCommand.END_CONVERSATION, ViewCommand.PAUSE,
				ViewCommand.OPEN_TRANSCRIPTS);
		bar = new ServerBar(parent, server, settings, tools);
		conversation = ConversationView.below(bar, server.conversation(),
				tools.withOpener(opener.among(sequences.of(server.conversation()))));

		var updates = new UiUpdates(tools.sync(), parent, () -> update(toolBar));
		Registration status = server.addListener(updates);
		Registration state = server.conversation().addStateListener(updates);
		parent.addDisposeListener(e -> {
			status.close();
			state.close();
		});
		update(toolBar);
		if (settings.startsServer() && server.status().equals(ServerStatus.NEW)) {
			// Once: a person who stopped it and opens the view again wants it stopped.
			bar.start();
		}
	}

	@Focus
	void focus() {
		conversation.setFocus();
	}

	/** The conversation's widgets. */
	public ConversationView conversation() {
		return conversation;
	}

	/** The server's bar. */
	public ServerBar bar() {
		return bar;
	}

	private void update(ViewToolBar toolBar) {
		toolBar.setSelected(ViewCommand.PAUSE, server.status().paused());
		toolBar.refresh();
	}
}
