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

import org.eclipse.jface.preference.StringFieldEditor;

import dev.anteroom.ui.PreferenceKeys;

/** Which server a client's view begins with. */
public final class ClientPage extends PortsPage {

	@Override
	protected void createFieldEditors() {
		preset(PreferenceKeys.CLIENT_HOST, "127.0.0.1");
		var host = new StringFieldEditor(PreferenceKeys.CLIENT_HOST, words("host"), getFieldEditorParent());
		host.setEmptyStringAllowed(false);
		host.setErrorMessage(words("badHost"));
		addField(host);
		addPorts(PreferenceKeys.CLIENT_TEXT_PORT, PreferenceKeys.CLIENT_IMAGE_PORT);
		note(words("clientNote"));
	}
}
