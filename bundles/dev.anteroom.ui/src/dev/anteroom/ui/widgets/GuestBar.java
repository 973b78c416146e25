/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.widgets;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Registration;
import dev.anteroom.protocol.HostAndPort;
import dev.anteroom.protocol.Ports;
import dev.anteroom.room.RoomGuest;
import dev.anteroom.ui.Messages;
import dev.anteroom.ui.internal.Icons;
import dev.anteroom.ui.internal.Settings;
import dev.anteroom.ui.internal.UiUpdates;

/** Where a guest says which room to join, and sees how far it got. UI thread. */
public final class GuestBar extends Composite {

	private final RoomGuest guest;
	private final Conversation conversation;
	private final Settings settings;
	private final ViewTools tools;
	private final Icons icons;
	private final StatusLine status;
	private final CheckedField host;
	private final CheckedField port;
	private final Button toggle;

	public GuestBar(Composite parent, RoomGuest guest, Settings settings, ViewTools tools) {
		super(parent, SWT.NONE);
		this.guest = guest;
		this.conversation = guest.conversation();
		this.settings = settings;
		this.tools = tools;
		this.icons = new Icons(this);
		Messages messages = tools.messages();
		GridLayoutFactory.fillDefaults().margins(8, 6).spacing(6, 6).applyTo(this);
		status = new StatusLine(this);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(status);
		var row = new Composite(this, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		row.setLayout(Bars.layout());
		Endpoint room = settings.joinedRoom();
		host = new CheckedField(row, messages.room_host, 22, tools.wording());
		host.setText(room.host());
		host.check(Bars::parseHost);
		port = CheckedField.forPort(row, messages.port_room, room.port(), tools.wording());
		toggle = new Button(row, SWT.PUSH);
		toggle.addListener(SWT.Selection, e -> toggle());
		for (CheckedField field : new CheckedField[] { host, port }) {
			field.field().addListener(SWT.DefaultSelection, e -> join());
		}

		Registration changes = conversation.addStateListener(new UiUpdates(tools.sync(), this, this::refresh));
		addDisposeListener(e -> changes.close());
		refresh();
	}

	/** Joins the room that stands in the fields; what is wrong with them is shown there. */
	public void join() {
		try {
			HostAndPort room = host.value(Bars::parseHost);
			room.port().ifPresent(given -> {
				// As a room's address is copied: what belongs into two fields goes into two fields.
				host.setText(room.host());
				port.setText(Integer.toString(given));
			});
			var endpoint = new Endpoint(room.host(), port.value(Ports::parse));
			// A failure is in the journal, and so in the log below.
			guest.join(endpoint, settings.forJoinedRoom(endpoint), settings.guestLimits());
		} catch (ChatException e) {
			status.set("state_off", tools.wording().of(e.notice()));
		}
	}

	/** What is said about the connection now. */
	public String statusText() {
		return status.text();
	}

	@Override
	public boolean setFocus() {
		return host.setFocus();
	}

	private void toggle() {
		if (conversation.state() instanceof ConversationState.Idle) {
			join();
		} else {
			guest.leave();
		}
	}

	private void refresh() {
		Messages messages = tools.messages();
		ConversationState state = conversation.state();
		boolean idle = state instanceof ConversationState.Idle;
		String label = idle ? messages.room_join
				: state instanceof ConversationState.Connecting ? messages.client_cancel : messages.room_leave;
		Bars.offer(toggle, label, icons.get(idle ? "connect" : "disconnect"));
		host.setEnabled(idle);
		port.setEnabled(idle);
		switch (state) {
		case ConversationState.Idle(var reason) -> status.set("state_off",
				reason == null ? messages.room_notJoined : tools.wording().of(reason));
		case ConversationState.Connecting(var room) -> status.set("state_busy",
				NLS.bind(messages.client_connecting, room));
		case ConversationState.InRoom(var room) -> status.set("state_talking", NLS.bind(messages.room_inRoom, room));
		case ConversationState.Hosting other -> throw new IllegalStateException(other.toString());
		case ConversationState.Waiting other -> throw new IllegalStateException(other.toString());
		case ConversationState.Conversing other -> throw new IllegalStateException(other.toString());
		}
	}
}
