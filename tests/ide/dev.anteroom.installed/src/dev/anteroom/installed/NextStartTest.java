/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.installed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.anteroom.server.ChatServer;
import dev.anteroom.server.ServerStatus.Phase;
import dev.anteroom.ui.Ids;
import dev.anteroom.ui.parts.ServerConversationPart;

/** The next start after {@link UseTest}, in the same workspace, of another build perhaps. */
@ExtendWith(QuietLog.class)
class NextStartTest {

	private final Ide ide = new Ide();

	@Test
	void viewsAndSettingsAreAsTheyWereLeft() {
		assertEquals(Ids.SERVER_PERSPECTIVE, ide.ui(() -> ide.page().getPerspective().getId()));
		ide.await("the conversation", () -> ide.isShown(Ids.SERVER_CONVERSATION_PART));
		assertFalse(ide.isShown(Ids.WAITING_LINE_PART), "closed it was, closed it is");
		assertTrue(ide.isShown(Ids.IMAGE_PREVIEW_PART));
		ServerConversationPart part = ide.part(Ids.SERVER_CONVERSATION_PART, ServerConversationPart.class);
		String remembered = Platform.getPreferencesService().getString("dev.anteroom.ui", "server.textPort", "", null);
		assertFalse(List.of("", "10000").contains(remembered), remembered);
		assertEquals(remembered, ide.ui(() -> Ide.find(part.bar(), Text.class, any -> true).getFirst().getText()));
		assertEquals(Phase.STOPPED, ide.service(ChatServer.class).status().phase(), "nothing listens unasked");

		ide.open(Ids.CLIENT_PERSPECTIVE);
		ide.await("the conversation", () -> ide.isShown(Ids.CLIENT_CONVERSATION_PART));
		assertFalse(ide.isShown(Ids.IMAGE_PREVIEW_PART), "closed it was, closed it is");
		ide.show(Ids.IMAGE_PREVIEW_PART);
		ide.await("the preview", () -> ide.isShown(Ids.IMAGE_PREVIEW_PART));
	}

	/** Before Anteroom is uninstalled: of what is left open, an IDE can only say that it is missing. */
	@AfterAll
	static void closePerspectives() {
		var ide = new Ide();
		ide.open("org.eclipse.ui.resourcePerspective");
		for (String perspective : List.of(Ids.SERVER_PERSPECTIVE, Ids.CLIENT_PERSPECTIVE)) {
			ide.act(() -> ide.page().closePerspective(
					ide.window().getWorkbench().getPerspectiveRegistry().findPerspectiveWithId(perspective), false, false));
		}
	}
}
