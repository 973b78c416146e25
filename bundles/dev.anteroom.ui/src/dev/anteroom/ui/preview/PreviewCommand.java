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

import java.util.function.BooleanSupplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

import dev.anteroom.ui.internal.Keys;
import dev.anteroom.ui.internal.Labels;

/**
 * Something to do with the picture, the same on the toolbar, in the menu and by key.
 *
 * @param icon     without folder and extension
 * @param label    with its access key
 * @param enabled  whether it can be done now
 * @param selected whether it is in force now; {@code null} for what only happens
 * @param keys     accelerators, the first of them for the menu
 */
record PreviewCommand(String icon, String label, BooleanSupplier enabled, BooleanSupplier selected, Runnable action,
		int... keys) {

	/** Its words for where it is no item of a menu. */
	String plainLabel() {
		return Labels.plain(label);
	}

	/** Its words for a menu. */
	String menuLabel() {
		return keys.length == 0 ? label : Keys.label(label, keys[0]);
	}

	int style() {
		return selected == null ? SWT.PUSH : SWT.RADIO;
	}

	void run() {
		if (enabled.getAsBoolean()) {
			action.run();
		}
	}

	/** Whether {@code event} is one of its keys. */
	boolean isMeantBy(Event event) {
		return Keys.isAnyOf(event, keys);
	}
}
