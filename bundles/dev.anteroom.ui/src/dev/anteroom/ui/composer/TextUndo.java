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
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.custom.TextChangeListener;
import org.eclipse.swt.custom.TextChangedEvent;
import org.eclipse.swt.custom.TextChangingEvent;
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
	/** How many characters of the field are an input method's that it has not settled on. */
	private int tried;

	TextUndo(StyledText field) {
		this.field = field;
		document.set(field.getText());
		DocumentUndoManagerRegistry.connect(document);
		manager = DocumentUndoManagerRegistry.getDocumentUndoManager(document);
		manager.connect(this);
		manager.setMaximalUndoLevel(MOST);
		field.getContent().addTextChangeListener(new TextChangeListener() {

			@Override
			public void textChanging(TextChangingEvent event) {
				changing(event.start, event.replaceCharCount, event.newText);
			}

			@Override
			public void textChanged(TextChangedEvent event) {
				if (!mirroring && document.getLength() + tried != field.getCharCount()) {
					beginAnew();
				}
			}

			@Override
			public void textSet(TextChangedEvent event) {
				tried = 0;
				mirror(0, document.getLength(), field.getText());
			}
		});
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

	/**
	 * The text of the field is about to change. What an input method tries until it is content is not mirrored: it is
	 * taken away again before what it has found is typed. Only the selection that it begins with is really gone.
	 */
	private void changing(int start, int replaced, String inserted) {
		if (mirroring) {
			return;
		}
		if (tried > 0 || field.getIME() != null && field.getIME().getCompositionOffset() >= 0) {
			mirror(start, Math.max(0, replaced - tried), "");
			tried = inserted.length();
			return;
		}
		mirror(start, replaced, inserted);
		if (inserted.length() == 1 && Character.isWhitespace(inserted.charAt(0))) {
			step();
		}
	}

	private void mirror(int start, int replaced, String inserted) {
		if (replaced == 0 && inserted.isEmpty()) {
			return;
		}
		mirroring = true;
		try {
			document.replace(start, replaced, inserted);
		} catch (BadLocationException e) {
			LOG.log(Level.WARNING, "The mirror of a field is out of step", e);
		} finally {
			mirroring = false;
		}
	}

	/** Should an input method ever do something unheard of, undo forgets what was, rather than bring back nonsense. */
	private void beginAnew() {
		mirroring = true;
		document.set(field.getText());
		mirroring = false;
		tried = 0;
		reset();
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
