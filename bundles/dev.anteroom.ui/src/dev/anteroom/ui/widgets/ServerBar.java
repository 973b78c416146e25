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
import java.util.ArrayList;
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
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Registration;
import dev.anteroom.protocol.Ports;
import dev.anteroom.server.ChatServer;
import dev.anteroom.server.ServerStatus;
import dev.anteroom.server.ServerStatus.Phase;
import dev.anteroom.ui.Messages;
import dev.anteroom.ui.internal.Copier;
import dev.anteroom.ui.internal.Icons;
import dev.anteroom.ui.internal.OwnAddresses;
import dev.anteroom.ui.internal.Settings;
import dev.anteroom.ui.internal.UiExecutor;
import dev.anteroom.ui.internal.UiUpdates;

/**
 * Where the serving person sees whether the server listens and where, and starts and stops it. What it is set up with is
 * folded away while it listens, unless it was asked for. UI thread.
 */
public final class ServerBar extends Composite {

	private final ChatServer server;
	private final Settings settings;
	private final ViewTools tools;
	private final Icons icons;
	private final Copier copier;
	private final StatusLine status;
	private final ToolItem copy;
	private final ToolItem unfold;
	private final Composite setUp;
	private final Combo address;
	private final CheckedField textPort;
	private final CheckedField imagePort;
	private final Button toggle;
	private List<InetAddress> addresses = List.of();
	private boolean listening;

