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

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.menu.MHandledMenuItem;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.osgi.service.event.Event;

import jakarta.inject.Inject;

/** Marks the present appearance in its menu. */
public class AppearanceMark {

	private final MApplication application;
	private final EModelService models;

	@Inject
	public AppearanceMark(MApplication application, EModelService models) {
		this.application = application;
		this.models = models;
	}

	@Inject
	@Optional
	void started(@UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) Event event) {
		mark(application.getContext().get(IThemeEngine.class).getActiveTheme());
	}

	@Inject
	@Optional
	void changed(@UIEventTopic(IThemeEngine.Events.THEME_CHANGED) Event event) {
		mark((ITheme) event.getProperty(IThemeEngine.Events.THEME));
	}

	private void mark(ITheme theme) {
		for (var item : models.findElements(application, MHandledMenuItem.class, EModelService.IN_MAIN_MENU,
				each -> each instanceof MHandledMenuItem menuItem && isOfTheme(menuItem))) {
			item.setSelected(theme != null && item.getParameters().getFirst().getValue().equals(theme.getId()));
		}
	}

	private static boolean isOfTheme(MHandledMenuItem item) {
		return item.getCommand() != null && "dev.anteroom.app.command.theme".equals(item.getCommand().getElementId());
	}
}
