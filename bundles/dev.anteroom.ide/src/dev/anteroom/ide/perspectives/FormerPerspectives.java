/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ide.perspectives;

import java.util.Arrays;
import java.util.Set;

import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IPerspectiveRegistry;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

import dev.anteroom.ui.Ids;
import jakarta.inject.Inject;

/**
 * Ends the perspectives that an older version left in what the IDE keeps of its model. They have no place for editors, and
 * the IDE takes them for a person's own layouts of ours. UI thread.
 */
public final class FormerPerspectives {

	private static final Set<String> OURS = Set.of(Ids.SERVER_PERSPECTIVE, Ids.CLIENT_PERSPECTIVE);
	/** Only they have it. */
	private static final String FORMER_SASH = "dev.anteroom.ui.sash.main";

	@Inject
	FormerPerspectives(MApplication application, EModelService models, UISynchronize sync) {
		boolean found = application.getSnippets().stream().filter(snippet -> OURS.contains(snippet.getElementId()))
				.anyMatch(snippet -> !models.findElements(snippet, FORMER_SASH, MUIElement.class).isEmpty());
		if (found) {
			// This comes while a view of such a perspective is made.
			sync.asyncExec(() -> end(PlatformUI.getWorkbench()));
		}
	}

	private static void end(IWorkbench workbench) {
		IPerspectiveRegistry registry = workbench.getPerspectiveRegistry();
		OURS.forEach(id -> registry.revertPerspective(registry.findPerspectiveWithId(id)));
		Arrays.stream(workbench.getWorkbenchWindows()).map(IWorkbenchWindow::getActivePage)
				.filter(page -> page != null).forEach(FormerPerspectives::reset);
	}

	private static void reset(IWorkbenchPage page) {
		IPerspectiveDescriptor shown = page.getPerspective();
		for (IPerspectiveDescriptor open : page.getOpenPerspectives()) {
			if (OURS.contains(open.getId())) {
				page.setPerspective(open);
				page.resetPerspective();
			}
		}
		page.setPerspective(shown);
	}
}
