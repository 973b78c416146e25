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

import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import dev.anteroom.ui.Messages;
import dev.anteroom.ui.internal.AccessibleName;
import dev.anteroom.ui.internal.Icons;
import dev.anteroom.ui.internal.LogColors;

/**
 * What stands below the field: quiet words, which turn red when they tell of a problem, and the buttons. UI thread.
 */
final class SendBar {

	/** In less width than this the picture's button has no words. */
	private static final int NARROW = 420;

	private final Composite bar;
	private final Label hint;
	private final Button sendButton;
	private String shown = "";
	/** The hint's colour by the theme while it is red; {@code null} while it is not. */
	private Color usual;

	/** @param add chooses pictures; {@code null} where there can be none */
	SendBar(Composite parent, Messages messages, Runnable add, Runnable send) {
		bar = new Composite(parent, SWT.NONE);
		var icons = new Icons(bar);
		GridLayoutFactory.fillDefaults().numColumns(add == null ? 2 : 3).spacing(6, 0).applyTo(bar);
		hint = new Label(bar, SWT.WRAP);
		hint.setData("org.eclipse.e4.ui.css.CssClassName", "AnteroomHint");
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(60, SWT.DEFAULT).applyTo(hint);
		if (add != null) {
			addPictures(messages, icons, add);
		}
		sendButton = button(messages.composer_send, icons, "send", send);
	}

	private void addPictures(Messages messages, Icons icons, Runnable add) {
		Button button = button(messages.composer_addPicture, icons, "add_image", add);
		button.setToolTipText(messages.composer_addPictureTip);
		AccessibleName.give(button, LegacyActionTools.removeMnemonics(messages.composer_addPicture));
		bar.addListener(SWT.Resize, e -> {
			String label = bar.getSize().x < NARROW ? "" : messages.composer_addPicture;
			if (!label.equals(button.getText())) {
				button.setText(label);
				button.requestLayout();
			}
		});
	}

	Composite control() {
		return bar;
	}

	String words() {
		return shown;
	}

	void show(String words, boolean problem, boolean canSend) {
		sendButton.setEnabled(canSend);
		if (problem != (usual != null)) {
			Color before = usual;
			usual = problem ? hint.getForeground() : null;
			hint.setForeground(problem ? LogColors.unstyled().of(LogColors.Use.ERROR, bar.getBackground()) : before);
		}
		if (!words.equals(shown)) {
			shown = words;
			String escaped = LegacyActionTools.escapeMnemonics(words);
			hint.setText(escaped);
			hint.setToolTipText(escaped);
			hint.requestLayout();
		}
	}

	private Button button(String label, Icons icons, String icon, Runnable action) {
		var button = new Button(bar, SWT.PUSH);
		button.setText(label);
		button.setImage(icons.get(icon));
		button.addListener(SWT.Selection, e -> action.run());
		return button;
	}
}
