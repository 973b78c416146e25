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

import java.util.List;

import org.eclipse.e4.ui.di.AboutToShow;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.descriptor.basic.MPartDescriptor;
import org.eclipse.e4.ui.model.application.ui.menu.MDirectMenuItem;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuElement;
import org.eclipse.e4.ui.workbench.modeling.EModelService;

/** An item for each view. */
public class ShowViewMenu {

	static final String PART_ID = "dev.anteroom.app.partId";

	@AboutToShow
	void fill(List<MMenuElement> items, MApplication application, EModelService models) {
		for (MPartDescriptor descriptor : application.getDescriptors()) {
			if (descriptor.getTags().contains("View")) {
				var item = models.createModelElement(MDirectMenuItem.class);
				item.setElementId("dev.anteroom.app.menu.view." + descriptor.getElementId());
				item.setLabel(descriptor.getLocalizedLabel());
				item.setIconURI(descriptor.getIconURI());
				item.setContributionURI("bundleclass://dev.anteroom.app/dev.anteroom.app.handlers.ShowViewHandler");
				item.getTransientData().put(PART_ID, descriptor.getElementId());
				items.add(item);
			}
		}
	}

	/** The view that {@code item} opens. */
	public static String partOf(MMenuElement item) {
		return (String) item.getTransientData().get(PART_ID);
	}
}
