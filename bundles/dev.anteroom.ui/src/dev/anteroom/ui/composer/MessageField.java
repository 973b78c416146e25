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

import org.eclipse.jface.action.Action;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.VerifyEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

import dev.anteroom.ui.Messages;
import dev.anteroom.ui.internal.Shortened;

/**
 * The field that a message is written in: words while it is empty, undo and redo, and keys of its own. UI thread.
 */
public final class MessageField extends StyledText {

	/** The key that brings back what was sent, as it is called here. */
	static final String OLDER = Action.convertAccelerator(SWT.MOD1 | SWT.ARROW_UP);

	/** What the field's keys and its menu do beyond editing. */
	interface Actions {

		/** Enter. */
		void send();

		/** Takes what is on the clipboard, unless it is text. */
		boolean paste();

		/** Ctrl+Up. */
		void older();

		/** Ctrl+Down. */
		void newer();
	}

	/** More characters than this are not wrapped: a megabyte of them would take many seconds, and then each key some. */
	private static final int MOST_WRAPPED = 10_000;
	private static final int MARGIN = 4;

	private final Messages messages;
	private final Actions actions;
	private final TextUndo undo;
	private final Composition composition;

	MessageField(Composite parent, Messages messages, Actions actions) {
		super(parent, SWT.MULTI | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
		this.messages = messages;
		this.actions = actions;
		setData("org.eclipse.e4.ui.css.CssClassName", "AnteroomField");
		setFont(JFaceResources.getDialogFont());
		setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
		setAlwaysShowScrollBars(false);
		undo = new TextUndo(this);
		composition = new Composition(this);
		addVerifyKeyListener(this::key);
		// The way out of the field by keyboard; nobody indents a message.
		addListener(SWT.Traverse, e -> e.doit |= e.detail == SWT.TRAVERSE_TAB_NEXT
				|| e.detail == SWT.TRAVERSE_TAB_PREVIOUS);
		addListener(SWT.MouseDown, e -> undo.step());
		addListener(SWT.Paint, this::paintWords);
		addVerifyListener(e -> wrap(getCharCount() - (e.end - e.start) + e.text.length()));
		addModifyListener(e -> {
			if (getCharCount() <= 1) {
				redraw();
			}
		});
		createMenu();
	}

	/** What is written, with {@code \n} between lines. */
	public String message() {
		String text = getText();
		String delimiter = getLineDelimiter();
		return "\n".equals(delimiter) ? text : text.replace(delimiter, "\n");
	}

	/** Shows {@code text} in place of what is written, with the caret at its end. It can be undone. */
	public void write(String text) {
		undo.step();
		setText(text);
		setSelection(getCharCount());
		showSelection();
		undo.step();
	}

	/** Empties it for something new: what was written can't be brought back by undo. */
	void start() {
		setText("");
		undo.reset();
	}

	public void undo() {
		undo.undo();
	}

	public void redo() {
		undo.redo();
	}

	/** Pictures go another way than text; the key, the menu, and the IDE's command all come here. */
	@Override
	public void paste() {
		if (!actions.paste()) {
			undo.step();
			super.paste();
			undo.step();
		}
	}

	/** The height it needs for its text in its present width, without its border: {@code most} or less. */
	int wantedHeight(int most) {
		if (getCharCount() > MOST_WRAPPED || getLineCount() * getLineHeight() > most) {
			return most;
		}
		int width = Math.max(1, getClientArea().width);
		int border = computeTrim(0, 0, 0, 0).height;
		return Math.min(most, computeSize(width, SWT.DEFAULT).y - border);
	}

	private void key(VerifyEvent event) {
		int modifiers = event.stateMask & SWT.MODIFIER_MASK;
		boolean enter = event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR || event.keyCode == SWT.LF;
		if (enter && composition.takes(event.time)) {
			event.doit = false;
		} else if (enter && modifiers == 0) {
			event.doit = false;
			actions.send();
		} else if (modifiers == SWT.MOD1 && event.keyCode == SWT.ARROW_UP) {
			event.doit = false;
			actions.older();
		} else if (modifiers == SWT.MOD1 && event.keyCode == SWT.ARROW_DOWN) {
			event.doit = false;
			actions.newer();
		} else if (modifiers == SWT.MOD1 && event.keyCode == 'z') {
			event.doit = false;
			undo();
		} else if (modifiers == SWT.MOD1 && event.keyCode == 'y'
				|| modifiers == (SWT.MOD1 | SWT.MOD2) && event.keyCode == 'z') {
			event.doit = false;
			redo();
		} else if (modifiers == SWT.MOD1 && event.keyCode == 'a') {
			event.doit = false;
			selectAll();
		} else if (isMove(event.keyCode)) {
			undo.step();
		}
	}

	private static boolean isMove(int key) {
		return key == SWT.ARROW_LEFT || key == SWT.ARROW_RIGHT || key == SWT.ARROW_UP || key == SWT.ARROW_DOWN
				|| key == SWT.HOME || key == SWT.END || key == SWT.PAGE_UP || key == SWT.PAGE_DOWN;
	}

	private void wrap(int characters) {
		if (getWordWrap() != characters <= MOST_WRAPPED) {
			setWordWrap(characters <= MOST_WRAPPED);
		}
	}

	private void paintWords(Event event) {
		if (getCharCount() > 0) {
			return;
		}
		Rectangle area = getClientArea();
		Color words = ChipPainter.mix(getBackground(), getForeground(), 0.55);
		event.gc.setForeground(words);
		String text = Shortened.inMiddle(event.gc, messages.composer_placeholder, area.width - 2 * MARGIN);
		event.gc.drawText(text, getLeftMargin() + 1, getTopMargin(), true);
	}

	private void createMenu() {
		var menu = new Menu(this);
		MenuItem undoItem = item(menu, messages.composer_undo, 'Z', this::undo);
		MenuItem redoItem = item(menu, messages.composer_redo, 'Y', this::redo);
		new MenuItem(menu, SWT.SEPARATOR);
		MenuItem cut = item(menu, messages.composer_cut, 'X', this::cut);
		MenuItem copy = item(menu, messages.composer_copy, 'C', this::copy);
		item(menu, messages.composer_paste, 'V', this::paste);
		new MenuItem(menu, SWT.SEPARATOR);
		MenuItem all = item(menu, messages.composer_selectAll, 'A', this::selectAll);
		menu.addListener(SWT.Show, e -> {
			undoItem.setEnabled(undo.canUndo());
			redoItem.setEnabled(undo.canRedo());
			cut.setEnabled(getSelectionCount() > 0);
			copy.setEnabled(getSelectionCount() > 0);
			all.setEnabled(getCharCount() > 0);
		});
		setMenu(menu);
	}

	private static MenuItem item(Menu menu, String label, char key, Runnable action) {
		var item = new MenuItem(menu, SWT.PUSH);
		item.setText(label + '\t' + Action.convertAccelerator(SWT.MOD1 | key));
		item.addListener(SWT.Selection, e -> action.run());
		return item;
	}
}
