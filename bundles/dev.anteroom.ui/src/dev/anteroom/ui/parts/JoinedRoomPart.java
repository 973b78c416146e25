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
import dev.anteroom.room.RoomGuest;
import dev.anteroom.ui.internal.AtWork;
import dev.anteroom.ui.internal.Settings;
import dev.anteroom.ui.widgets.ConversationView;
import dev.anteroom.ui.widgets.GuestBar;
import dev.anteroom.ui.widgets.ViewTools;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** What is said in somebody else's room, and the connection above it. */
public class JoinedRoomPart {

	private final RoomGuest guest;
	private GuestBar bar;
	private ConversationView conversation;

	@Inject
	public JoinedRoomPart(RoomGuest guest) {
		this.guest = guest;
	}

	@PostConstruct
	void create(Composite parent, Settings settings, ViewTools tools, AtWork atWork, ViewToolBar toolBar) {
		toolBar.show(ViewCommand.OPEN_TRANSCRIPTS);
		bar = new GuestBar(parent, guest, settings, tools);
		conversation = ConversationView.below(bar, guest.conversation(), tools);
	}

	@Focus
	void focus() {
		if (guest.conversation().state() instanceof ConversationState.Idle) {
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
	public GuestBar bar() {
		return bar;
	}
}
