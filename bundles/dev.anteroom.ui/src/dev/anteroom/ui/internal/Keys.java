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

import org.eclipse.jface.action.Action;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** Accelerators: a key or character together with the modifiers {@link SWT} has. */
public final class Keys {

	private Keys() {
	}

	/** Whether {@code event} is one of {@code keys}. A character is meant however it is typed: + also with Shift. */
	public static boolean isAnyOf(Event event, int... keys) {
		int modifiers = event.stateMask & SWT.MODIFIER_MASK;
		for (int key : keys) {
			int plain = key & SWT.KEY_MASK;
			boolean typed = event.character == plain && (modifiers & ~SWT.SHIFT) == (key & SWT.MODIFIER_MASK);
			boolean pressed = event.keyCode == plain && modifiers == (key & SWT.MODIFIER_MASK);
			if (typed || pressed) {
				return true;
			}
		}
		return false;
	}

	/** {@code label} for an item of a menu that {@code key} stands for, too. */
	public static String label(String label, int key) {
		boolean character = (key & SWT.KEYCODE_BIT) == 0;
		return label + '\t' + Action.convertAccelerator(
				character ? key & SWT.MODIFIER_MASK | Character.toUpperCase(key & SWT.KEY_MASK) : key);
	}
}
