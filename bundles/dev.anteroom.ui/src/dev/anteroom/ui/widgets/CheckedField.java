/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.widgets;

import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Wording;
import dev.anteroom.protocol.Ports;

/** A label and a field for a value that is checked as it is typed; what is wrong with it stands at the field. */
final class CheckedField extends Composite {

	/** Reads what was typed, or tells what is wrong with it. */
	@FunctionalInterface
	interface Parser<T> {
		T parse(String typed) throws ChatException;
	}

	private final Text field;
	private final ControlDecoration error;
	private final Wording wording;

	/** @param columns how many digits fit the field */
	CheckedField(Composite parent, String label, int columns, Wording wording) {
		super(parent, SWT.NONE);
		this.wording = wording;
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 0).applyTo(this);
		new Label(this, SWT.NONE).setText(label);
		field = new Text(this, SWT.BORDER);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(width(field, columns), SWT.DEFAULT)
				.applyTo(field);
		error = new ControlDecoration(field, SWT.LEFT | SWT.TOP);
		error.setImage(FieldDecorationRegistry.getDefault().getFieldDecoration(FieldDecorationRegistry.DEC_ERROR).getImage());
		error.hide();
	}

	/** Checks the field with {@code parser} whenever it changes. */
	void check(Parser<?> parser) {
		field.addListener(SWT.Modify, e -> {
			try {
				value(parser);
			} catch (ChatException wrong) {
				// It stands at the field now.
			}
		});
	}

	/** What was typed; if it is wrong, that is shown at the field before the exception is thrown. */
	<T> T value(Parser<T> parser) throws ChatException {
		try {
			T value = parser.parse(field.getText());
			error.hide();
			return value;
		} catch (ChatException e) {
			error.setDescriptionText(wording.of(e.notice()));
			error.show();
			throw e;
		}
	}

	void setText(String text) {
		field.setText(text);
	}

	Text field() {
		return field;
	}

	@Override
	public void setEnabled(boolean enabled) {
		field.setEnabled(enabled);
	}

	@Override
	public boolean setFocus() {
		field.selectAll();
		return field.setFocus();
	}

	/** A field for a port. */
	static CheckedField forPort(Composite parent, String label, int port, Wording wording) {
		var field = new CheckedField(parent, label, 6, wording);
		field.setText(Integer.toString(port));
		field.check(Ports::parse);
		return field;
	}

	private static int width(Control control, int columns) {
		var gc = new org.eclipse.swt.graphics.GC(control);
		try {
			return (int) (gc.getFontMetrics().getAverageCharacterWidth() * columns);
		} finally {
			gc.dispose();
		}
	}
}
