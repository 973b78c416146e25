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

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Consumer;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Draft;
import dev.anteroom.ui.Messages;
import dev.anteroom.ui.internal.Icons;

/** Where the person writes: a text, a picture, or both, and sends them. UI thread. */
public final class Composer extends Composite {

	private final ViewTools tools;
	private final Consumer<Draft> send;
	private final AttachedPicture attached;
	private final Text text;
	private final Label hint;
	private final Button sendButton;
	private boolean canSend;

	/** @param send takes what is to be said; the composer is empty again by then */
	public Composer(Composite parent, ViewTools tools, Consumer<Draft> send) {
		super(parent, SWT.NONE);
		this.tools = tools;
		this.send = send;
		Messages messages = tools.messages();
		var icons = new Icons(this);
		GridLayoutFactory.fillDefaults().numColumns(3).margins(6, 6).spacing(6, 4).applyTo(this);

		attached = new AttachedPicture(this, tools, this::attachmentChanged);
		GridDataFactory.fillDefaults().span(3, 1).grab(true, false).exclude(true).applyTo(attached);
		attached.setVisible(false);

		text = new Text(this, SWT.MULTI | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
		GridDataFactory.fillDefaults().span(3, 1).grab(true, true).hint(100, 3 * text.getLineHeight()).applyTo(text);
		text.addListener(SWT.KeyDown, this::key);
		// The way out of the field by keyboard; nobody indents a message.
		text.addListener(SWT.Traverse, e -> e.doit |= e.detail == SWT.TRAVERSE_TAB_NEXT
				|| e.detail == SWT.TRAVERSE_TAB_PREVIOUS);
		text.addListener(SWT.Modify, e -> updateButton());
		text.getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent e) {
				e.result = messages.composer_name;
			}
		});

		hint = new Label(this, SWT.WRAP);
		hint.setData("org.eclipse.e4.ui.css.CssClassName", "AnteroomHint");
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(60, SWT.DEFAULT).applyTo(hint);

		var add = new Button(this, SWT.PUSH);
		add.setText(messages.composer_addPicture);
		add.setImage(icons.get("add_image"));
		add.addListener(SWT.Selection, e -> pick());

		sendButton = new Button(this, SWT.PUSH);
		sendButton.setText(messages.composer_send);
		sendButton.setImage(icons.get("send"));
		sendButton.addListener(SWT.Selection, e -> send());
		update(new ConversationState.Idle(null));
	}

	/** Shows whether, and what, can be sent now. */
	public void update(ConversationState state) {
		canSend = state.canSend();
		hint.setText(!canSend ? tools.messages().composer_nobody
				: state.canSendPictures() ? tools.messages().composer_hint : tools.messages().composer_waiting);
		hint.setToolTipText(hint.getText());
		updateButton();
		requestLayout();
	}

	/** What stands in the composer now. */
	public Draft draft() {
		return new Draft(text.getText().replace(text.getLineDelimiter(), "\n"), attached.file());
	}

	/** Puts {@code draft} back when it could not be sent, unless something else was begun meanwhile. */
	public void restore(Draft draft) {
		if (draft().isEmpty()) {
			text.setText(draft.text());
			text.setSelection(draft.text().length());
			attached.set(draft.image());
		}
	}

	/** Attaches the picture in {@code file}, in place of the one attached before. */
	public void attach(Path file) {
		attached.set(file);
	}

	@Override
	public boolean setFocus() {
		return text.setFocus();
	}

	private void key(Event event) {
		boolean enter = event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR;
		if (enter && (event.stateMask & SWT.MODIFIER_MASK) == 0) {
			event.doit = false;
			send();
		}
	}

	private void send() {
		Draft draft = draft();
		if (!canSend || draft.text().isBlank() && draft.image() == null) {
			return;
		}
		text.setText("");
		attached.set(null);
		text.setFocus();
		send.accept(draft);
	}

	private void pick() {
		var dialog = new FileDialog(getShell(), SWT.OPEN);
		dialog.setFilterNames(new String[] { tools.messages().composer_pictureFiles, tools.messages().composer_allFiles });
		dialog.setFilterExtensions(new String[] {
				"*.png;*.jpg;*.jpeg;*.gif;*.bmp;*.webp;*.PNG;*.JPG;*.JPEG;*.GIF;*.BMP;*.WEBP", "*" });
		String file = dialog.open();
		if (file != null) {
			try {
				attach(Path.of(file));
			} catch (InvalidPathException e) {
				MessageDialog.openError(getShell(), tools.messages().preferences_title,
						NLS.bind(tools.messages().composer_badFileName, file));
			}
			text.setFocus();
		}
	}

	private void attachmentChanged() {
		attached.setVisible(attached.file() != null);
		((org.eclipse.swt.layout.GridData) attached.getLayoutData()).exclude = attached.file() == null;
		updateButton();
		getParent().layout(true, true);
	}

	private void updateButton() {
		if (sendButton != null) {
			sendButton.setEnabled(canSend && (!text.getText().isBlank() || attached.file() != null));
		}
	}
}
