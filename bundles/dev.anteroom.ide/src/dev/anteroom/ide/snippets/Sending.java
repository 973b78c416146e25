/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ide.snippets;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.texteditor.ITextEditor;

import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.Role;
import dev.anteroom.client.ChatClient;
import dev.anteroom.ide.Words;
import dev.anteroom.protocol.Limits;
import dev.anteroom.server.ChatServer;
import dev.anteroom.server.ServerStatus.Phase;
import dev.anteroom.ui.Ids;
import dev.anteroom.ui.composer.Drafts;
import jakarta.inject.Inject;

/**
 * Puts lines of an editor below what the person writes in a conversation, and brings that into sight. Nothing leaves
 * before they say so. UI thread.
 */
@Creatable
public final class Sending {

	private static final Map<Role, String> PARTS = Map.of(Role.SERVER, Ids.SERVER_CONVERSATION_PART, Role.CLIENT,
			Ids.CLIENT_CONVERSATION_PART);

	private final ChatServer server;
	private final ChatClient client;
	private final Drafts drafts;
	private final EPartService parts;

	@Inject
	public Sending(ChatServer server, ChatClient client, Drafts drafts, EPartService parts) {
		this.server = server;
		this.client = client;
		this.drafts = drafts;
		this.parts = parts;
	}

	/** Takes what is selected in {@code editor}, or else the line of its caret. */
	public void send(ITextEditor editor) {
		Shell shell = editor.getSite().getShell();
		int selected = Selected.length(editor);
		if (selected / 2 > Limits.DEFAULT.textFrame()) {
			// Too long even if every second character only ends a line in two: it need not be copied to be refused.
			tell(shell, Words.bind("send.tooLong", selected - Limits.DEFAULT.textFrame()));
			return;
		}
		Snippet snippet = Selected.in(editor);
		if (snippet == null) {
			tell(shell, Words.of("send.nothing"));
			return;
		}
		Role role = role(shell);
		if (role == null) {
			return;
		}
		String text = snippet.asText();
		int excess = Drafts.excess(conversation(role), text);
		if (excess > 0) {
			tell(shell, Words.bind("send.tooLong", excess));
			return;
		}
		parts.showPart(PARTS.get(role), PartState.ACTIVATE);
		drafts.add(role, text);
	}

	/** Whose conversation it is for; {@code null} when the person wants none of them. */
	private Role role(Shell shell) {
		Set<Role> roles = new Recipients(server.conversation().state(), client.conversation().state(),
				server.status().phase() != Phase.STOPPED, open()).roles();
		if (roles.size() == 1) {
			return roles.iterator().next();
		}
		List<Role> choices = List.of(Role.SERVER, Role.CLIENT);
		boolean nobody = choices.stream().noneMatch(choice -> conversation(choice).state().canSend());
		int chosen = MessageDialog.open(MessageDialog.QUESTION, shell, Words.of("send.title"),
				Words.of(nobody ? "send.nobody" : "send.which"), SWT.NONE, Words.of("send.server"),
				Words.of("send.client"), Words.of("send.cancel"));
		return chosen >= 0 && chosen < choices.size() ? choices.get(chosen) : null;
	}

	private Set<Role> open() {
		Set<Role> open = EnumSet.noneOf(Role.class);
		for (Role role : PARTS.keySet()) {
			MPart part = parts.findPart(PARTS.get(role));
			if (part != null && parts.isPartVisible(part)) {
				open.add(role);
			}
		}
		return open;
	}

	private Conversation conversation(Role role) {
		return role == Role.SERVER ? server.conversation() : client.conversation();
	}

	private static void tell(Shell shell, String words) {
		MessageDialog.openInformation(shell, Words.of("send.title"), words);
	}
}