	public ServerBar(Composite parent, ChatServer server, Settings settings, ViewTools tools) {
		super(parent, SWT.NONE);
		this.server = server;
		this.settings = settings;
		this.tools = tools;
		this.icons = new Icons(this);
		Messages messages = tools.messages();
		copier = new Copier(this, tools.sync(), tools.pictures(), () -> MessageDialog.openError(getShell(),
				messages.preferences_title, messages.log_copyFailed));
		GridLayoutFactory.fillDefaults().margins(8, 6).spacing(6, 6).applyTo(this);

		status = new StatusLine(this);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(status);
		toggle = new Button(status, SWT.PUSH);
		toggle.addListener(SWT.Selection, e -> toggle());
		var copyBar = new ToolBar(status, SWT.FLAT);
		copyBar.moveAbove(toggle);
		copy = new ToolItem(copyBar, SWT.PUSH);
		copy.setImage(icons.get("copy"));
		copy.setToolTipText(messages.server_copyAddress);
		copy.addListener(SWT.Selection, e -> copyAddress());
		unfold = new ToolItem(copyBar, SWT.CHECK);
		unfold.addListener(SWT.Selection, e -> fold(!unfold.getSelection()));

		setUp = new Composite(this, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(setUp);
		setUp.setLayout(Bars.layout());
		address = createAddress(setUp);
		textPort = CheckedField.forPort(setUp, messages.port_text, settings.serverTextPort(), tools.wording());
		imagePort = CheckedField.forPort(setUp, messages.port_image, settings.serverImagePort(), tools.wording());

		var updates = new UiUpdates(tools.sync(), this, this::refresh);
		Registration statusChanges = server.addListener(updates);
		Registration stateChanges = server.conversation().addStateListener(updates);
		addDisposeListener(e -> {
			statusChanges.close();
			stateChanges.close();
		});
		fold(false);
		unfold.setEnabled(false);
		findAddresses();
		refresh();
	}

	/** Whether what the server is set up with is in sight. */
	public boolean isUnfolded() {
		return setUp.getVisible();
	}

	/** Starts the server with what stands in the fields; what is wrong with them is shown there. */
	public void start() {
		try {
			int text = textPort.value(Ports::parse);
			int image = imagePort.value(Ports::parse);
			// A failure is in the journal, and so in the log below.
			server.start(settings.forServer(chosenAddress(), text, image));
			findAddresses();
		} catch (ChatException e) {
			status.set("state_off", tools.wording().of(e.notice()));
		}
	}

	/** What is said about the server now. */
	public String statusText() {
		return status.text();
	}

	@Override
	public boolean setFocus() {
		return toggle.setFocus();
	}

	private Combo createAddress(Composite row) {
		var group = new Composite(row, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 0).applyTo(group);
		new Label(group, SWT.NONE).setText(tools.messages().server_address);
		var combo = new Combo(group, SWT.READ_ONLY);
		combo.add(tools.messages().server_allAddresses);
		combo.select(0);
		return combo;
	}

	/** Networks come and go; they are looked at when the view opens and at each start. */
	private void findAddresses() {
		CompletableFuture.supplyAsync(OwnAddresses::list).thenAcceptAsync(this::show,
				new UiExecutor(tools.sync(), this));
	}

	private void show(List<InetAddress> found) {
		InetAddress chosen = chosenAddress();
		addresses = new ArrayList<>(found);
		addresses.add(InetAddress.getLoopbackAddress());
		if (address.getItemCount() > 1) {
			address.remove(1, address.getItemCount() - 1);
		}
		addresses.forEach(each -> address.add(Endpoint.numeric(each)));
		address.select(chosen == null ? 0 : addresses.indexOf(chosen) + 1);
		refresh();
		layout(true, true);
	}

	private InetAddress chosenAddress() {
		int index = address.getSelectionIndex() - 1;
		return index < 0 || index >= addresses.size() ? null : addresses.get(index);
	}

	private void toggle() {
		if (server.status().phase() == Phase.STOPPED) {
			start();
		} else if (cutOff().isWanted(getShell(), tools.messages())) {
			server.stop();
		}
	}

	private CutOff cutOff() {
		Messages messages = tools.messages();
		var people = new ArrayList<String>();
		if (server.conversation().state() instanceof ConversationState.Conversing(var peer)) {
			people.add(NLS.bind(messages.stop_serving, peer));
		}
		int waiting = server.waitingLine().size();
		if (waiting > 0) {
			people.add(NLS.bind(messages.stop_waiting, tools.wording().count(waiting)));
		}
		return new CutOff(messages.stop_server, people, messages.stop_serverConsequence, messages.server_stop);
	}

	private void fold(boolean folded) {
		setUp.setVisible(!folded);
		((GridData) setUp.getLayoutData()).exclude = folded;
		unfold.setSelection(!folded);
		unfold.setImage(icons.get(folded ? "unfold" : "fold"));
		unfold.setToolTipText(folded ? tools.messages().server_showSetUp : tools.messages().server_hideSetUp);
		requestLayout();
	}

	/** What can be changed is shown, and what can't be gives its room to the conversation. */
	private void foldFor(ServerStatus now) {
		if (now.isListening() != listening) {
			listening = now.isListening();
			unfold.setEnabled(listening);
			fold(listening);
		}
	}

	private void refresh() {
		ServerStatus now = server.status();
		Messages messages = tools.messages();
		boolean stopped = now.phase() == Phase.STOPPED;
		foldFor(now);
		String label = stopped ? messages.server_start : messages.server_stop;
		Bars.offer(toggle, label, icons.get(stopped ? "start" : "stop"));
		toggle.setEnabled(stopped || now.isListening());
		address.setEnabled(stopped);
		textPort.setEnabled(stopped);
		imagePort.setEnabled(stopped);
		copy.setEnabled(now.isListening());
		status.set(sign(now), words(now), now.isListening() ? allAddresses(now) : "");
	}

	private String sign(ServerStatus now) {
		return switch (now.phase()) {
		case STOPPED, STOPPING -> "state_off";
		case STARTING -> "state_busy";
		case LISTENING -> server.conversation().state() instanceof ConversationState.Conversing ? "state_talking"
				: now.paused() ? "state_busy" : "state_on";
		};
	}

	private String words(ServerStatus now) {
		Messages messages = tools.messages();
		return switch (now.phase()) {
		case STOPPED -> messages.server_stopped;
		case STARTING -> messages.server_starting;
		case STOPPING -> messages.server_stopping;
		case LISTENING -> {
			if (server.conversation().state() instanceof ConversationState.Conversing talking) {
				yield NLS.bind(messages.server_talking, talking.peer(), reachableAt(now));
			}
			yield NLS.bind(now.paused() ? messages.server_paused : messages.server_listening,
					new Object[] { reachableAt(now), Integer.toString(now.textPort()), Integer.toString(now.imagePort()) });
		}
		};
	}

	/** The addresses that clients can use. */
	private String reachableAt(ServerStatus now) {
		if (now.address() != null) {
			return Endpoint.numeric(now.address());
		}
		// The tool tip has them all.
		String own = addresses.stream().filter(each -> !each.isLoopbackAddress()).limit(1).map(Endpoint::numeric)
				.collect(Collectors.joining());
		return own.isEmpty() ? Endpoint.numeric(InetAddress.getLoopbackAddress()) + " (" + tools.messages().server_noAddress + ")"
				: own;
	}

	private String allAddresses(ServerStatus now) {
		return now.address() != null ? Endpoint.numeric(now.address())
				: addresses.stream().filter(each -> !each.isLoopbackAddress()).map(Endpoint::numeric)
						.collect(Collectors.joining("\n"));
	}

	private void copyAddress() {
		ServerStatus now = server.status();
		InetAddress best = now.address() != null ? now.address()
				: addresses.isEmpty() ? InetAddress.getLoopbackAddress() : addresses.getFirst();
		copier.copy(new Endpoint(Endpoint.numeric(best), now.textPort()).toString());
	}
}
