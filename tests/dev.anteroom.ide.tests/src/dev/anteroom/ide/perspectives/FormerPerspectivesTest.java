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

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.basic.MPartSashContainer;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.anteroom.ide.Ide;
import dev.anteroom.ui.Ids;

class FormerPerspectivesTest {

	private final MApplication application = Ide.service(MApplication.class);
	private final EModelService models = Ide.service(EModelService.class);

	@AfterEach
	void clear() {
		Ide.act(() -> application.getSnippets().removeIf(snippet -> Ids.CLIENT_PERSPECTIVE.equals(snippet.getElementId())));
	}

	@Test
	void whatAnOlderVersionLeftIsEnded() {
		keep("dev.anteroom.ui.sash.main");
		Ide.await("it to be gone", () -> !isKept());
	}

	@Test
	void aPersonsOwnLayoutOfOursStays() {
		keep("dev.anteroom.ide.folder.client.conversations");
		// What would have ended it is in the queue before this.
		assertEquals(true, Ide.ui(this::isKept));
	}

	private void keep(String container) {
		Ide.act(() -> {
			var perspective = models.createModelElement(MPerspective.class);
			perspective.setElementId(Ids.CLIENT_PERSPECTIVE);
			var sash = models.createModelElement(MPartSashContainer.class);
			sash.setElementId(container);
			perspective.getChildren().add(sash);
			application.getSnippets().add(perspective);
			ContextInjectionFactory.make(FormerPerspectives.class, application.getContext());
		});
	}

	private boolean isKept() {
		return application.getSnippets().stream().anyMatch(snippet -> Ids.CLIENT_PERSPECTIVE.equals(snippet.getElementId()));
	}
}
