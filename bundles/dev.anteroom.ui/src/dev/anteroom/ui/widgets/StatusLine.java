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

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import dev.anteroom.ui.internal.Icons;

/** Where a role stands, in a sign and a few words, with room for more at its end. UI thread. */
final class StatusLine extends Composite {

	private final Icons icons = new Icons(this);
	private final Label sign;
	/** Left without its middle where there is no room for all of it. */
	private final CLabel words;

	StatusLine(Composite parent) {
		super(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(4).spacing(6, 0).applyTo(this);
		sign = new Label(this, SWT.NONE);
		sign.setImage(icons.get("state_off"));
		GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(sign);
		words = new CLabel(this, SWT.NONE);
		words.setMargins(0, 0, 0, 0);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(80, SWT.DEFAULT).applyTo(words);
	}

	/** @param icon the sign, a {@code state_…} icon */
	void set(String icon, String text) {
		set(icon, text, "");
	}

	/** @param more what the tool tip says below the text; may be empty */
	void set(String icon, String text, String more) {
		if (!text.equals(words.getText())) {
			words.setText(text);
			// A label of the system's own tells by itself.
			words.getAccessible().sendEvent(ACC.EVENT_NAME_CHANGED, null);
			requestLayout();
		}
		words.setToolTipText(more.isEmpty() ? text : text + '\n' + more);
		sign.setImage(icons.get(icon));
	}

	String text() {
		return words.getText();
	}
}
