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

import java.util.List;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.MElementContainer;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;

import dev.anteroom.ui.Ids;

/**
 * Gives the current perspective its first layout again. Its views are made anew; what they show is in the services, or
 * handed on, so nothing is lost.
 */
public class ResetPerspectiveHandler {

	@Execute
	void execute(MApplication application, MWindow window, EModelService models, EPartService parts) {
		MPerspective current = models.getActivePerspective(window);
		if (current == null) {
			return;
		}
		// Minimised and maximised stacks have traces outside of the perspective.
		models.resetPerspectiveModel(current, window);
		var fresh = (MPerspective) models.cloneSnippet(application, current.getElementId(), window);
		MElementContainer<MUIElement> stack = current.getParent();
		List<MUIElement> perspectives = stack.getChildren();
		perspectives.add(perspectives.indexOf(current), fresh);
		parts.switchPerspective(fresh);
		fresh.getContext().set(Ids.PREVIEWED_PICTURE, current.getContext().get(Ids.PREVIEWED_PICTURE));
		current.setToBeRendered(false);
		perspectives.remove(current);
	}
}
