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

import java.io.File;
import java.util.Arrays;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

import dev.anteroom.ui.Messages;
import dev.anteroom.ui.internal.Labels;

/** The system's dialog to choose pictures. UI thread. */
final class PicturePicker {

	private static final String PICTURES = "*.png;*.jpg;*.jpeg;*.gif;*.bmp;*.webp;*.PNG;*.JPG;*.JPEG;*.GIF;*.BMP;*.WEBP";

	private PicturePicker() {
	}

	/** The chosen files; none when the person thought better of it. */
	static String[] pick(Shell shell, Messages messages) {
		var dialog = new FileDialog(shell, SWT.OPEN | SWT.MULTI);
		dialog.setText(Labels.plain(messages.composer_addPicture));
		dialog.setFilterNames(new String[] { messages.composer_pictureFiles, messages.composer_allFiles });
		dialog.setFilterExtensions(new String[] { PICTURES, "*" });
		if (dialog.open() == null) {
			return new String[0];
		}
		String folder = dialog.getFilterPath() + File.separator;
		return Arrays.stream(dialog.getFileNames()).map(name -> folder + name).toArray(String[]::new);
	}
}
