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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.eclipse.e4.core.services.nls.Translation;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ILazyContentProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import dev.anteroom.chat.Registration;
import dev.anteroom.chat.Wording;
import dev.anteroom.server.ChatServer;
import dev.anteroom.server.WaitingClient;
import dev.anteroom.ui.Messages;
import dev.anteroom.ui.internal.UiUpdates;
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
	private Composite stack;
	private StackLayout layout;
	private Composite empty;
	private Composite filled;
	private Label count;
	private TableViewer viewer;
	private List<WaitingClient> line = List.of();
	/** The place of each client whose row was asked for, by ticket. */
	private final Map<Long, Integer> places = new HashMap<>();

	@Inject
	public WaitingLinePart(ChatServer server, ESelectionService selection, @Translation Messages messages) {
		this.server = server;
		this.selection = selection;
		this.messages = messages;
	}

	@PostConstruct
	void create(Composite parent, UISynchronize sync) {
		stack = new Composite(parent, SWT.NONE);
		layout = new StackLayout();
		stack.setLayout(layout);
		createEmpty();
		createFilled();
		Registration changes = server.addListener(new UiUpdates(sync, stack, this::update));
		stack.addDisposeListener(e -> changes.close());
		update();
	}

	@Focus
	void focus() {
		layout.topControl.setFocus();
	}

	/** The table of those who wait. */
	public TableViewer viewer() {
		return viewer;
	}

	/** Whether it says that nobody waits. */
	public boolean isEmptyShown() {
		return layout.topControl == empty;
	}

	private void createEmpty() {
		empty = new Composite(stack, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(8, 16).applyTo(empty);
		var label = new Label(empty, SWT.WRAP | SWT.CENTER);
		label.setText(messages.line_nobody);
		label.setData("org.eclipse.e4.ui.css.CssClassName", "AnteroomHint");
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).grab(true, false).applyTo(label);
	}

	private void createFilled() {
		filled = new Composite(stack, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(filled);
		count = new Label(filled, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).indent(8, 6).applyTo(count);
		var holder = new Composite(filled, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).indent(0, 6).applyTo(holder);
		viewer = new TableViewer(holder, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL);
		viewer.setUseHashlookup(true);
		viewer.getTable().setHeaderVisible(true);
		var columns = new TableColumnLayout();
		holder.setLayout(columns);
		column(columns, messages.line_place, 1, 48, this::place);
		column(columns, messages.line_address, 4, 90, client -> client.address().toString());
		column(columns, messages.line_since, 2, 64, client -> TIME.format(client.since()));
		viewer.setContentProvider((ILazyContentProvider) this::fill);
		viewer.addSelectionChangedListener(e -> selection.setSelection(viewer.getStructuredSelection().getFirstElement()));
	}

	private void fill(int index) {
		if (index < line.size()) {
			places.put(line.get(index).ticket(), index + 1);
			viewer.replace(line.get(index), index);
		}
	}

	private String place(WaitingClient client) {
		return wording.count(places.getOrDefault(client.ticket(), 0));
	}

	private void column(TableColumnLayout columns, String title, int weight, int least,
			Function<WaitingClient, String> text) {
		var column = new TableViewerColumn(viewer, SWT.NONE);
		column.getColumn().setText(title);
		column.setLabelProvider(new ColumnLabelProvider() {
			@Override
			public String getText(Object element) {
				return text.apply((WaitingClient) element);
			}
		});
		columns.setColumnData(column.getColumn(), new ColumnWeightData(weight, least));
	}

	private void update() {
		var selected = (WaitingClient) viewer.getStructuredSelection().getFirstElement();
		line = server.waitingLine();
		places.clear();
		layout.topControl = line.isEmpty() ? empty : filled;
		count.setText(NLS.bind(messages.line_count, wording.count(line.size())));
		viewer.setInput(line);
		viewer.setItemCount(line.size());
		viewer.refresh();
		select(selected);
		stack.layout();
	}

	/** The table keeps the row that was selected, but the client that stood there may have moved up or left. */
	private void select(WaitingClient client) {
		int row = client == null ? -1 : line.indexOf(client);
		if (row < 0) {
			viewer.getTable().deselectAll();
		} else {
			viewer.getTable().setSelection(row);
		}
		selection.setSelection(row < 0 ? null : client);
	}
}
