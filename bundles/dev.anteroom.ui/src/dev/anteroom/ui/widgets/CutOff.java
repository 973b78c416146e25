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

import java.util.List;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;

import dev.anteroom.ui.Messages;

/**
 * Something that ends other people's connections, which a person is asked about first. UI thread.
 *
 * @param title       the question
 * @param people      whose connections end, a line each; nothing is asked when there are none
 * @param consequence what happens to them
 * @param yes         the button's label
 */
record CutOff(String title, List<String> people, String consequence, String yes) {

	private static final int YES = 0;
	private static final int NO = 1;

	/** Whether it is to be done. What was pressed by accident changes nothing: not to do it is the default. */
	boolean isWanted(Shell shell, Messages messages) {
		String text = String.join("\n", people) + "\n\n" + consequence;
		return people.isEmpty() || new MessageDialog(shell, title, null, text, MessageDialog.WARNING, NO, yes,
				messages.stop_no).open() == YES;
	}
}
