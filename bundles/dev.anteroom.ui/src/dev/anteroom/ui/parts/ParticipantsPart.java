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
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;

import dev.anteroom.chat.Registration;
import dev.anteroom.chat.Wording;
import dev.anteroom.room.Guest;
import dev.anteroom.room.RoomHost;
import dev.anteroom.ui.Messages;
import dev.anteroom.ui.internal.UiUpdates;
import dev.anteroom.ui.widgets.BlockedDialog;
import dev.anteroom.ui.widgets.PeopleTable;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** Who is in the room that is kept here, and who may not come in. */
public class ParticipantsPart {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss")
			.withZone(ZoneId.systemDefault());

	/** Below the last line, in points. */
	private static final int MARGIN = 6;

	private final RoomHost host;
	private final ESelectionService selection;
	private final Messages messages;
	private final Wording wording = Wording.ofDefaultLocale();
	private ViewToolBar toolBar;
	private Composite parent;
	private PeopleTable<Guest> table;
	private Link blocked;
	private int shownBlocked;

	@Inject
	public ParticipantsPart(RoomHost host, ESelectionService selection, @Translation Messages messages) {
		this.host = host;
		this.selection = selection;
		this.messages = messages;
	}

	@PostConstruct
	void create(Composite view, UISynchronize sync, ViewToolBar bar) {
		toolBar = bar;
		toolBar.show(ViewCommand.REMOVE_PARTICIPANT, ViewCommand.BLOCK_PARTICIPANT);
		parent = new Composite(view, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		table = new PeopleTable<>(parent, messages.room_nobody, Guest::id, this::selected);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
		table.column(messages.line_address, 4, 90, guest -> guest.address().toString());
		table.column(messages.room_since, 2, 64, guest -> TIME.format(guest.since()));
		table.column(messages.room_messages, 2, 72, guest -> wording.count(guest.messages()));
		blocked = new Link(parent, SWT.NONE);
		blocked.addListener(SWT.Selection,
				e -> new BlockedDialog(parent.getShell(), host, sync, messages).open());
		GridDataFactory.fillDefaults().grab(true, false).indent(8, 6).exclude(true).applyTo(blocked);
		Registration changes = host.addListener(new UiUpdates(sync, parent, this::update));
		parent.addDisposeListener(e -> changes.close());
		update();
		toolBar.refresh();
	}

	@Focus
	void focus() {
		table.setFocus();
	}

	/** The table of those who are there. */
	public TableViewer viewer() {
		return table.viewer();
	}

	/** Whether it says that nobody is there. */
	public boolean isEmptyShown() {
		return table.isEmptyShown();
	}

	/** Says from how many addresses nobody is let in, and shows them. */
	public Link blocked() {
		return blocked;
	}

	/** Whether by the person, or because that participant has left. */
	private void selected(Guest guest) {
		selection.setSelection(guest);
		toolBar.refresh();
	}

	private void update() {
		List<Guest> guests = host.guests();
		table.show(guests, NLS.bind(messages.room_count, wording.count(guests.size())));
		showBlocked(host.status().blocked().size());
	}

	private void showBlocked(int addresses) {
		if (addresses == shownBlocked) {
			return;
		}
		shownBlocked = addresses;
		blocked.setText("<a>" + NLS.bind(messages.room_blocked, wording.count(addresses)) + "</a>");
		blocked.setVisible(addresses > 0);
		var data = (GridData) blocked.getLayoutData();
		data.exclude = addresses == 0;
		data.heightHint = blocked.computeSize(SWT.DEFAULT, SWT.DEFAULT).y + MARGIN;
		parent.layout();
	}
}
