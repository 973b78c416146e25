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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.chat.ConversationState;
import dev.anteroom.ide.Ide;
import dev.anteroom.ide.Roles;
import dev.anteroom.ui.Ids;

class QuitGuardTest {

	@TempDir
	private Path folder;

	private QuitGuard guard;

	@BeforeEach
	void create() {
		var application = PlatformUI.getWorkbench().getService(MApplication.class);
		guard = Ide.ui(() -> ContextInjectionFactory.make(QuitGuard.class, application.getContext()));
		// The one that came with the first view is enough.
		PlatformUI.getWorkbench().removeWorkbenchListener(guard);
	}

	@Test
	void whenNobodyIsCutOffItDoesNotAsk() {
		assertTrue(Ide.ui(() -> guard.preShutdown(PlatformUI.getWorkbench(), false)));
	}

	@Test
	void aForcedEndIsNotHeldUp() throws Exception {
		try (var roles = new Roles(folder)) {
			roles.talk();
			assertTrue(Ide.ui(() -> guard.preShutdown(PlatformUI.getWorkbench(), true)));
		}
	}

	@Test
	void whoMeansItMayEndIt() throws Exception {
		try (var roles = new Roles(folder)) {
			roles.talk();
			var may = new CompletableFuture<Boolean>();
			Ide.later(() -> may.complete(guard.preShutdown(PlatformUI.getWorkbench(), false)));
			Ide.press(Ide.dialog("Quit " + QuitGuard.name() + "?"), "Quit");
			assertTrue(may.get(20, TimeUnit.SECONDS));
		}
	}

	@Test
	void aQuestionThatCannotBeAskedKeepsNothingOpen() {
		var broken = new QuitGuard(null);
		PlatformUI.getWorkbench().removeWorkbenchListener(broken);
		assertTrue(Ide.ui(() -> broken.preShutdown(PlatformUI.getWorkbench(), false)));
	}

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
