/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.internal;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Control;

/** Names for controls that show none, such as a button with nothing but an icon. UI thread. */
public final class AccessibleName {

	private AccessibleName() {
	}

	/**
	 * Has screen readers call {@code control} {@code name}. SWT's GTK port asks only what it draws itself for its name,
	 * not the native buttons and fields, and knows their tool tips no more; so they get a label that nobody sees.
	 *
	 * @param control a child of a composite with a grid layout, which leaves the label out
	 */
	public static void give(Control control, String name) {
		AccessibleListener listener = new AccessibleAdapter() {

			@Override
			public void getName(AccessibleEvent event) {
				event.result = name;
			}
		};
		var label = new Canvas(control.getParent(), SWT.NO_FOCUS);
		label.setVisible(false);
		GridDataFactory.swtDefaults().exclude(true).applyTo(label);
		label.getAccessible().addAccessibleListener(listener);
		Accessible accessible = control.getAccessible();
		accessible.addAccessibleListener(listener);
		accessible.addRelation(ACC.RELATION_LABELLED_BY, label.getAccessible());
		control.addDisposeListener(e -> label.dispose());
	}
}
