/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.preview;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;

import dev.anteroom.chat.PictureFormat;
import dev.anteroom.ui.Messages;
import dev.anteroom.ui.internal.Labels;

/** What the preview asks of the person and of the system around it. UI thread. */
interface Desktop {

	/**
	 * Where to save a picture.
	 *
	 * @param name what is offered
	 * @return {@code null} when the person thought better of it
	 */
	Path chooseFile(String name, PictureFormat format);

	/** Whether what is at {@code file} may be replaced. */
	boolean mayReplace(Path file);

	void tell(String title, String words);

	/** Opens {@code file} with the program for files of that name; returns whether there is one. */
	boolean open(Path file);

	/** The dialogs above {@code owner}. */
	static Desktop of(Control owner, Messages messages) {
		return new Desktop() {

			private String folder;

			@Override
			public Path chooseFile(String name, PictureFormat format) {
				var dialog = new FileDialog(owner.getShell(), SWT.SAVE);
				dialog.setText(Labels.plain(messages.preview_saveAs));
				dialog.setFilterPath(folder);
				dialog.setFileName(name);
				dialog.setOverwrite(true);
				if (format.isShowable()) {
					dialog.setFilterNames(new String[] { format.toString(), messages.composer_allFiles });
					dialog.setFilterExtensions(new String[] { '*' + format.extension(), "*" });
				}
				String chosen = dialog.open();
				if (chosen == null) {
					return null;
				}
				folder = dialog.getFilterPath();
				try {
					return Path.of(chosen);
				} catch (InvalidPathException e) {
					tell(messages.preferences_title, NLS.bind(messages.composer_badFileName, chosen));
					return null;
				}
			}

			@Override
			public boolean mayReplace(Path file) {
				return MessageDialog.openQuestion(owner.getShell(), messages.preferences_title,
						Labels.literal(NLS.bind(messages.preview_replace, file)));
			}

			@Override
			public void tell(String title, String words) {
				if (!owner.isDisposed()) {
					MessageDialog.openError(owner.getShell(), title, Labels.literal(words));
				}
			}

			@Override
			public boolean open(Path file) {
				return Program.launch(file.toString());
			}
		};
	}
}
