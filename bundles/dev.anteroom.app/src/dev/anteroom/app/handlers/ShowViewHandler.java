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

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuItem;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;

import dev.anteroom.app.ShowViewMenu;

/** Opens the view of a menu item. */
public class ShowViewHandler {

	@Execute
	void execute(MMenuItem item, EPartService parts) {
		parts.showPart(ShowViewMenu.partOf(item), PartState.ACTIVATE);
	}
}
