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
import org.eclipse.swt.widgets.Composite;

import dev.anteroom.protocol.Limits;
import dev.anteroom.ui.PreferenceKeys;
import dev.anteroom.ui.internal.Settings;

/** How a server begins, and what strangers may ask of it. */
public final class ServerPage extends PortsPage {

	private static final int MEBIBYTE = 1 << 20;

	@Override
	protected void createFieldEditors() {
		int image = Limits.DEFAULT.imageFrame() / MEBIBYTE;
		preset(PreferenceKeys.LIMIT_WAITING, Integer.toString(Limits.DEFAULT.waiting()));
		preset(PreferenceKeys.LIMIT_PER_ADDRESS, Integer.toString(Limits.DEFAULT.perAddress()));
		preset(PreferenceKeys.LIMIT_IMAGE, Integer.toString(image));
		Composite page = getFieldEditorParent();
		addField(new BooleanFieldEditor(PreferenceKeys.SERVER_AUTOSTART, words("autostart"), page));
		addPorts(PreferenceKeys.SERVER_TEXT_PORT, PreferenceKeys.SERVER_IMAGE_PORT);
		addField(new NumberField(PreferenceKeys.LIMIT_WAITING, words("waiting"), Settings.MOST_CLIENTS, page));
		addField(new NumberField(PreferenceKeys.LIMIT_PER_ADDRESS, words("perAddress"), Settings.MOST_CLIENTS, page));
		addField(new NumberField(PreferenceKeys.LIMIT_IMAGE, words("imageLimit"), image, page));
		note(words("serverNote"));
	}
}
