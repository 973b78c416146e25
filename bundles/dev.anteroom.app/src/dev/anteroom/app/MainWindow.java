/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.app;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.IWindowCloseHandler;
import org.eclipse.swt.widgets.Shell;

import dev.anteroom.ui.QuitQuestion;
import jakarta.inject.Inject;

/** With the main window the application ends; with that of a detached view nothing does. UI thread. */
@Creatable
public class MainWindow implements IWindowCloseHandler {

	private final MApplication application;
	private final QuitQuestion question;

	@Inject
	public MainWindow(MApplication application, QuitQuestion question) {
		this.application = application;
		this.question = question;
	}

	@Override
	public boolean close(MWindow window) {
		return window != application.getChildren().getFirst()
				|| question.mayQuit((Shell) window.getWidget(), "Anteroom");
	}
}
