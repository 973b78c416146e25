/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ide.preferences;

import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.swt.widgets.Composite;

import dev.anteroom.ide.Words;

/** A number from 1 to a greatest one. */
final class NumberField extends IntegerFieldEditor {

	NumberField(String key, String label, int most, Composite parent) {
		super(key, label, parent, Integer.toString(most).length());
		setValidRange(1, most);
		setErrorMessage(Words.bind("preferences.badNumber", Integer.toString(most)));
	}
}
