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

import java.util.ArrayList;
import java.util.EnumMap;
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
import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Role;
import dev.anteroom.client.ChatClient;
import dev.anteroom.ide.Words;
import dev.anteroom.protocol.Limits;
import dev.anteroom.room.RoomGuest;
import dev.anteroom.room.RoomHost;
import dev.anteroom.server.ChatServer;
import dev.anteroom.server.ServerStatus.Phase;
import dev.anteroom.ui.Ids;
import dev.anteroom.ui.composer.Drafts;
import dev.anteroom.ui.internal.Views;
import jakarta.inject.Inject;

/**
 * Puts lines of an editor below what the person writes in a conversation, and brings that into sight. Nothing leaves
 * before they say so. UI thread.
 */
@Creatable
public final class Sending {

	private static final Map<Role, String> PARTS = Map.of(Role.SERVER, Ids.SERVER_CONVERSATION_PART, Role.CLIENT,
			Ids.CLIENT_CONVERSATION_PART, Role.HOST, Ids.HOSTED_ROOM_PART, Role.GUEST, Ids.JOINED_ROOM_PART);
	private static final Map<Role, String> NAMES = Map.of(Role.SERVER, "send.server", Role.CLIENT, "send.client",
			Role.HOST, "send.host", Role.GUEST, "send.guest");

	private final ChatServer server;
	private final Map<Role, Conversation> conversations;
	private final Drafts drafts;
	private final EPartService parts;

	@Inject
	public Sending(ChatServer server, ChatClient client, RoomHost host, RoomGuest guest, Drafts drafts,
			EPartService parts) {
		this.server = server;
		conversations = Map.of(Role.SERVER, server.conversation(), Role.CLIENT, client.conversation(), Role.HOST,
				host.conversation(), Role.GUEST, guest.conversation());
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
		int excess = Drafts.excess(conversations.get(role), text);
		if (excess > 0) {
			tell(shell, Words.bind("send.tooLong", excess));
			return;
		}
		Views.show(parts, PARTS.get(role), PartState.ACTIVATE);
		drafts.add(role, text);
	}

	/** Whose conversation it is for; {@code null} when the person wants none of them. */
	private Role role(Shell shell) {
		var states = new EnumMap<Role, ConversationState>(Role.class);
		conversations.forEach((role, conversation) -> states.put(role, conversation.state()));
		List<Role> choices = List
				.copyOf(new Recipients(states, server.status().phase() != Phase.STOPPED, open()).roles());
		return choices.size() == 1 ? choices.getFirst() : choose(shell, choices);
	}

	private Role choose(Shell shell, List<Role> choices) {
		boolean nobody = choices.stream().noneMatch(choice -> conversations.get(choice).state().canSend());
		List<String> buttons = new ArrayList<>();
		choices.forEach(choice -> buttons.add(Words.of(NAMES.get(choice))));
		buttons.add(Words.of("send.cancel"));
		int chosen = MessageDialog.open(MessageDialog.QUESTION, shell, Words.of("send.title"),
				Words.of(nobody ? "send.nobody" : "send.which"), SWT.NONE, buttons.toArray(String[]::new));
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

	private static void tell(Shell shell, String words) {
		MessageDialog.openInformation(shell, Words.of("send.title"), words);
	}
}
