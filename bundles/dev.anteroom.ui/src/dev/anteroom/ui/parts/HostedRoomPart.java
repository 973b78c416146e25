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
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.eclipse.swt.widgets.Composite;

import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Registration;
import dev.anteroom.room.RoomHost;
import dev.anteroom.ui.Ids;
import dev.anteroom.ui.internal.AtWork;
import dev.anteroom.ui.internal.Settings;
import dev.anteroom.ui.internal.UiUpdates;
import dev.anteroom.ui.widgets.ConversationView;
import dev.anteroom.ui.widgets.HostBar;
import dev.anteroom.ui.widgets.ViewTools;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** What is said in the room that is kept here, and the room's state above it. */
public class HostedRoomPart {

	private final RoomHost host;
	private HostBar bar;
	private ConversationView conversation;
	private boolean open;

	@Inject
	public HostedRoomPart(RoomHost host) {
		this.host = host;
	}

	@PostConstruct
	void create(Composite parent, Settings settings, ViewTools tools, EPartService parts, AtWork atWork,
			ViewToolBar toolBar) {
		toolBar.show(ViewCommand.OPEN_TRANSCRIPTS);
		bar = new HostBar(parent, host, settings, tools);
		conversation = ConversationView.below(bar, host.conversation(), tools);
		Registration changes = host.addListener(new UiUpdates(tools.sync(), parent, () -> showParticipants(parts)));
		parent.addDisposeListener(e -> changes.close());
	}

	/** Once, when the room opens: the preview beside them shows nothing of a room. */
	private void showParticipants(EPartService parts) {
		boolean nowOpen = host.status().isOpen();
		MPart participants = nowOpen && !open ? parts.findPart(Ids.PARTICIPANTS_PART) : null;
		open = nowOpen;
		if (participants != null) {
			parts.showPart(participants, PartState.VISIBLE);
		}
	}

	@Focus
	void focus() {
		if (host.conversation().state() instanceof ConversationState.Idle) {
			bar.setFocus();
		} else {
			conversation.setFocus();
		}
	}

	/** The conversation's widgets. */
	public ConversationView conversation() {
		return conversation;
	}

	/** The room's bar. */
	public HostBar bar() {
		return bar;
	}
}
