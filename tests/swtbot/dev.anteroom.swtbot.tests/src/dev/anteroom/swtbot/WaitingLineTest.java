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

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(QuietProduct.class)
class WaitingLineTest {

	private final Window window = new Window();

	@Test
	void theLineIsShownAndMovesUp() throws IOException {
		ServerPage server = window.server();
		Ports ports = server.startOnFreePorts();
		server.line().awaitNobody();
		try (var first = new RawPeer(ports)) {
			first.awaitTurn();
			try (var second = new RawPeer(ports)) {
				second.awaitPlace(1);
				try (var third = new RawPeer(ports); var fourth = new RawPeer(ports)) {
					third.awaitPlace(2);
					fourth.awaitPlace(3);
					server.line().awaitInOrder(second, third, fourth);
					third.close();
					server.line().awaitInOrder(second, fourth);
					fourth.awaitPlace(2);
					first.close();
					second.awaitTurn();
					server.line().awaitInOrder(fourth);
				}
				server.line().awaitNobody();
			}
		}
	}

	@Test
	void oneAfterTheOtherIsAdmittedAndEndedFromTheToolBar() throws IOException {
		ServerPage server = window.server();
		Ports ports = server.startOnFreePorts();
		try (var first = new RawPeer(ports)) {
			first.awaitTurn();
			try (var second = new RawPeer(ports)) {
				second.awaitPlace(1);
				try (var third = new RawPeer(ports)) {
					third.awaitPlace(2);
					server.line().awaitInOrder(second, third);

					server.endConversation();
					first.awaitEnd();
					second.awaitTurn();
					server.line().awaitInOrder(third);

					server.admitNext();
					second.awaitEnd();
					third.awaitTurn();
					server.line().awaitNobody();
					server.composer().say("your turn");
					third.awaitText("Server(127.0.0.1):your turn\n");
				}
			}
		}
	}

	@Test
	void whilePausedNobodyIsAdmittedUnlessAsked() throws IOException {
		ServerPage server = window.server();
		Ports ports = server.startOnFreePorts();
		server.pause();
		server.view().awaitWordsLike("Paused at .*");
		try (var first = new RawPeer(ports)) {
			first.awaitPlace(1);
			try (var second = new RawPeer(ports)) {
				second.awaitPlace(2);
				server.line().awaitInOrder(first, second);

				server.admitNext();
				first.awaitTurn();
				server.line().awaitInOrder(second);
				server.endConversation();
				first.awaitEnd();
				server.view().awaitWordsLike("Paused at .*");
				server.line().awaitInOrder(second);

				server.resume();
				second.awaitTurn();
				server.line().awaitNobody();
			}
		}
	}

	@Test
	void aClientCanBeRemovedFromTheLine() throws IOException {
		ServerPage server = window.server();
		Ports ports = server.startOnFreePorts();
		try (var first = new RawPeer(ports)) {
			first.awaitTurn();
			try (var second = new RawPeer(ports)) {
				second.awaitPlace(1);
				try (var third = new RawPeer(ports)) {
					third.awaitPlace(2);
					server.line().awaitInOrder(second, third);
					server.line().remove(second);
					second.awaitEnd();
					server.line().awaitInOrder(third);
				}
			}
		}
	}

	@Test
	void theClientSeesItsPlaceAndThenItsTurn() throws IOException {
		Ports ports = window.server().startOnFreePorts();
		try (var first = new RawPeer(ports)) {
			first.awaitTurn();
			try (var second = new RawPeer(ports)) {
				second.awaitPlace(1);
				window.client().connect(ports);
				window.client().view().awaitWords("Waiting, number 2 in line");
				second.close();
				window.client().view().awaitWords("Waiting, number 1 in line");
			}
			window.server().endConversation();
			first.awaitEnd();
			window.client().awaitTurn();
		}
	}

	@Test
	void aNewConversationClearsTheOldOne() throws IOException {
		ServerPage server = window.server();
		Ports ports = server.startOnFreePorts();
		try (var first = new RawPeer(ports)) {
			first.awaitTurn();
			first.say("first");
			server.log().awaitLine("Client(127.0.0.1): first");
		}
		server.log().awaitLine("(The client has left.)");
		try (var second = new RawPeer(ports)) {
			second.awaitTurn();
			second.say("second");
			server.log().awaitLine("Client(127.0.0.1): second");
			assertFalse(server.log().contains("first"));
		}
	}
}
