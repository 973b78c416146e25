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

import java.net.MalformedURLException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspectiveStack;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.osgi.service.event.Event;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/**
 * The two perspectives side by side in the window's tool bar. The platform's own switcher asks for commands that only an
 * IDE has.
 */
public class PerspectiveSwitcher {

	private static final String IDS = "dev.anteroom.ui.";

	private final Map<String, ToolItem> items = new HashMap<>();
	private MPerspectiveStack stack;
	private EModelService models;
	private EPartService parts;
	private UISynchronize sync;

	@PostConstruct
	void create(Composite parent, MWindow window, MApplication application, EModelService models, EPartService parts,
			UISynchronize sync) throws MalformedURLException {
		this.models = models;
		this.parts = parts;
		this.sync = sync;
		stack = (MPerspectiveStack) models.find("dev.anteroom.app.perspectives", window);
		var bar = new ToolBar(parent, SWT.FLAT | SWT.RIGHT);
		var images = new LocalResourceManager(JFaceResources.getResources(), bar);
		for (MPerspective perspective : stack.getChildren()) {
			var item = new ToolItem(bar, SWT.RADIO);
			// Whose perspectives they are goes without saying here; in an IDE, and so in their labels, it does not.
			item.setText(Words.of(perspective.getElementId().substring(IDS.length())));
			item.setImage(images.get(ImageDescriptor.createFromURL(URI.create(perspective.getIconURI()).toURL())));
			item.addListener(SWT.Selection, e -> {
				if (item.getSelection()) {
					parts.switchPerspective(perspective.getElementId());
				}
			});
			items.put(perspective.getElementId(), item);
		}
		showSelected();
	}

	@Inject
	@Optional
	void perspectiveChanged(@UIEventTopic(UIEvents.ElementContainer.TOPIC_SELECTEDELEMENT) Event event) {
		if (stack != null && event.getProperty(UIEvents.EventTags.ELEMENT) == stack) {
			showSelected();
			// When the platform has activated what it thinks best.
			sync.asyncExec(this::activateConversation);
		}
	}

	private void activateConversation() {
		MPerspective selected = stack.getSelectedElement();
		if (selected != null && selected.getWidget() != null) {
			ConversationFocus.activate(selected, models, parts);
		}
	}

	private void showSelected() {
		items.forEach((id, item) -> {
			if (!item.isDisposed()) {
				item.setSelection(stack.getSelectedElement() != null && id.equals(stack.getSelectedElement().getElementId()));
			}
		});
	}
}
