/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ide.snippets;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.texteditor.ITextEditor;

/** Takes what is selected in an editor; where nothing is, the line of the caret. UI thread. */
final class Selected {

	private Selected() {
	}

	/** The selected lines of {@code editor}; {@code null} when there are none. */
	static Snippet in(ITextEditor editor) {
		IDocument document = editor.getDocumentProvider() == null ? null
				: editor.getDocumentProvider().getDocument(editor.getEditorInput());
		if (document == null || !(editor.getSelectionProvider().getSelection() instanceof ITextSelection selection)
				|| selection.getOffset() < 0) {
			return null;
		}
		try {
			return in(document, selection.getOffset(), selection.getLength(), path(editor));
		} catch (BadLocationException e) {
			// The selection is of another time than the document.
			return null;
		}
	}

	/** How many characters are selected in {@code editor}; 0 when nothing is. */
	static int length(ITextEditor editor) {
		return editor.getSelectionProvider().getSelection() instanceof ITextSelection selection
				? Math.max(0, selection.getLength()) : 0;
	}

	static Snippet in(IDocument document, int offset, int length, String path) throws BadLocationException {
		int first = document.getLineOfOffset(offset);
		if (length == 0) {
			IRegion line = document.getLineInformation(first);
			return new Snippet(path, first + 1, first + 1, document.get(line.getOffset(), line.getLength()));
		}
		// A selection of whole lines ends where the next one begins.
		int last = document.getLineOfOffset(offset + length - 1);
		return new Snippet(path, first + 1, last + 1, document.get(offset, length));
	}

	private static String path(ITextEditor editor) {
		IFile file = editor.getEditorInput().getAdapter(IFile.class);
		return file == null ? editor.getEditorInput().getName() : file.getProjectRelativePath().toString();
	}
}
