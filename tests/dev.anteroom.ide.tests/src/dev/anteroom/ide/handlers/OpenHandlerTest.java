/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ide.handlers;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.commands.MParameter;
import org.eclipse.e4.ui.model.application.ui.menu.MHandledMenuItem;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.ide.Ide;
import dev.anteroom.ide.Roles;
import dev.anteroom.ui.Ids;

class OpenHandlerTest {

	@TempDir
	private Path folder;
	private String before = Ide.ui(() -> Ide.page().getPerspective().getId());

	@AfterEach
	void clear() {
		Ide.act(() -> {
			Ide.page().closeAllPerspectives(false, false);
			PlatformUI.getWorkbench().showPerspective(before, Ide.window());
		});
	}

	@Test
	void theMenuOpensThePerspectivesAndTheButtonTheLast() throws Exception {
		try (var roles = new Roles(folder)) {
			choose("Client");
			awaitPerspective(Ids.CLIENT_PERSPECTIVE);
			choose("Server");
			awaitPerspective(Ids.SERVER_PERSPECTIVE);
			Ide.act(() -> PlatformUI.getWorkbench().showPerspective(before, Ide.window()));
			Ide.command("dev.anteroom.ide.command.open");
			awaitPerspective(Ids.SERVER_PERSPECTIVE);
		}
	}

	/** As if the person had chosen it in the menu of the button. */
	private static void choose(String label) {
		Ide.act(() -> {
			MHandledMenuItem item = Ide.window().getService(MApplication.class).getMenuContributions().stream()
					.filter(menu -> "dev.anteroom.ide.open".equals(menu.getParentId()))
					.flatMap(menu -> menu.getChildren().stream()).map(MHandledMenuItem.class::cast)
					.filter(each -> label.equals(each.getLabel().replace("&", ""))).findFirst().orElseThrow();
			Command command = Ide.window().getService(ICommandService.class).getCommand(item.getCommand().getElementId());
			Map<String, String> parameters = item.getParameters().stream()
					.collect(Collectors.toMap(MParameter::getName, MParameter::getValue));
			Ide.window().getService(IHandlerService.class)
					.executeCommand(ParameterizedCommand.generateCommand(command, parameters), null);
		});
	}

	@Test
	void atFirstItIsTheOneThatDoesNothingByItself() {
		Ide.command("dev.anteroom.ide.command.open");
		awaitPerspective(Ids.CLIENT_PERSPECTIVE);
	}

	private static void awaitPerspective(String id) {
		Ide.await("perspective " + id, () -> {
			IPerspectiveDescriptor shown = Ide.page() == null ? null : Ide.page().getPerspective();
			return shown != null && id.equals(shown.getId());
		});
	}
}
