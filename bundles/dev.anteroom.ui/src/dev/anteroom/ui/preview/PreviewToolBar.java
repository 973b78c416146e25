/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.preview;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import dev.anteroom.ui.internal.Icons;
import dev.anteroom.ui.preview.PreviewCommands.Group;

/** The commands in groups, which go to another row where there is no room for them beside each other. UI thread. */
final class PreviewToolBar extends Composite {

	private final Map<PreviewCommand, ToolItem> items = new HashMap<>();
	private final Map<Group, ToolBar> bars = new HashMap<>();

	PreviewToolBar(Composite parent, List<Group> groups) {
		super(parent, SWT.NONE);
		var icons = new Icons(this);
		var layout = new RowLayout(SWT.HORIZONTAL);
		layout.marginTop = 2;
		layout.marginBottom = 2;
		layout.marginLeft = 4;
		layout.marginRight = 0;
		layout.spacing = 6;
		layout.center = true;
		setLayout(layout);
		for (Group group : groups) {
			var bar = new ToolBar(this, SWT.FLAT);
			bar.setLayoutData(new RowData());
			bars.put(group, bar);
			for (PreviewCommand command : group.commands()) {
				var item = new ToolItem(bar, command.style());
				item.setImage(icons.get(command.icon()));
				item.setToolTipText(command.plainLabel());
				item.addListener(SWT.Selection, e -> {
					if (command.selected() == null || item.getSelection()) {
						command.run();
					}
				});
				items.put(command, item);
			}
		}
	}

	/** Shows what can be done now, and what is in force. */
	void refresh() {
		items.forEach((command, item) -> {
			boolean enabled = command.enabled().getAsBoolean();
			if (item.getEnabled() != enabled) {
				item.setEnabled(enabled);
			}
			if (command.selected() != null) {
				item.setSelection(command.selected().getAsBoolean());
			}
		});
		bars.forEach((group, bar) -> {
			var data = (RowData) bar.getLayoutData();
			if (data.exclude == group.isWanted()) {
				data.exclude = !data.exclude;
				bar.setVisible(!data.exclude);
				bar.requestLayout();
			}
		});
	}

	/** The item of {@code command}, for tests. */
	ToolItem item(PreviewCommand command) {
		return items.get(command);
	}
}
