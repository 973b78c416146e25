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

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.workbench.Selector;
import org.eclipse.e4.ui.workbench.UIEvents;

import dev.anteroom.ui.Ids;

/** The tool items of our views. */
final class ToolItems {

	private ToolItems() {
	}

	/** Has those that can be used look so, and the others too. Any thread. */
	static void refresh(IEventBroker events) {
		// Ours alone: in an IDE there are hundreds of others.
		Selector ours = item -> item.getElementId() != null && item.getElementId().startsWith(Ids.TOOL_ITEMS);
		events.post(UIEvents.REQUEST_ENABLEMENT_UPDATE_TOPIC, ours);
	}
}
