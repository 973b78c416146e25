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
import org.eclipse.swt.widgets.Label;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Registration;
import dev.anteroom.client.ChatClient;
import dev.anteroom.protocol.HostAndPort;
import dev.anteroom.protocol.Ports;
import dev.anteroom.ui.Messages;
import dev.anteroom.ui.internal.Icons;
import dev.anteroom.ui.internal.Settings;
import dev.anteroom.ui.internal.UiUpdates;

/** Where the coming person says which server to go to, and sees how far it got. UI thread. */
public final class ClientBar extends Composite {

	private final ChatClient client;
	private final Conversation conversation;
	private final Settings settings;
	private final ViewTools tools;
	private final Icons icons;
	private final StatusLine status;
	private final Label ownAddress;
	private final CheckedField host;
	private final CheckedField textPort;
	private final CheckedField imagePort;
	private final Button toggle;

	public ClientBar(Composite parent, ChatClient client, Settings settings, ViewTools tools) {
		super(parent, SWT.NONE);
		this.client = client;
		this.conversation = client.conversation();
		this.settings = settings;
		this.tools = tools;
		this.icons = new Icons(this);
		Messages messages = tools.messages();
		GridLayoutFactory.fillDefaults().margins(8, 6).spacing(6, 6).applyTo(this);

		status = new StatusLine(this);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(status);
		ownAddress = new Label(status, SWT.NONE);
		GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(ownAddress);

		var row = new Composite(this, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		row.setLayout(Bars.layout());
		host = new CheckedField(row, messages.client_server, 22, tools.wording());
		Endpoint server = settings.clientServer();
		host.setText(server.host());
		host.check(Bars::parseHost);
		textPort = CheckedField.forPort(row, messages.port_text, server.port(), tools.wording());
		imagePort = CheckedField.forPort(row, messages.port_image, settings.clientImagePort(), tools.wording());
		toggle = new Button(row, SWT.PUSH);
		toggle.addListener(SWT.Selection, e -> toggle());
		for (CheckedField field : new CheckedField[] { host, textPort, imagePort }) {
			field.field().addListener(SWT.DefaultSelection, e -> connect());
		}

		Registration changes = conversation.addStateListener(new UiUpdates(tools.sync(), this, this::refresh));
		addDisposeListener(e -> changes.close());
		refresh();
	}

	/** Connects to what stands in the fields; what is wrong with them is shown there. */
	public void connect() {
		try {
			HostAndPort server = host.value(Bars::parseHost);
			server.port().ifPresent(port -> {
				// As a server's address is copied: what belongs into two fields goes into two fields.
				host.setText(server.host());
				textPort.setText(Integer.toString(port));
			});
			int text = textPort.value(Ports::parse);
			int image = imagePort.value(Ports::parse);
			if (text == image) {
				throw new ChatException(Notice.of(Phrase.SAME_PORTS, text));
			}
			// A failure is in the journal, and so in the log below.
			client.connect(settings.forClient(new Endpoint(server.host(), text), image));
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
			connect();
		} else {
			client.disconnect();
		}
	}

	private void refresh() {
		Messages messages = tools.messages();
		ConversationState state = conversation.state();
		boolean idle = state instanceof ConversationState.Idle;
		String label = idle ? messages.client_connect
				: state instanceof ConversationState.Connecting ? messages.client_cancel : messages.client_disconnect;
		Bars.offer(toggle, label, icons.get(idle ? "connect" : "disconnect"));
		host.setEnabled(idle);
		textPort.setEnabled(idle);
		imagePort.setEnabled(idle);
		String own = conversation.ownAddress();
		ownAddress.setText(own.isEmpty() ? "" : NLS.bind(messages.client_ownAddress, own));
		ownAddress.requestLayout();
		switch (state) {
		case ConversationState.Idle(var reason) -> status.set("state_off",
				reason == null ? messages.client_idle : tools.wording().of(reason));
		case ConversationState.Connecting(var server) -> status.set("state_busy",
				NLS.bind(messages.client_connecting, server));
		case ConversationState.Waiting(var server, var place) -> status.set("state_busy", place == 0
				? messages.client_waitingUnknown : NLS.bind(messages.client_waiting, tools.wording().count(place)));
		case ConversationState.Conversing(var peer) -> status.set("state_talking",
				NLS.bind(messages.client_conversing, peer));
		case ConversationState.Hosting hosting -> throw new IllegalStateException(hosting.toString());
		case ConversationState.InRoom room -> throw new IllegalStateException(room.toString());
		}
	}
}
