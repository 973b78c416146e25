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

import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.MApplicationElement;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.menu.ItemType;
import org.eclipse.e4.ui.model.application.ui.menu.MHandledToolItem;
import org.eclipse.e4.ui.model.application.ui.menu.MToolBar;
import org.eclipse.e4.ui.model.application.ui.menu.MToolBarSeparator;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.e4.ui.workbench.Selector;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.EModelService;

import dev.anteroom.ui.parts.ViewCommand.Look;
import jakarta.inject.Inject;

/**
 * A view's tool bar. It is made with the view, and not kept with the layout: what stands in a model is read whenever the
 * product or an IDE starts, and who opens no view of ours is not to wait for it. UI thread.
 */
@Creatable
final class ViewToolBar {

	private static final String BUNDLE = "platform:/plugin/dev.anteroom.ui";
	private static final String FORCE_TEXT = "FORCE_TEXT";

	private final MApplication application;
	private final MPart part;
	private final EModelService models;
	private final EHandlerService handlers;
	private final IEclipseContext context;
	private final IEventBroker events;

	@Inject
	ViewToolBar(MApplication application, MPart part, EModelService models, EHandlerService handlers,
			IEclipseContext context, IEventBroker events) {
		this.application = application;
		this.part = part;
		this.models = models;
		this.handlers = handlers;
		this.context = context;
		this.events = events;
	}

	/** Has the view handle {@code commands}, and shows them; icons alone are set apart from those with words. */
	void show(ViewCommand... commands) {
		for (ViewCommand command : commands) {
			handlers.activateHandler(command.id(), ContextInjectionFactory.make(command.handler(), context));
		}
		String id = part.getElementId() + ".toolbar";
		// A view that was closed has it: another would not replace what the platform made for that, which it keeps.
		if (part.getToolbar() == null || !id.equals(part.getToolbar().getElementId())) {
			part.setToolbar(bar(id, commands));
		}
	}

	private MToolBar bar(String id, ViewCommand... commands) {
		MToolBar bar = element(MToolBar.class, id);
		bar.getPersistedState().put(IWorkbench.PERSIST_STATE, Boolean.FALSE.toString());
		boolean words = false;
		for (ViewCommand command : commands) {
			if (words && command.look() == Look.ICON) {
				bar.getChildren().add(element(MToolBarSeparator.class, bar.getElementId() + ".separator"));
			}
			words = command.look() != Look.ICON;
			bar.getChildren().add(item(command));
		}
		return bar;
	}

	/** Shows whether what a command switches is on. */
	void setSelected(ViewCommand command, boolean selected) {
		((MHandledToolItem) models.find(command.id(), part.getToolbar())).setSelected(selected);
	}

	/** Has the items that can be used look so, and the others too. */
	void refresh() {
		// Ours alone: in an IDE there are hundreds of others.
		Selector ours = part.getToolbar().getChildren()::contains;
		events.post(UIEvents.REQUEST_ENABLEMENT_UPDATE_TOPIC, ours);
	}

	private MHandledToolItem item(ViewCommand command) {
		MHandledToolItem item = element(MHandledToolItem.class, command.id());
		item.setCommand(application.getCommand(command.id()));
		item.setLabel(command.key());
		item.setTooltip(command.key() + ".tip");
		item.setIconURI(command.iconUri());
		if (command.look() != Look.ICON) {
			item.getTags().add(FORCE_TEXT);
		}
		if (command.look() == Look.SWITCH) {
			item.setType(ItemType.CHECK);
		}
		return item;
	}

	private <E extends MApplicationElement> E element(Class<E> type, String id) {
		E element = models.createModelElement(type);
		element.setElementId(id);
		// Where its %keys are looked up.
		element.setContributorURI(BUNDLE);
		return element;
	}
}
