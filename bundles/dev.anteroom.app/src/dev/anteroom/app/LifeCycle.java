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

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspectiveStack;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.lifecycle.PostContextCreate;
import org.eclipse.e4.ui.workbench.lifecycle.ProcessAdditions;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.eclipse.e4.ui.workbench.modeling.IWindowCloseHandler;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.osgi.service.event.Event;

import dev.anteroom.chat.Role;
import dev.anteroom.console.Options;
import dev.anteroom.console.Options.Action;
import dev.anteroom.console.OptionsException;
import dev.anteroom.ui.Ids;
import dev.anteroom.ui.StartupRequest;
import jakarta.inject.Inject;

/** What is done to the application model before the window opens. */
public class LifeCycle {

	private static final System.Logger LOG = System.getLogger(LifeCycle.class.getName());

	/** In which what is said can still be read, and answered. */
	private static final int LEAST_WIDTH = 560;
	private static final int LEAST_HEIGHT = 400;

	private Options options;
	private IEclipseContext context;

	@PostContextCreate
	void begin(IEclipseContext applicationContext, IApplicationContext application) throws OptionsException {
		context = applicationContext;
		options = Options.parse(ownArguments(application));
		context.set(StartupRequest.class, request(options));
		forgetOlderLayout();
		followSystemAppearance();
	}

	@ProcessAdditions
	void addPerspectives(MApplication application, EModelService models) {
		var stack = (MPerspectiveStack) models.find("dev.anteroom.app.perspectives", application);
		for (String id : List.of(Ids.SERVER_PERSPECTIVE, Ids.CLIENT_PERSPECTIVE)) {
			if (stack.getChildren().stream().noneMatch(each -> id.equals(each.getElementId()))) {
				stack.getChildren().add((MPerspective) models.cloneSnippet(application, id, null));
			}
		}
		select(stack);
	}

	/**
	 * Has the window ask before it closes, and what is typed first go into the conversation. A role that was asked for
	 * begins in its view, which the person may have closed the last time.
	 */
	@Inject
	@Optional
	void openRole(@UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) Event event) {
		String part = switch (options.action()) {
		case SERVER -> Ids.SERVER_CONVERSATION_PART;
		case CLIENT -> Ids.CLIENT_CONVERSATION_PART;
		default -> null;
		};
		MWindow window = context.get(MApplication.class).getChildren().getFirst();
		((Shell) window.getWidget()).setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT);
		window.getContext().set(IWindowCloseHandler.class,
				ContextInjectionFactory.make(MainWindow.class, window.getContext()));
		EPartService parts = window.getContext().get(EPartService.class);
		if (part != null) {
			parts.showPart(part, PartState.ACTIVATE);
			return;
		}
		var models = context.get(EModelService.class);
		MPerspective active = models.getActivePerspective(window);
		if (active != null) {
			ConversationFocus.activate(active, models, parts);
		}
	}

	private void select(MPerspectiveStack stack) {
		String wanted = switch (options.action()) {
		case SERVER -> Ids.SERVER_PERSPECTIVE;
		case CLIENT -> Ids.CLIENT_PERSPECTIVE;
		default -> stack.getSelectedElement() == null ? Ids.SERVER_PERSPECTIVE : null;
		};
		if (wanted != null) {
			stack.getChildren().stream().filter(each -> wanted.equals(each.getElementId())).findFirst()
					.ifPresent(stack::setSelectedElement);
		}
	}

	private static StartupRequest request(Options options) {
		Role role = options.action() == Action.SERVER ? Role.SERVER
				: options.action() == Action.CLIENT ? Role.CLIENT : null;
		return new StartupRequest(role, options.host(), options.textPort(), options.imagePort(), options.logs(),
				options.images());
	}

	/** The arguments that are ours; a test harness passes some of its own, single-dashed ones before them. */
	private static List<String> ownArguments(IApplicationContext application) {
		var arguments = (String[]) application.getArguments().get(IApplicationContext.APPLICATION_ARGS);
		boolean harness = List.of(arguments).contains("-testproperties");
		return harness ? List.of() : List.of(arguments);
	}

	/** At the first start the window looks like the desktop; later it looks as the person chose. */
	private static void followSystemAppearance() {
		var preferences = InstanceScope.INSTANCE.getNode("org.eclipse.e4.ui.css.swt.theme");
		if (preferences.get("themeid", null) == null && Display.isSystemDarkTheme()) {
			preferences.put("themeid", "dev.anteroom.app.theme.dark");
		}
	}

	/**
	 * A saved layout hides what a newer version adds, so it is dropped when the version changes. The layout of the same
	 * version stays.
	 */
	private static void forgetOlderLayout() {
		try {
			Path area = Path.of(Platform.getInstanceLocation().getURL().toURI());
			Path stamp = area.resolve(".metadata/anteroom.version");
			String version = AnteroomApplication.version();
			if (Files.exists(stamp) && Files.readString(stamp).equals(version)) {
				return;
			}
			Files.deleteIfExists(area.resolve(".metadata/.plugins/org.eclipse.e4.workbench/workbench.xmi"));
			Files.createDirectories(stamp.getParent());
			Files.writeString(stamp, version);
		} catch (IOException | URISyntaxException | IllegalArgumentException e) {
			LOG.log(System.Logger.Level.WARNING, "The saved layout could not be checked", e);
		}
	}
}
