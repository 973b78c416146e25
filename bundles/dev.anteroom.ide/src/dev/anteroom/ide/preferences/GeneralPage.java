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

import org.eclipse.osgi.util.NLS;

import dev.anteroom.chat.DocumentsFolder;
import dev.anteroom.ui.PreferenceKeys;

/** Where transcripts and pictures go. */
public final class GeneralPage extends SettingsPage {

	@Override
	protected void createFieldEditors() {
		addField(new FolderField(PreferenceKeys.TRANSCRIPTS_FOLDER, words("transcripts"), getFieldEditorParent()));
		addField(new FolderField(PreferenceKeys.IMAGES_FOLDER, words("images"), getFieldEditorParent()));
		note(NLS.bind(words("foldersNote"), DocumentsFolder.chatLogs()));
	}
}
