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

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Registration;
import dev.anteroom.protocol.Ports;
import dev.anteroom.room.RoomHost;
import dev.anteroom.room.RoomStatus;
import dev.anteroom.room.RoomStatus.Phase;
import dev.anteroom.ui.Messages;
import dev.anteroom.ui.internal.Copier;
import dev.anteroom.ui.internal.Icons;
import dev.anteroom.ui.internal.OwnAddresses;
import dev.anteroom.ui.internal.Settings;
import dev.anteroom.ui.internal.UiExecutor;
import dev.anteroom.ui.internal.UiUpdates;

/** Where the host sees whether the room is open and where, and opens and closes it. UI thread. */
public final class HostBar extends Composite {

	private final RoomHost host;
	private final Settings settings;
	private final ViewTools tools;
	private final Icons icons;
	private final StatusLine status;
	private final Copier copier;
	private final ToolItem copy;
	private final Composite setUp;
	private final CheckedField port;
	private final Button toggle;
	private List<InetAddress> addresses = List.of();

	public HostBar(Composite parent, RoomHost host, Settings settings, ViewTools tools) {
		super(parent, SWT.NONE);
		this.host = host;
		this.settings = settings;
		this.tools = tools;
		this.icons = new Icons(this);
		GridLayoutFactory.fillDefaults().margins(8, 6).spacing(6, 6).applyTo(this);
		status = new StatusLine(this);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(status);
		toggle = new Button(status, SWT.PUSH);
		toggle.addListener(SWT.Selection, e -> toggle());
		copier = new Copier(this, tools.sync(), tools.pictures(), () -> MessageDialog.openError(getShell(),
				tools.messages().preferences_title, tools.messages().log_copyFailed));
		var copyBar = new ToolBar(status, SWT.FLAT);
		copyBar.moveAbove(toggle);
		copy = new ToolItem(copyBar, SWT.PUSH);
		copy.setImage(icons.get("copy"));
		copy.setToolTipText(tools.messages().room_copyAddress);
		copy.addListener(SWT.Selection, e -> copyAddress());
		setUp = new Composite(this, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(setUp);
		setUp.setLayout(Bars.layout());
		port = CheckedField.forPort(setUp, tools.messages().port_room, settings.hostedRoomPort(), tools.wording());
		port.field().addListener(SWT.DefaultSelection, e -> open());

		var updates = new UiUpdates(tools.sync(), this, this::refresh);
		Registration changes = host.addListener(updates);
		addDisposeListener(e -> changes.close());
		findAddresses();
		refresh();
	}

	/** Opens the room at the port that stands in the field; what is wrong with it is shown there. */
	public void open() {
		try {
			// A failure is in the journal, and so in the log below.
			host.open(settings.forHostedRoom(port.value(Ports::parse)));
			findAddresses();
		} catch (ChatException e) {
			status.set("state_off", tools.wording().of(e.notice()));
		}
	}

	/** What is said about the room now. */
	public String statusText() {
		return status.text();
	}

	@Override
	public boolean setFocus() {
		return toggle.setFocus();
	}

	private void findAddresses() {
		CompletableFuture.supplyAsync(OwnAddresses::list).thenAcceptAsync(found -> {
			addresses = found;
			refresh();
		}, new UiExecutor(tools.sync(), this));
	}

	private void toggle() {
		if (host.status().phase() == Phase.CLOSED) {
			open();
		} else if (cutOff().isWanted(getShell(), tools.messages())) {
			host.close();
		}
	}

	private CutOff cutOff() {
		Messages messages = tools.messages();
		int guests = host.guests().size();
		return new CutOff(messages.stop_room,
				guests == 0 ? List.of() : List.of(NLS.bind(messages.stop_hosting, tools.wording().count(guests))),
				messages.stop_roomConsequence, messages.room_close);
	}

	private void refresh() {
		RoomStatus now = host.status();
		Messages messages = tools.messages();
		boolean closed = now.phase() == Phase.CLOSED;
		String label = closed ? messages.room_open : messages.room_close;
		Bars.offer(toggle, label, icons.get(closed ? "start" : "stop"));
		toggle.setEnabled(closed || now.isOpen());
		copy.setEnabled(now.isOpen());
		if (closed != setUp.getVisible()) {
			// It can't be changed while the room is open.
			setUp.setVisible(closed);
			((GridData) setUp.getLayoutData()).exclude = !closed;
			requestLayout();
		}
		int guests = host.guests().size();
		switch (now.phase()) {
		case CLOSED -> status.set("state_off", messages.room_closed);
		case OPENING -> status.set("state_busy", messages.room_opening);
		case CLOSING -> status.set("state_off", messages.room_closing);
		case OPEN -> status.set(guests > 0 ? "state_talking" : "state_on", NLS.bind(messages.room_isOpen,
				new Object[] { address(), Integer.toString(now.port()), tools.wording().count(guests) }), all());
		}
	}

	/** As a guest's view and command line take it. */
	private void copyAddress() {
		InetAddress best = addresses.isEmpty() ? InetAddress.getLoopbackAddress() : addresses.getFirst();
		copier.copy(new Endpoint(Endpoint.numeric(best), host.status().port()).toString());
	}

	private String address() {
		return addresses.isEmpty()
				? Endpoint.numeric(InetAddress.getLoopbackAddress()) + " (" + tools.messages().server_noAddress + ')'
				: Endpoint.numeric(addresses.getFirst());
	}

	private String all() {
		return addresses.stream().map(Endpoint::numeric).collect(Collectors.joining("\n"));
	}
}
