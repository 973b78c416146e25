/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.log;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import dev.anteroom.ui.Messages;
import dev.anteroom.ui.internal.AccessibleName;
import dev.anteroom.ui.internal.Icons;

/** Where the person writes what to look for, and goes from match to match. UI thread. */
final class FindBar extends Composite {

	private static final int COLUMNS = 6;
	/** The room that what is written and how it stands need, in letters. */
	private static final int LETTERS = 34;

	private final Find find;
	private final Icons icons;
	private final Text field;
	private final Label state;
	private final Button matchCase;
	private boolean filling;
	private boolean narrow;

	/** @param find is told what the person wants */
	FindBar(Composite parent, Messages messages, Find find) {
		super(parent, SWT.NONE);
		this.find = find;
		icons = new Icons(this);
		GridLayoutFactory.fillDefaults().numColumns(COLUMNS).margins(6, 4).spacing(2, 0).applyTo(this);
		field = new Text(this, SWT.SINGLE | SWT.SEARCH | SWT.ICON_SEARCH);
		field.setMessage(messages.log_findHint);
		AccessibleName.give(field, messages.log_findHint);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(60, SWT.DEFAULT)
				.applyTo(field);
		field.addListener(SWT.Modify, e -> changed());
		state = new Label(this, SWT.NONE);
		GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).indent(4, 0).applyTo(state);
		button(SWT.PUSH, "find_previous", messages.log_findPrevious).addListener(SWT.Selection, e -> find.step(true));
		button(SWT.PUSH, "find_next", messages.log_findNext).addListener(SWT.Selection, e -> find.step(false));
		matchCase = button(SWT.TOGGLE, "match_case", messages.log_findCase);
		matchCase.addListener(SWT.Selection, e -> changed());
		button(SWT.PUSH, "close", messages.log_findClose).addListener(SWT.Selection, e -> find.close());
		for (Control control : getChildren()) {
			control.addListener(SWT.KeyDown, this::key);
			// Neither the window's default button nor a dialog's Cancel is meant
			control.addListener(SWT.Traverse, e -> e.doit &= e.detail != SWT.TRAVERSE_ESCAPE
					&& !(e.detail == SWT.TRAVERSE_RETURN && e.widget == field));
		}
		addListener(SWT.Resize, e -> resized());
	}

	/** What stands in the field. */
	Query query() {
		return new Query(field.getText(), matchCase.getSelection());
	}

	/** Puts {@code text} into the field as if it had been there. */
	void setText(String text) {
		filling = true;
		field.setText(text);
		filling = false;
	}

	/** Says how it stands; {@code color} is {@code null} for the usual one. */
	void setState(String words, Color color) {
		state.setForeground(color == null ? getForeground() : color);
		if (!words.equals(state.getText())) {
			state.setText(words);
			state.requestLayout();
		}
	}

	String state() {
		return state.getText();
	}

	/** Goes to the field, where the next letter replaces what is there. */
	@Override
	public boolean setFocus() {
		boolean done = field.setFocus();
		field.selectAll();
		return done;
	}

	boolean hasFocus() {
		Control focus = getDisplay().getFocusControl();
		return focus != null && focus.getParent() == this;
	}

	/** Where there is little room, the field has a line of its own. */
	private void resized() {
		var gc = new GC(field);
		double letters = LETTERS * gc.getFontMetrics().getAverageCharacterWidth();
		gc.dispose();
		int buttons = (COLUMNS - 2) * matchCase.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
		boolean isNarrow = getSize().x < letters + buttons;
		if (narrow != isNarrow) {
			narrow = isNarrow;
			((GridData) field.getLayoutData()).horizontalSpan = narrow ? COLUMNS : 1;
			((GridData) state.getLayoutData()).horizontalSpan = narrow ? 2 : 1;
			((GridData) state.getLayoutData()).grabExcessHorizontalSpace = narrow;
			((GridData) state.getLayoutData()).horizontalAlignment = narrow ? SWT.FILL : SWT.END;
			((GridLayout) getLayout()).verticalSpacing = narrow ? 4 : 0;
			getParent().layout();
		}
	}

	private Button button(int style, String icon, String words) {
		var button = new Button(this, style | SWT.FLAT);
		button.setImage(icons.get(icon));
		button.setToolTipText(words);
		AccessibleName.give(button, words);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(button);
		return button;
	}

	private void changed() {
		if (!filling) {
			find.changed(query());
		}
	}

	private void key(Event event) {
		boolean enter = event.widget == field && (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR);
		boolean plain = (event.stateMask & SWT.MODIFIER_MASK & ~SWT.SHIFT) == 0;
		if (enter && plain) {
			find.step((event.stateMask & SWT.SHIFT) != 0);
			event.doit = false;
		} else {
			event.doit &= !find.key(event);
		}
	}
}
