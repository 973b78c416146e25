/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ide.places;

import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.eclipse.ui.model.WorkbenchLabelProvider;

import dev.anteroom.ide.Words;

/** Asks which of several files is meant. UI thread. */
final class FileChoice {

	private final ElementListSelectionDialog dialog;

	FileChoice(Shell parent, FilePlace place, List<IFile> files) {
		dialog = new ElementListSelectionDialog(parent, new PathLabels());
		dialog.setTitle(Words.of("title"));
		dialog.setMessage(Words.bind("places.several", place.path()));
		dialog.setMultipleSelection(false);
		dialog.setElements(files.toArray());
	}

	/** Returns as a dialog does. */
	int open() {
		return dialog.open();
	}

	/** What was chosen; {@code null} for nothing. */
	IFile file() {
		return dialog.getFirstResult() instanceof IFile file ? file : null;
	}

	/** A file's icon with its path in the workspace. */
	private static final class PathLabels extends LabelProvider {

		private final WorkbenchLabelProvider icons = new WorkbenchLabelProvider();

		@Override
		public String getText(Object element) {
			return ((IFile) element).getFullPath().makeRelative().toString();
		}

		@Override
		public Image getImage(Object element) {
			return icons.getImage(element);
		}

		@Override
		public void dispose() {
			icons.dispose();
			super.dispose();
		}
	}
}
