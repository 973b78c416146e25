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

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

import org.eclipse.e4.core.services.nls.Translation;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;

import dev.anteroom.chat.Registration;
import dev.anteroom.chat.Wording;
import dev.anteroom.server.ChatServer;
import dev.anteroom.server.WaitingClient;
import dev.anteroom.ui.Messages;
import dev.anteroom.ui.internal.UiUpdates;
import dev.anteroom.ui.widgets.PeopleTable;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** Who is in line, in order. */
public class WaitingLinePart {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss")
			.withZone(ZoneId.systemDefault());

	private final ChatServer server;
	private final ESelectionService selection;
	private final Messages messages;
	private final Wording wording = Wording.ofDefaultLocale();
	private ViewToolBar toolBar;
	private PeopleTable<WaitingClient> table;

	@Inject
	public WaitingLinePart(ChatServer server, ESelectionService selection, @Translation Messages messages) {
		this.server = server;
		this.selection = selection;
		this.messages = messages;
	}

	@PostConstruct
	void create(Composite parent, UISynchronize sync, ViewToolBar bar) {
		toolBar = bar;
		toolBar.show(ViewCommand.REMOVE);
		table = new PeopleTable<>(parent, messages.line_nobody, WaitingClient::ticket, this::selected);
		table.column(messages.line_place, 1, 48, client -> wording.count(table.place(client)));
		table.column(messages.line_address, 4, 90, client -> client.address().toString());
		table.column(messages.line_since, 2, 64, client -> TIME.format(client.since()));
		Registration changes = server.addListener(new UiUpdates(sync, table, this::update));
		table.addDisposeListener(e -> changes.close());
		update();
	}

	@Focus
	void focus() {
		table.setFocus();
	}

	/** The table of those who wait. */
	public TableViewer viewer() {
		return table.viewer();
	}

	/** Whether it says that nobody waits. */
	public boolean isEmptyShown() {
		return table.isEmptyShown();
	}

	/** Whether by the person, or because that client has left. */
	private void selected(WaitingClient client) {
		selection.setSelection(client);
		toolBar.refresh();
	}

	private void update() {
		List<WaitingClient> line = server.waitingLine();
		table.show(line, NLS.bind(messages.line_count, wording.count(line.size())));
	}
}
