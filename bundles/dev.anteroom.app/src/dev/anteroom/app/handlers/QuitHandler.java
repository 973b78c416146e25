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
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.IWorkbench;

import dev.anteroom.app.MainWindow;

/** Closes the window, and so the application. */
public class QuitHandler {

	@Execute
	void execute(IWorkbench workbench, MApplication application, MainWindow window) {
		if (window.close(application.getChildren().getFirst())) {
			workbench.close();
		}
	}
}
