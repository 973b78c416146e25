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

import org.eclipse.e4.ui.model.application.ui.advanced.MPlaceholder;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;

/** Opens views. */
public final class Views {

	private Views() {
	}

	/**
	 * Shows the view with this identifier, in the active perspective. Where the perspective has none, it is the one that
	 * the window's perspectives share, as when an IDE's own menus open it: {@link EPartService#showPart(String, PartState)}
	 * would make another. UI thread.
	 */
	public static void show(EPartService parts, String id, PartState state) {
		MPart part = parts.findPart(id);
		if (part == null) {
			MPlaceholder place = parts.createSharedPart(id);
			part = place == null ? null : (MPart) place.getRef();
		}
		if (part != null) {
			parts.showPart(part, state);
		}
	}
}
