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

import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.PlatformUI;
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
	void theCommandsOpenThePerspectives() throws Exception {
		try (var roles = new Roles(folder)) {
			Ide.command("dev.anteroom.ide.command.openclient");
			awaitPerspective(Ids.CLIENT_PERSPECTIVE);
			Ide.command("dev.anteroom.ide.command.openserver");
			awaitPerspective(Ids.SERVER_PERSPECTIVE);
			Ide.act(() -> PlatformUI.getWorkbench().showPerspective(before, Ide.window()));
			Ide.command("dev.anteroom.ide.command.open");
			awaitPerspective(Ids.SERVER_PERSPECTIVE);
		}
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
