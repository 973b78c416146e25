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

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every mistake a person can type is answered with one clear line, and can be mended. */
@ExtendWith(QuietProduct.class)
class BadInputTest {

	private final Window window = new Window();

	@TempDir
	private Path folder;

	@Test
	void aPortThatIsNoNumber() {
		window.server().start("12x", "10001");
		serverSays("[Error] Please enter a port number from 1 to 65535, not “12x”.");
		window.client().connect("127.0.0.1", "", "10001");
		clientSays("[Error] Please enter a port number from 1 to 65535, not “”.");
	}

	@Test
	void aPortOutOfRange() {
		window.server().start("10000", "65536");
		serverSays("[Error] Please enter a port number from 1 to 65535, not “65536”.");
		window.client().connect("127.0.0.1", "0", "10001");
		clientSays("[Error] Please enter a port number from 1 to 65535, not “0”.");
	}

	@Test
	void onePortForBoth() throws IOException {
		window.server().start("20000", "20000");
		window.server().log().awaitLine("[Error] Text and pictures need two different ports, not 20000 for both.");
		window.server().awaitStopped();
		window.server().startOnFreePorts();
	}

	@Test
	void aPortInUseAndThenAFreeOne() throws IOException {
		try (var taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
			String port = Integer.toString(taken.getLocalPort());
			window.server().start(port, Integer.toString(Ports.free().image()));
			window.server().log().awaitLine("[Error] Port " + port + " is in use by another program.");
			window.server().awaitStopped();
		}
		window.server().startOnFreePorts();
	}

	@Test
	void noHost() {
		window.client().connect("  ", "10000", "10001");
		clientSays("[Error] Please enter the name or address of a server.");
	}

	@Test
	void aHostThatDoesNotExist() {
		window.client().connect("no-such-host.invalid", "10000", "10001");
		window.client().log()
				.awaitLine("[Error] Cannot connect to server no-such-host.invalid:10000: there is no such host");
		window.client().awaitDisconnected();
	}

	@Test
	void aServerThatIsNotThereAndThenOneThatIs() throws IOException {
		int free = Ports.free().text();
		window.client().connect("127.0.0.1", Integer.toString(free), "10001");
		window.client().log()
				.awaitLine("[Error] Cannot connect to server 127.0.0.1:" + free + ": nobody is listening there");
		window.client().awaitDisconnected();
		Ports ports = window.server().startOnFreePorts();
		window.client().connect(ports);
		window.client().awaitTurn();
	}

	@Test
	void aFileThatIsNoPictureSaysSoAndTheTextGoesOutWithoutIt() throws IOException {
		Ports ports = window.server().startOnFreePorts();
		window.client().connect(ports);
		window.client().awaitTurn();
		ComposerPage composer = window.client().composer();
		Path file = Files.writeString(folder.resolve("notes.png"), "not a picture");
		composer.attach(file);
		composer.awaitAttachment(file, "the file is not a picture (PNG, JPEG, GIF, BMP or WebP)");
		composer.say("see this");
		window.server().log().awaitLine("Client(127.0.0.1): see this");
		ComposerPage again = window.client().composer();
		again.awaitMessage("");
		again.removeAttachment();
		assertTrue(again.isEmpty());
	}

	private void serverSays(String words) {
		window.server().view().awaitWords(words);
		window.server().awaitStopped();
	}

	private void clientSays(String words) {
		window.client().view().awaitWords(words);
		window.client().awaitDisconnected();
	}
}
