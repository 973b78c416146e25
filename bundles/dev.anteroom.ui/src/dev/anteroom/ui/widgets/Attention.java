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

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TaskBar;
import org.eclipse.swt.widgets.TaskItem;

import dev.anteroom.chat.Wording;

/**
 * Tells on the outside of a window how much was said while nobody looked: before its title, and on its button in the
 * task bar where the system has that. It is gone when a window of this application is in use again. UI thread.
 */
final class Attention {

	private static final String KEY = Attention.class.getName();

	private final Shell shell;
	private final Listener looked = e -> clear();
	private long count;
	/** What stands before the title; empty for nothing. */
	private String mark = "";

	private Attention(Shell shell) {
		this.shell = shell;
		Display display = shell.getDisplay();
		shell.addListener(SWT.Dispose, e -> display.removeFilter(SWT.Activate, looked));
	}

	/** The one of {@code shell}, whose title may be changed by others at any time. */
	static Attention of(Shell shell) {
		if (shell.getData(KEY) instanceof Attention attention) {
			return attention;
		}
		var attention = new Attention(shell);
		shell.setData(KEY, attention);
		return attention;
	}

	/** Takes that {@code messages} more have come, if no window of this application is in use. */
	void came(long messages, Wording wording) {
		if (messages <= 0 || shell.getDisplay().getActiveShell() != null) {
			return;
		}
		if (count == 0) {
			shell.getDisplay().addFilter(SWT.Activate, looked);
		}
		count += messages;
		show(wording.count(count));
	}

	private void clear() {
		shell.getDisplay().removeFilter(SWT.Activate, looked);
		count = 0;
		show("");
	}

	private void show(String number) {
		String title = shell.getText();
		String plain = title.startsWith(mark) ? title.substring(mark.length()) : title;
		mark = number.isEmpty() ? "" : '(' + number + ") ";
		shell.setText(mark + plain);
		TaskBar bar = shell.getDisplay().getSystemTaskBar();
		TaskItem item = bar == null ? null : bar.getItem(shell) == null ? bar.getItem(null) : bar.getItem(shell);
		if (item != null) {
			item.setOverlayText(number);
		}
	}
}
