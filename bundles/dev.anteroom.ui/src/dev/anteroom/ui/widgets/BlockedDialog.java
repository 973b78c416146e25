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

import java.util.Arrays;
import java.util.List;

import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

import dev.anteroom.chat.Registration;
import dev.anteroom.room.RoomHost;
import dev.anteroom.ui.Messages;
import dev.anteroom.ui.internal.UiUpdates;

/**
 * The addresses from which nobody is let into the room that is kept here, the latest first, to let them in again. It
 * follows what happens meanwhile, and closes when there are none. UI thread.
 */
public final class BlockedDialog extends Dialog {

	private static final int WIDTH = 260;
	private static final int ROWS = 12;

	private final RoomHost host;
	private final UISynchronize sync;
	private final Messages messages;
	private List<String> addresses = List.of();
	private Table table;
	private Button letIn;

	public BlockedDialog(Shell parent, RoomHost host, UISynchronize sync, Messages messages) {
		super(parent);
		this.host = host;
		this.sync = sync;
		this.messages = messages;
	}

	/** Does not open when there is none any more. */
	@Override
	public int open() {
		return host.status().blocked().isEmpty() ? CANCEL : super.open();
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(messages.room_blockedTitle);
	}

	@Override
	protected boolean isResizable() {
		return true;
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		var area = (Composite) super.createDialogArea(parent);
		var note = new Label(area, SWT.WRAP);
		note.setText(messages.room_blockedNote);
		GridDataFactory.fillDefaults().grab(true, false).hint(convertHorizontalDLUsToPixels(WIDTH), SWT.DEFAULT)
				.applyTo(note);
		table = new Table(area, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL);
		GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, ROWS * table.getItemHeight()).applyTo(table);
		table.addListener(SWT.SetData, this::fill);
		table.addListener(SWT.Selection, e -> enable());
		table.addListener(SWT.DefaultSelection, e -> letIn());
		Registration changes = host.addListener(new UiUpdates(sync, table, this::update));
		table.addDisposeListener(e -> changes.close());
		return area;
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		letIn = createButton(parent, IDialogConstants.CLIENT_ID, messages.room_letIn, false);
		createButton(parent, IDialogConstants.CANCEL_ID, messages.room_blockedClose, false);
		update();
		table.select(0);
		enable();
		table.setFocus();
	}

	@Override
	protected void buttonPressed(int id) {
		if (id == IDialogConstants.CLIENT_ID) {
			letIn();
		} else {
			super.buttonPressed(id);
		}
	}

	private void fill(Event event) {
		((TableItem) event.item).setText(addresses.get(event.index));
	}

	private void letIn() {
		host.unblock(selected());
	}

	private List<String> selected() {
		return Arrays.stream(table.getSelectionIndices()).mapToObj(addresses::get).toList();
	}

	private void enable() {
		letIn.setEnabled(table.getSelectionCount() > 0);
	}

	private void update() {
		List<String> now = host.status().blocked().reversed();
		if (now.isEmpty()) {
			// Not at once: this may be about to open.
			sync.asyncExec(this::close);
			return;
		}
		if (now.equals(addresses)) {
			return;
		}
		List<String> selected = selected();
		int place = table.getSelectionIndex();
		addresses = now;
		table.setItemCount(now.size());
		table.clearAll();
		table.deselectAll();
		int[] left = selected.stream().mapToInt(now::indexOf).filter(index -> index >= 0).toArray();
		if (left.length > 0) {
			table.select(left);
		} else if (place >= 0) {
			// The next one stands where the one that was let in stood.
			table.select(Math.min(place, now.size() - 1));
		}
		enable();
	}
}
