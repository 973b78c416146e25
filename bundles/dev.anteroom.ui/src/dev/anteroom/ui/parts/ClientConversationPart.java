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

import dev.anteroom.chat.ConversationState;
import dev.anteroom.client.ChatClient;
import dev.anteroom.ui.internal.AtWork;
import dev.anteroom.ui.internal.Settings;
import dev.anteroom.ui.preview.PictureOpener;
import dev.anteroom.ui.preview.PictureSequences;
import dev.anteroom.ui.widgets.ClientBar;
import dev.anteroom.ui.widgets.ConversationView;
import dev.anteroom.ui.widgets.ViewTools;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The coming person's conversation, and the connection above it. */
public class ClientConversationPart {

	private final ChatClient client;
	private ClientBar bar;
	private ConversationView conversation;

	@Inject
	public ClientConversationPart(ChatClient client) {
		this.client = client;
	}

	@PostConstruct
	void create(Composite parent, Settings settings, ViewTools tools, PictureOpener opener,
			PictureSequences sequences, AtWork atWork, ViewToolBar toolBar) {
		toolBar.show(ViewCommand.OPEN_TRANSCRIPTS);
		bar = new ClientBar(parent, client, settings, tools);
		conversation = ConversationView.below(bar, client.conversation(),
				tools.withOpener(opener.among(sequences.of(client.conversation()))));
		if (settings.connectsClient() && client.conversation().state() instanceof ConversationState.Idle(var reason)
				&& reason == null) {
			bar.connect();
		}
	}

	@Focus
	void focus() {
		if (client.conversation().state() instanceof ConversationState.Idle) {
			bar.setFocus();
		} else {
			conversation.setFocus();
		}
	}

	/** The conversation's widgets. */
	public ConversationView conversation() {
		return conversation;
	}

	/** The connection's bar. */
	public ClientBar bar() {
		return bar;
	}
}
