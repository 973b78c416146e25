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

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.chat.ConversationState;
import dev.anteroom.ide.Ide;
import dev.anteroom.ide.Roles;
import dev.anteroom.ui.Ids;

class QuitGuardTest {

	@TempDir
	private Path folder;

	@Test
	void theIdeAsksBeforeItCutsSomebodyOff() throws Exception {
		try (var roles = new Roles(folder)) {
			Ide.act(() -> Ide.page().showView(Ids.SERVER_CONVERSATION_PART, null, IWorkbenchPage.VIEW_ACTIVATE));
			roles.talk();
			Ide.later(() -> PlatformUI.getWorkbench().close());
			Shell question = Ide.dialog("Quit " + QuitGuard.name() + "?");
			Ide.press(question, "Stay");
			Ide.await("the question's end", question::isDisposed);
			assertTrue(PlatformUI.isWorkbenchRunning());
			assertInstanceOf(ConversationState.Conversing.class, roles.server().conversation().state());
		}
	}
}
