/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.internal;

import java.util.concurrent.Executor;

import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.swt.widgets.Widget;

/**
 * Runs tasks on the UI thread, one after another, later: those of other threads, and those that are not for the middle
 * of an event.
 *
 * @param owner what the tasks are about; they are not run any more once it is disposed of
 */
public record UiExecutor(UISynchronize sync, Widget owner) implements Executor {

	@Override
	public void execute(Runnable task) {
		sync.asyncExec(() -> {
			if (!owner.isDisposed()) {
				task.run();
			}
		});
	}
}
