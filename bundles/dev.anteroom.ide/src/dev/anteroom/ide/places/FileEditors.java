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

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.ui.IEditorDescriptor;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;

/** Opens files at lines. UI thread. */
final class FileEditors {

	/** It would run what is in a page rather than show its lines. */
	private static final String BROWSER = "org.eclipse.ui.browser.editor";

	private FileEditors() {
	}

	/**
	 * Opens {@code file} in the editor that the IDE prefers for it, and selects the lines of {@code place}, as far as the
	 * file has them. It is opened in the IDE itself always: another person's message must not start a program.
	 */
	static void open(IWorkbenchPage page, IFile file, FilePlace place) throws CoreException {
		IEditorPart editor = IDE.openEditor(page, file, editorFor(file), true);
		ITextEditor text = Adapters.adapt(editor, ITextEditor.class);
		IDocument document = text == null || text.getDocumentProvider() == null ? null
				: text.getDocumentProvider().getDocument(text.getEditorInput());
		if (document != null) {
			select(text, document, place);
		}
	}

	private static String editorFor(IFile file) throws CoreException {
		try {
			IEditorDescriptor preferred = IDE.getEditorDescriptor(file, true, false);
			if (preferred.isInternal() && !BROWSER.equals(preferred.getId())) {
				return preferred.getId();
			}
		} catch (OperationCanceledException e) {
			// Nothing was asked that could be canceled.
		}
		return EditorsUI.DEFAULT_TEXT_EDITOR_ID;
	}

	private static void select(ITextEditor editor, IDocument document, FilePlace place) {
		int lines = document.getNumberOfLines();
		try {
			int start = document.getLineOffset(Math.min(place.firstLine(), lines) - 1);
			IRegion last = document.getLineInformation(Math.min(place.lastLine(), lines) - 1);
			editor.selectAndReveal(start, last.getOffset() + last.getLength() - start);
		} catch (BadLocationException e) {
			// It changes right now: it is open all the same.
		}
	}
}
