/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ide.handlers;

import java.util.List;
import java.util.Set;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.anteroom.ui.Ids;

/**
 * Opens one of the perspectives: the one that was used last in the window, or else the client's, which does nothing by
 * itself.
 */
public final class OpenHandler extends AbstractHandler {

	private static final Set<String> PERSPECTIVES = Set.of(Ids.SERVER_PERSPECTIVE, Ids.CLIENT_PERSPECTIVE);

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
		try {
			PlatformUI.getWorkbench().showPerspective(usedLast(window), window);
		} catch (WorkbenchException e) {
			throw new ExecutionException("Cannot open a perspective", e);
		}
		return null;
	}

	private static String usedLast(IWorkbenchWindow window) {
		IWorkbenchPage page = window.getActivePage();
		if (page != null) {
			// The last is the one that is shown now.
			for (IPerspectiveDescriptor perspective : List.of(page.getSortedPerspectives()).reversed()) {
				if (PERSPECTIVES.contains(perspective.getId())) {
					return perspective.getId();
				}
			}
		}
		return Ids.CLIENT_PERSPECTIVE;
	}
}
