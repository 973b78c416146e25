/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import dev.anteroom.chat.DocumentsFolder;
import dev.anteroom.ui.internal.Settings;

/** What a person can choose once and for all. */
public class AnteroomPreferencePage extends PreferencePage {

	private final Messages messages;
	private final Settings settings = new Settings(StartupRequest.NONE);
	private Text folder;
	private Button autostart;
	private LimitFields limits;

	public AnteroomPreferencePage(Messages messages) {
		super(messages.preferences_title);
		this.messages = messages;
	}

	@Override
	protected Control createContents(Composite parent) {
		var page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).applyTo(page);

		autostart = new Button(page, SWT.CHECK);
		autostart.setText(messages.preferences_autostart);
		autostart.setSelection(settings.isAutostart());
		GridDataFactory.fillDefaults().span(3, 1).applyTo(autostart);

		heading(page, messages.preferences_transcripts);
		new Label(page, SWT.NONE).setText(messages.preferences_folder);
		folder = new Text(page, SWT.BORDER);
		folder.setText(settings.transcriptsFolder());
		folder.addListener(SWT.Modify, e -> check());
		GridDataFactory.fillDefaults().grab(true, false).hint(260, SWT.DEFAULT).applyTo(folder);
		var browse = new Button(page, SWT.PUSH);
		browse.setText(messages.preferences_browse);
		browse.addListener(SWT.Selection, e -> browse());
		hint(page, NLS.bind(messages.preferences_folderHint, DocumentsFolder.chatLogs()));

		heading(page, messages.preferences_limits);
		limits = new LimitFields(page, messages, settings, this::check);
		hint(page, messages.preferences_limitsHint);
		return page;
	}

	private static void heading(Composite page, String words) {
		var heading = new Label(page, SWT.NONE);
		heading.setText(words);
		GridDataFactory.fillDefaults().span(3, 1).indent(0, 12).applyTo(heading);
	}

	private static void hint(Composite page, String words) {
		var hint = new Label(page, SWT.WRAP);
		hint.setText(words);
		GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(320, SWT.DEFAULT).applyTo(hint);
	}

	@Override
	protected void performDefaults() {
		folder.setText("");
		autostart.setSelection(Settings.isAutostartByDefault());
		limits.reset();
		super.performDefaults();
	}

	@Override
	public boolean performOk() {
		if (folder != null) {
			settings.setTranscriptsFolder(folder.getText().strip());
			settings.setAutostart(autostart.getSelection());
			limits.store();
		}
		return true;
	}

	private void check() {
		String problem = isFolderName(folder.getText().strip()) ? limits.problem() : messages.preferences_badFolder;
		setErrorMessage(problem);
		setValid(problem == null);
	}

	private static boolean isFolderName(String typed) {
		try {
			return typed.isEmpty() || Path.of(typed).isAbsolute() && !Files.isRegularFile(Path.of(typed));
		} catch (InvalidPathException e) {
			return false;
		}
	}

	private void browse() {
		var dialog = new DirectoryDialog(getShell());
		dialog.setText(messages.preferences_transcripts);
		dialog.setFilterPath(folder.getText());
		String chosen = dialog.open();
		if (chosen != null) {
			folder.setText(chosen);
		}
	}
}
