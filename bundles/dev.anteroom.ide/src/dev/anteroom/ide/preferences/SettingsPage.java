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

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

import dev.anteroom.ide.Words;
import dev.anteroom.ui.PreferenceKeys;
import dev.anteroom.ui.internal.Limit;

/** A page of what the views keep as settings. */
abstract class SettingsPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

	private static final int WIDTH = 400;

	/** The greatest port there is. */
	static final int LAST_PORT = 0xFFFF;

	SettingsPage() {
		super(GRID);
		setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, PreferenceKeys.NODE));
	}

	@Override
	public void init(IWorkbench workbench) {
		// It needs nothing of it.
	}

	/** Has {@code key} be {@code value} unless it is set, here or by an administrator. */
	final void preset(String key, String value) {
		IPreferenceStore store = getPreferenceStore();
		if (store.getDefaultString(key).isEmpty()) {
			store.setDefault(key, value);
		}
	}

	/** Adds a field for {@code limit}, with the label of that key. */
	final void addLimit(Limit limit, String label) {
		preset(limit.key(), Integer.toString(limit.usual()));
		addField(new NumberField(limit.key(), words(label), limit.most(), getFieldEditorParent()));
	}

	/** Words across the page below the fields so far. */
	final void note(String words) {
		var note = new Label(getFieldEditorParent(), SWT.WRAP);
		note.setText(words);
		GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(WIDTH, SWT.DEFAULT).indent(0, 4).applyTo(note);
	}

	static String words(String key) {
		return Words.of("preferences." + key);
	}
}
