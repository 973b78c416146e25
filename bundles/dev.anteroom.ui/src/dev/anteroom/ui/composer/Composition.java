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

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.IME;

/** What an input method is composing in a field: Chinese above all. UI thread. */
final class Composition {

	private final StyledText field;
	private int changedAt;

	Composition(StyledText field) {
		this.field = field;
		if (field.getIME() != null) {
			field.getIME().addListener(SWT.ImeComposition, e -> changedAt = e.time);
		}
	}

	/** Whether the key of {@code event} is the input method's, or was until a moment ago: it is nothing to act on. */
	boolean takes(Event event) {
		return isUnderWay(field) || changedAt != 0 && event.time == changedAt;
	}

	/** Whether something in {@code field} is still being composed. */
	static boolean isUnderWay(StyledText field) {
		IME ime = field.getIME();
		return ime != null && ime.getCompositionOffset() >= 0 && ime.getCommitCount() < ime.getText().length();
	}
}
