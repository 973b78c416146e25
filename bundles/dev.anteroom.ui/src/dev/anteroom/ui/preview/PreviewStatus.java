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

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import dev.anteroom.ui.internal.Labels;

/**
 * What is said about the picture: its name and its place among the others, its facts and how large it is shown, and
 * what is wrong with it. UI thread.
 */
final class PreviewStatus extends Composite {

	private static final String HINT = "AnteroomHint";

	private final CLabel name;
	private String nameText = "";
	private final Label position;
	private final Label facts;
	private final Label zoom;
	private final Label note;

	PreviewStatus(Composite parent) {
		super(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 4).spacing(8, 2).applyTo(this);
		// Shortens in the middle what has no room.
		name = new CLabel(this, SWT.NONE);
		name.setMargins(0, 0, 0, 0);
		var wide = GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(40, SWT.DEFAULT);
		wide.applyTo(name);
		position = hint();
		facts = hint();
		wide.applyTo(facts);
		zoom = hint();
		note = new Label(this, SWT.WRAP);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(40, SWT.DEFAULT).exclude(true).applyTo(note);
		note.setVisible(false);
	}

	/** Both are empty when there is no picture; the room for them stays. */
	void setPicture(String name, String facts) {
		nameText = name;
		this.name.setText(Labels.literal(name));
		this.name.setToolTipText(name.isEmpty() ? null : Labels.literal(name));
		set(this.facts, facts);
		this.facts.setToolTipText(facts.isEmpty() ? null : facts);
		setNote("");
	}

	void setPosition(String text) {
		set(position, text);
	}

	void setZoom(String text) {
		set(zoom, text);
	}

	/** What is wrong; empty when nothing is. */
	void setNote(String text) {
		set(note, text);
		var data = (GridData) note.getLayoutData();
		if (data.exclude != text.isEmpty()) {
			data.exclude = text.isEmpty();
			note.setVisible(!data.exclude);
			note.requestLayout();
		}
	}

	/** All of it, line by line. */
	String text() {
		return Stream.of(nameText, position.getText(), facts.getText(), zoom.getText(), note.getText())
				.filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
	}

	private Label hint() {
		var label = new Label(this, SWT.NONE);
		label.setData("org.eclipse.e4.ui.css.CssClassName", HINT);
		GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(label);
		return label;
	}

	private static void set(Label label, String text) {
		if (!label.getText().equals(text)) {
			label.setText(text);
			label.requestLayout();
		}
	}
}
