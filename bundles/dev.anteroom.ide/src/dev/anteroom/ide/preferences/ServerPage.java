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

import org.eclipse.jface.preference.BooleanFieldEditor;

import dev.anteroom.ui.PreferenceKeys;
import dev.anteroom.ui.internal.Limit;

/** How a server begins, and what strangers may ask of it. */
public final class ServerPage extends PortsPage {

	@Override
	protected void createFieldEditors() {
		addField(new BooleanFieldEditor(PreferenceKeys.SERVER_AUTOSTART, words("autostart"), getFieldEditorParent()));
		addPorts(PreferenceKeys.SERVER_TEXT_PORT, PreferenceKeys.SERVER_IMAGE_PORT);
		addLimit(Limit.WAITING, "waiting");
		addLimit(Limit.PER_ADDRESS, "perAddress");
		addLimit(Limit.IMAGE, "imageLimit");
		note(words("serverNote"));
	}
}
