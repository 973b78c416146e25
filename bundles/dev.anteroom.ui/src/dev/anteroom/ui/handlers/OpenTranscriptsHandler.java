/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.handlers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.services.nls.Translation;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Shell;

import dev.anteroom.ui.Messages;
import dev.anteroom.ui.internal.Settings;
import jakarta.inject.Named;

/** Opens the folder of transcripts in the desktop's file manager. */
public class OpenTranscriptsHandler {

	@Execute
	void execute(Settings settings, UISynchronize sync, @Translation Messages messages,
			@Named(IServiceConstants.ACTIVE_SHELL) Shell shell) {
		Path folder = settings.transcriptsPath();
		CompletableFuture.supplyAsync(() -> prepare(folder)).thenAccept(ready -> sync.asyncExec(() -> {
			if (!ready || !Program.launch(folder.toString())) {
				MessageDialog.openError(shell.isDisposed() ? null : shell, messages.preferences_title,
						NLS.bind(messages.transcripts_openFailed, folder));
			}
		}));
	}

	/** The folder is made with the first transcript, which may be still to come. */
	private static boolean prepare(Path folder) {
		try {
			Files.createDirectories(folder);
			return true;
		} catch (IOException e) {
			return false;
		}
	}
}
