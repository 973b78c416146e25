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

import java.lang.System.Logger.Level;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.swt.custom.ExtendedModifyEvent;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.text.undo.IDocumentUndoManager;

/**
 * Undo and redo of what is typed into a field. The platform's own undo manager does it, on a document that mirrors the
 * field. The viewer that would bring the two together needs ICU, which is nearly as large as the whole product. UI
 * thread.
 */
final class TextUndo {

	private static final System.Logger LOG = System.getLogger(TextUndo.class.getName());
	private static final int MOST = 500;

	private final StyledText field;
	private final Document document = new Document();
	private final IDocumentUndoManager manager;
	private boolean mirroring;
	private boolean composing;

	TextUndo(StyledText field) {
		this.field = field;
		document.set(field.getText());
		DocumentUndoManagerRegistry.connect(document);
		manager = DocumentUndoManagerRegistry.getDocumentUndoManager(document);
		manager.connect(this);
		manager.setMaximalUndoLevel(MOST);
		field.addExtendedModifyListener(this::typed);
		document.addDocumentListener(new IDocumentListener() {

			@Override
			public void documentAboutToBeChanged(DocumentEvent event) {
				// The field follows afterwards.
			}

			@Override
			public void documentChanged(DocumentEvent event) {
				undone(event);
			}
		});
		field.addDisposeListener(e -> {
			manager.disconnect(this);
			DocumentUndoManagerRegistry.disconnect(document);
		});
	}

	boolean canUndo() {
		return manager.undoable();
	}

	boolean canRedo() {
		return manager.redoable();
	}

	void undo() {
		if (canUndo()) {
			run(manager::undo);
		}
	}

	void redo() {
		if (canRedo()) {
			run(manager::redo);
		}
	}

	/** What was typed so far is one step; what follows is another. */
	void step() {
		manager.commit();
	}

	/** Forgets all steps. */
	void reset() {
		manager.reset();
	}

	private interface Change {
		void run() throws ExecutionException;
	}

	private static void run(Change change) {
		try {
			change.run();
		} catch (ExecutionException e) {
			LOG.log(Level.ERROR, "Undo failed", e);
		}
	}

	private void typed(ExtendedModifyEvent event) {
		if (mirroring) {
			return;
		}
		compose(Composition.isUnderWay(field));
		String inserted = event.length == 0 ? "" : field.getTextRange(event.start, event.length);
		mirroring = true;
		try {
			document.replace(event.start, event.replacedText.length(), inserted);
		} catch (BadLocationException e) {
			throw new IllegalStateException(e);
		} finally {
			mirroring = false;
		}
		if (!composing && inserted.length() == 1 && Character.isWhitespace(inserted.charAt(0))) {
			step();
		}
		compose(Composition.isUnderWay(field));
	}

	/** What an input method tries until it is content is one step. */
	private void compose(boolean now) {
		if (now && !composing) {
			manager.beginCompoundChange();
		} else if (!now && composing) {
			manager.endCompoundChange();
		}
		composing = now;
	}

	private void undone(DocumentEvent event) {
		if (mirroring) {
			return;
		}
		mirroring = true;
		try {
			field.replaceTextRange(event.getOffset(), event.getLength(), event.getText());
			field.setSelection(event.getOffset() + event.getText().length());
			field.showSelection();
		} finally {
			mirroring = false;
		}
	}
}
