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

import org.eclipse.jface.preference.FieldEditor;
import org.eclipse.jface.util.PropertyChangeEvent;

import dev.anteroom.protocol.Ports;

/** A page with the two ports of a role, which must differ. */
abstract class PortsPage extends SettingsPage {

	private NumberField text;
	private NumberField image;

	/** Adds their fields, for these settings. */
	final void addPorts(String textKey, String imageKey) {
		preset(textKey, Integer.toString(Ports.TEXT));
		preset(imageKey, Integer.toString(Ports.IMAGE));
		text = new NumberField(textKey, words("textPort"), LAST_PORT, getFieldEditorParent());
		image = new NumberField(imageKey, words("imagePort"), LAST_PORT, getFieldEditorParent());
		addField(text);
		addField(image);
	}

	@Override
	public void propertyChange(PropertyChangeEvent event) {
		super.propertyChange(event);
		if (FieldEditor.VALUE.equals(event.getProperty())) {
			checkState();
		}
	}

	@Override
	protected void checkState() {
		super.checkState();
		if (isValid() && text.getStringValue().strip().equals(image.getStringValue().strip())) {
			setErrorMessage(words("samePorts"));
			setValid(false);
		} else if (isValid()) {
			setErrorMessage(null);
		}
	}
}
