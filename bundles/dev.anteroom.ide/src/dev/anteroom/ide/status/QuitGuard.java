/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ide.status;

import java.lang.System.Logger.Level;

import org.eclipse.core.runtime.IProduct;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.PlatformUI;

import dev.anteroom.ui.QuitQuestion;
import jakarta.inject.Inject;

/**
 * Has the IDE ask before it ends while that would cut somebody off. It comes with the first view of a conversation or a
 * room, before which there is nobody. UI thread.
 */
public final class QuitGuard implements IWorkbenchListener {

	private static final System.Logger LOG = System.getLogger(QuitGuard.class.getName());

	private final QuitQuestion question;

	@Inject
	QuitGuard(QuitQuestion question) {
		this.question = question;
		PlatformUI.getWorkbench().addWorkbenchListener(this);
	}

	@Override
	public boolean preShutdown(IWorkbench workbench, boolean forced) {
		try {
			return forced || question.mayQuit(workbench.getModalDialogShellProvider().getShell(), name());
		} catch (RuntimeException | LinkageError e) {
			// The IDE would never end: what a listener throws keeps it open.
			LOG.log(Level.ERROR, "Nobody was asked", e);
			return true;
		}
	}

	/** Of the IDE. */
	static String name() {
		IProduct product = Platform.getProduct();
		return product == null || product.getName() == null ? "Eclipse" : product.getName();
	}

	@Override
	public void postShutdown(IWorkbench workbench) {
		// There is nobody any more.
	}
}
