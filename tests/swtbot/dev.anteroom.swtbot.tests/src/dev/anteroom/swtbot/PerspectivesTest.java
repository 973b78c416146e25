/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.swtbot;

import static dev.anteroom.swtbot.Conditions.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(QuietProduct.class)
class PerspectivesTest {

	private static final String HOSTED_ROOM = "Hosted Room";
	private static final String PARTICIPANTS = "Participants";
	private static final List<String> SERVER_VIEWS = List.of(HOSTED_ROOM, PreviewPage.TITLE, PARTICIPANTS,
			ServerPage.TITLE, LinePage.TITLE);
	private static final List<String> CLIENT_VIEWS = List.of(ClientPage.TITLE, PreviewPage.TITLE, "Joined Room");

	private final Window window = new Window();

	@Test
	void theSwitcherLeadsToTheViewsOfEachRole() {
		window.server();
		assertEquals(SERVER_VIEWS, window.views());
		window.client();
		assertEquals(CLIENT_VIEWS, window.views());
		window.server();
		assertEquals(SERVER_VIEWS, window.views());
	}

	@Test
	void theMenuLeadsThereTooAndTheSwitcherFollows() {
		window.server();
		window.menu("Window", "Client Perspective");
		await("Client to be chosen", () -> window.isChosen("Client"));
		assertFalse(window.isChosen("Server"));
		assertEquals(CLIENT_VIEWS, window.views());
		window.menu("Window", "Server Perspective");
		await("Server to be chosen", () -> window.isChosen("Server"));
		assertFalse(window.isChosen("Client"));
		assertEquals(SERVER_VIEWS, window.views());
	}

	@Test
	void resetBringsBackTheViewsThatWereClosed() {
		ServerPage server = window.server();
		window.view(PreviewPage.TITLE).close();
		window.view(LinePage.TITLE).close();
		await("the views to be gone", () -> window.views().equals(List.of(HOSTED_ROOM, PARTICIPANTS, ServerPage.TITLE)));

		window.menu("Window", "Reset Perspective");

		await("the views to be back", () -> window.views().equals(SERVER_VIEWS));
		assertTrue(window.isChosen("Server"));
		server.awaitStopped();
		server.line().awaitNobody();
	}

	@Test
	void aConversationOutlivesAReset() throws Exception {
		Ports ports = window.server().startOnFreePorts();
		try (var peer = new RawPeer(ports)) {
			peer.awaitTurn();
			peer.say("before");
			window.server().log().awaitLine("Client(127.0.0.1): before");
			window.menu("Window", "Reset Perspective");
			await("the views", () -> window.views().equals(SERVER_VIEWS));
			window.server().log().awaitLine("Client(127.0.0.1): before");
			window.server().composer().say("after");
			peer.awaitText("Server(127.0.0.1):after\n");
		}
	}

	@Test
	void aClosedViewCanBeOpenedAgain() {
		window.server();
		window.view(LinePage.TITLE).close();
		await("the view to be gone", () -> !window.views().contains(LinePage.TITLE));

		window.menu("Window", "Show View", LinePage.TITLE);

		await("the view to be back", () -> window.views().contains(LinePage.TITLE));
		window.server().line().awaitNobody();
		window.menu("Window", "Reset Perspective");
		await("the views", () -> window.views().equals(SERVER_VIEWS));
	}
}
