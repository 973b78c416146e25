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

import java.util.Map;

import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;

import dev.anteroom.ui.Ids;

/** Where a person writes in each perspective: what is typed after a change of perspective belongs there. UI thread. */
final class ConversationFocus {

	private static final Map<String, String> PARTS = Map.of(Ids.SERVER_PERSPECTIVE, Ids.SERVER_CONVERSATION_PART,
			Ids.CLIENT_PERSPECTIVE, Ids.CLIENT_CONVERSATION_PART);

	private ConversationFocus() {
	}

	/** Activates the conversation of {@code perspective}, if it is open. */
	static void activate(MPerspective perspective, EModelService models, EPartService parts) {
		String id = PARTS.get(perspective.getElementId());
		if (id != null) {
			models.findElements(perspective, id, MPart.class).stream().filter(MPart::isToBeRendered).findFirst()
					.ifPresent(part -> parts.activate(part, true));
		}
	}
}
