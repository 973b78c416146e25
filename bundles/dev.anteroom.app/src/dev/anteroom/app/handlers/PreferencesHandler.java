/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.app.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.services.nls.Translation;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.jface.preference.PreferenceNode;
import org.eclipse.swt.widgets.Shell;

import dev.anteroom.ui.Messages;
import dev.anteroom.ui.AnteroomPreferencePage;
import jakarta.inject.Named;

/** Opens the preferences. */
public class PreferencesHandler {

	@Execute
	void execute(@Named(IServiceConstants.ACTIVE_SHELL) Shell shell, @Translation Messages messages) {
		var manager = new PreferenceManager();
		manager.addToRoot(new PreferenceNode("dev.anteroom", new AnteroomPreferencePage(messages)));
		new PreferenceDialog(shell, manager).open();
	}
}
