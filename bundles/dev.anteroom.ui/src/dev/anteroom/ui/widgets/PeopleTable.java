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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ILazyContentProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;

import dev.anteroom.ui.internal.IdeStyles;

/**
 * People in an order, however many: a table whose rows are made when they are seen, or a few words while there is nobody.
 * Who is selected stays so when the others move. UI thread.
 */
public final class PeopleTable<T> extends Composite {

	private final StackLayout layout = new StackLayout();
	private final Composite empty;
	private final Composite filled;
	private final Label count;
	private final TableViewer viewer;
	private final TableColumnLayout columns = new TableColumnLayout();
	private final ToLongFunction<T> id;
	private final Consumer<T> selected;
	private List<T> people = List.of();
	/** The place of each whose row was asked for, by id. */
	private final Map<Long, Integer> places = new HashMap<>();

	/**
	 * @param nobody   the words while there is nobody
	 * @param id       what tells one from all others
	 * @param selected hears of who is selected, {@code null} for nobody
	 */
	public PeopleTable(Composite parent, String nobody, ToLongFunction<T> id, Consumer<T> selected) {
		super(parent, SWT.NONE);
		IdeStyles.install(getDisplay());
		this.id = id;
		this.selected = selected;
		setLayout(layout);
		empty = new Composite(this, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(8, 16).applyTo(empty);
		var label = new Label(empty, SWT.WRAP | SWT.CENTER);
		label.setText(nobody);
		label.setData("org.eclipse.e4.ui.css.CssClassName", "AnteroomHint");
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).grab(true, false).applyTo(label);

		filled = new Composite(this, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(filled);
		count = new Label(filled, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).indent(8, 6).applyTo(count);
		var holder = new Composite(filled, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).indent(0, 6).applyTo(holder);
		viewer = new TableViewer(holder, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL);
		viewer.setUseHashlookup(true);
		viewer.getTable().setHeaderVisible(true);
		holder.setLayout(columns);
		viewer.setContentProvider((ILazyContentProvider) this::fill);
		viewer.addSelectionChangedListener(e -> selected.accept(selection()));
		layout.topControl = empty;
	}

	/** Adds a column, {@code least} points wide, and its share of what is left by {@code weight}. */
	public void column(String title, int weight, int least, Function<T, String> text) {
		var column = new TableViewerColumn(viewer, SWT.NONE);
		column.getColumn().setText(title);
		column.setLabelProvider(new ColumnLabelProvider() {
			@Override
			@SuppressWarnings("unchecked")
			public String getText(Object element) {
				return text.apply((T) element);
			}
		});
		columns.setColumnData(column.getColumn(), new ColumnWeightData(weight, least));
	}

	/** Shows {@code now}, under {@code words} that say how many they are. */
	public void show(List<T> now, String words) {
		T before = selection();
		people = now;
		places.clear();
		layout.topControl = people.isEmpty() ? empty : filled;
		count.setText(words);
		viewer.setInput(people);
		viewer.setItemCount(people.size());
		viewer.refresh();
		select(before);
		layout();
	}

	/** The place of somebody whose row is shown, from 1. */
	public int place(T one) {
		return places.getOrDefault(id.applyAsLong(one), 0);
	}

	/** The table. */
	public TableViewer viewer() {
		return viewer;
	}

	/** Whether it says that there is nobody. */
	public boolean isEmptyShown() {
		return layout.topControl == empty;
	}

	@Override
	public boolean setFocus() {
		return layout.topControl.setFocus();
	}

	private void fill(int index) {
		if (index < people.size()) {
			places.put(id.applyAsLong(people.get(index)), index + 1);
			viewer.replace(people.get(index), index);
		}
	}

	@SuppressWarnings("unchecked")
	private T selection() {
		return (T) viewer.getStructuredSelection().getFirstElement();
	}

	/** The table keeps the row that was selected, but who stood there may have moved or left. */
	private void select(T one) {
		int row = -1;
		for (int i = 0; one != null && i < people.size(); i++) {
			row = id.applyAsLong(people.get(i)) == id.applyAsLong(one) ? i : row;
		}
		Table table = viewer.getTable();
		if (table.getSelectionIndex() != row) {
			table.deselectAll();
			if (row >= 0) {
				// setSelection would scroll there too, away from where the person looks.
				table.select(row);
			}
		}
		T now = row < 0 ? null : people.get(row);
		if (!Objects.equals(one, now)) {
			selected.accept(now);
		}
	}
}
