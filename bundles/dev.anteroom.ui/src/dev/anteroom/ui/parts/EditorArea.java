/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.parts;

import java.util.List;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.advanced.MPlaceholder;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartSashContainer;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;

import dev.anteroom.ui.Ids;
import jakarta.inject.Inject;

/**
 * A place for the editors of an IDE in our perspectives, unseen until one is opened. Without it they would be opened
 * where nobody sees them. A model fragment can not have it: the editors belong to a window, of which a fragment knows
 * nothing. UI thread.
 */
@Creatable
final class EditorArea {

	/** The IDE's own identifier. */
	private static final String EDITORS = "org.eclipse.ui.editorss";

	private final EModelService models;
	private final UISynchronize sync;

	@Inject
	EditorArea(EModelService models, UISynchronize sync) {
		this.models = models;
		this.sync = sync;
	}

	/** Gives the perspective that {@code part} is shown in a place for editors, where there are any and it has none. */
	void provide(MPart part) {
		provideNow(part);
		// While a perspective is reset, its parts are made first, and then it loses the place again.
		sync.asyncExec(() -> provideNow(part));
	}

	private void provideNow(MPart part) {
		MWindow window = models.getTopLevelWindowFor(part);
		MPerspective perspective = models.getPerspectiveFor(part);
		if (window == null || perspective == null) {
			return;
		}
		List<MPartSashContainer> places = models.findElements(perspective, Ids.MAIN_SASH, MPartSashContainer.class);
		if (!places.isEmpty() && models.findElements(perspective, EDITORS, MPlaceholder.class).isEmpty()) {
			window.getSharedElements().stream().filter(shared -> EDITORS.equals(shared.getElementId())).findFirst()
					.ifPresent(editors -> places.getFirst().getChildren().addFirst(placeholder(editors)));
		}
	}

	private MPlaceholder placeholder(MUIElement editors) {
		var placeholder = models.createModelElement(MPlaceholder.class);
		placeholder.setElementId(EDITORS);
		placeholder.setRef(editors);
		placeholder.setToBeRendered(false);
		placeholder.setContainerData("5000");
		return placeholder;
	}
}
