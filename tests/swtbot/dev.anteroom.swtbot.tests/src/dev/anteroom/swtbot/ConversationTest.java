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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(QuietProduct.class)
class ConversationTest {

	private final Window window = new Window();

	@TempDir
	private Path folder;

	@Test
	void bothRolesTalkWithEachOther() throws IOException {
		connect();
		window.client().composer().say("你好, is anybody there? \uD83D\uDE42");
		window.server().log().awaitLine("Client(127.0.0.1): 你好, is anybody there? \uD83D\uDE42");
		window.server().composer().say("Yes.\nTwo lines.");
		window.client().log().awaitLine("Server(127.0.0.1): Yes.\nTwo lines.");
		assertTrue(window.client().log().contains("Client(127.0.0.1): 你好"), "what was said stays");
	}

	@Test
	void enterSendsAndShiftEnterBeginsALine() throws IOException {
		connect();
		ComposerPage composer = window.client().composer();
		composer.type("12");
		composer.pressShiftEnter();
		composer.awaitMessage("12\n");
		composer.type("34");
		composer.awaitMessage("12\n34");
		composer.pressEnter();
		composer.awaitMessage("");
		window.server().log().awaitLine("Client(127.0.0.1): 12\n34");
	}

	@Test
	void nothingCanBeSentWhileNobodyIsThere() {
		ComposerPage composer = window.client().composer();
		composer.write("hello?");
		assertFalse(composer.canSend());
		window.client().view().awaitWords("You can send when somebody is connected");
		composer.write("");
	}

	@Test
	void aPictureIsShownSmallAndThenLarge() throws IOException {
		connect();
		Path picture = Pictures.png(folder, 640, 400);
		ComposerPage composer = window.client().composer();
		composer.attach(picture);
		composer.awaitAttachment(picture);
		composer.say("look");
		assertTrue(composer.isEmpty());

		LogPage log = window.server().log();
		log.awaitLine("Client(127.0.0.1): look");
		log.awaitPicture();
		log.clickPicture();

		PreviewPage preview = window.server().preview();
		preview.awaitPicture(640, 400);
		Rectangle room = preview.room();
		assertTrue(preview.drawn().width <= room.width && preview.drawn().height <= room.height, "fitted");
		preview.chooseActualSize();
		assertEquals(640, preview.drawn().width);
		preview.chooseFit();
		assertTrue(preview.drawn().width <= room.width, "fitted again");
	}

	@Test
	void theServerSendsAPictureToo() throws IOException {
		connect();
		ComposerPage composer = window.server().composer();
		composer.attach(Pictures.png(folder, 40, 300));
		composer.send();
		LogPage log = window.client().log();
		log.awaitPicture();
		log.clickPicture();
		window.client().preview().awaitPicture(40, 300);
	}

	@Test
	void anAttachedPictureCanBeRemoved() throws IOException {
		connect();
		Path picture = Pictures.png(folder, 20, 20);
		ComposerPage composer = window.client().composer();
		composer.attach(picture);
		composer.awaitAttachment(picture);
		assertTrue(composer.canSend());
		composer.removeAttachment();
		assertTrue(composer.isEmpty());
		assertFalse(composer.canSend());
	}

	@Test
	void aCutIsToldAndTheClientConnectsAgain() throws IOException {
		connect();
		window.server().stop();
		window.client().log().awaitLine("(The connection to the server was cut off.)");
		window.client().awaitDisconnected();
		connect();
		window.client().composer().say("back again");
		window.server().log().awaitLine("Client(127.0.0.1): back again");
	}

	@Test
	void whoeverDisconnectsCanConnectAgain() throws IOException {
		Ports ports = connect();
		window.client().disconnect();
		window.client().log().awaitLine("(You disconnected.)");
		window.server().log().awaitLine("(The client has left.)");
		window.client().connect(ports);
		window.client().awaitTurn();
	}

	private Ports connect() throws IOException {
		Ports ports = window.server().startOnFreePorts();
		window.client().connect(ports);
		window.client().awaitTurn();
		window.client().composer().awaitPicturesPossible();
		window.server().composer().awaitPicturesPossible();
		return ports;
	}
}
