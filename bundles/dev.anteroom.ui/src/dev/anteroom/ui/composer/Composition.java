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
import org.eclipse.swt.widgets.IME;

/** What an input method is composing in a field: Chinese above all. UI thread. */
final class Composition {

	private final StyledText field;
	private boolean changed;
	private int changedAt;

	Composition(StyledText field) {
		this.field = field;
		if (field.getIME() != null) {
			field.getIME().addListener(SWT.ImeComposition, e -> {
				changed = true;
				changedAt = e.time;
				// Words in the empty field may have to make room.
				field.redraw();
			});
		}
	}

	/** Whether the key pressed at {@code time} is the input method's, or was until a moment ago: nothing to act on. */
	boolean takes(int time) {
		return isUnderWay() || changed && time == changedAt;
	}

	private boolean isUnderWay() {
		IME ime = field.getIME();
		return ime != null && ime.getCompositionOffset() >= 0 && ime.getCommitCount() < ime.getText().length();
	}
}
