/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ide.status;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimBar;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimElement;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimmedWindow;
import org.eclipse.e4.ui.model.application.ui.menu.MToolControl;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.osgi.service.event.Event;

import dev.anteroom.ui.Ids;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * Has the status in the trim of each window while something is at work. It comes with the first view of a conversation
 * or a room, so that the IDE knows nothing of it before. UI thread.
 */
public final class StatusPlaces {

	/** The IDE's own identifier of what is below its views. */
	private static final String TRIM = "org.eclipse.ui.trim.status";
	private static final String STATUS = "dev.anteroom.ide.status";

	private final MApplication application;
	private final EModelService models;
	private boolean atWork;

	@Inject
	StatusPlaces(MApplication application, EModelService models) {
		this.application = application;
		this.models = models;
	}

	/** Called whenever it changes, and with {@code null} when nothing has been at work yet. */
	@Inject
	void setAtWork(@Optional @Named(Ids.AT_WORK) Boolean atWork) {
		this.atWork = Boolean.TRUE.equals(atWork);
		application.getChildren().stream().filter(MTrimmedWindow.class::isInstance).map(MTrimmedWindow.class::cast)
				.flatMap(window -> window.getTrimBars().stream()).forEach(this::update);
	}

	/** A window that opens later has its trim made. */
	@Inject
	@Optional
	void made(@UIEventTopic(UIEvents.UIElement.TOPIC_WIDGET) Event event) {
		if (event.getProperty(UIEvents.EventTags.ELEMENT) instanceof MTrimBar bar && bar.getWidget() != null) {
			update(bar);
		}
	}

	private void update(MTrimBar bar) {
		if (!TRIM.equals(bar.getElementId())) {
			return;
		}
		MTrimElement status = bar.getChildren().stream().filter(child -> STATUS.equals(child.getElementId()))
				.findFirst().orElse(null);
		if (status != null) {
			status.setToBeRendered(atWork);
		} else if (atWork) {
			bar.getChildren().add(status());
		}
	}

	private MTrimElement status() {
		var status = models.createModelElement(MToolControl.class);
		status.setElementId(STATUS);
		status.setContributionURI("bundleclass://dev.anteroom.ide/" + StatusTrim.class.getName());
		// If it were saved, the next start of the IDE would start our bundle.
		status.getPersistedState().put(IWorkbench.PERSIST_STATE, Boolean.FALSE.toString());
		return status;
	}
}
