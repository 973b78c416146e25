/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.composer;

import java.util.function.Supplier;

import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;

/**
 * What assistive technology is told of a control that is drawn here. For native ones, which GTK speaks for, see
 * {@link dev.anteroom.ui.internal.AccessibleName}. UI thread.
 */
final class Spoken {

	private Spoken() {
	}

	/**
	 * Gives {@code control} a name.
	 *
	 * @param help what can be done with it, or {@code null} for nothing to say
	 */
	static void name(Control control, Supplier<String> name, Supplier<String> help) {
		control.getAccessible().addAccessibleListener(new AccessibleAdapter() {

			@Override
			public void getName(AccessibleEvent e) {
				e.result = name.get();
			}

			@Override
			public void getHelp(AccessibleEvent e) {
				e.result = help.get();
			}
		});
	}

	/** Says what {@code control} is, by a constant of {@link org.eclipse.swt.accessibility.ACC}. */
	static void role(Control control, int role) {
		control.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
			@Override
			public void getRole(AccessibleControlEvent e) {
				e.detail = role;
			}
		});
	}
}
