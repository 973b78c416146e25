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

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.eclipse.jface.preference.DirectoryFieldEditor;
import org.eclipse.swt.widgets.Composite;

import dev.anteroom.ide.Words;

/** A folder, which need not be there yet; empty for the usual one. */
final class FolderField extends DirectoryFieldEditor {

	FolderField(String key, String label, Composite parent) {
		init(key, label);
		setErrorMessage(Words.of("preferences.badFolder"));
		setChangeButtonText(Words.of("preferences.browse"));
		setValidateStrategy(VALIDATE_ON_KEY_STROKE);
		setEmptyStringAllowed(true);
		createControl(parent);
	}

	@Override
	protected boolean doCheckState() {
		return isFolderName(getStringValue().strip());
	}

	static boolean isFolderName(String typed) {
		try {
			return typed.isEmpty() || Path.of(typed).isAbsolute() && !Files.isRegularFile(Path.of(typed));
		} catch (InvalidPathException e) {
			return false;
		}
	}
}
