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
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuItem;

import jakarta.inject.Named;

/** Chooses light or dark, from now on. */
public class SetThemeHandler {

	/** @param item the one that was chosen, or that is no longer: the toolkit tells both */
	@Execute
	void execute(@Named("dev.anteroom.app.theme.id") String id, @Optional MMenuItem item, IThemeEngine themes) {
		if (item == null || item.isSelected()) {
			themes.setTheme(id, true);
		}
	}
}
