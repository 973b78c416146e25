/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.chat.ConversationState;
import dev.anteroom.server.ServerStatus.Phase;
import dev.anteroom.ui.widgets.ConversationView;

/** Every mistake a person can make in the views is answered with one clear line, and can be mended. */
class BadInputTest {

	private final Workbench workbench = Workbench.running();
	private final Roles roles = new Roles(workbench);

	@TempDir
	private Path folder;

	@BeforeEach
	@AfterEach
	void idle() {
		roles.stopAll();
	}

	@Test
	void aPortThatIsNoNumber() {
		roles.start("12x", "10001");
		assertServerSays("[Error] Please enter a port number from 1 to 65535, not “12x”.");
		roles.connect("127.0.0.1", "", "10001");
		assertClientSays("[Error] Please enter a port number from 1 to 65535, not “”.");
	}

	@Test
	void aPortOutOfRange() {
		roles.start("10000", "65536");
		assertServerSays("[Error] Please enter a port number from 1 to 65535, not “65536”.");
		roles.connect("127.0.0.1", "0", "10001");
		assertClientSays("[Error] Please enter a port number from 1 to 65535, not “0”.");
	}

	@Test
	void onePortForBoth() {
		roles.start("20000", "20000");
		assertServerLogs("[Error] Text and pictures need two different ports, not 20000 for both.");
	}

	@Test
	void aPortInUseAndThenAFreeOne() throws IOException {
		try (var taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
			String port = Integer.toString(taken.getLocalPort());
			roles.start(port, Integer.toString(Roles.freePorts()[1]));
			assertServerLogs("[Error] Port " + port + " is in use by another program.");
		}
		// It says that it has stopped a moment before it can be started again.
		roles.stopAll();
		roles.startOnFreePorts();
	}

	@Test
	void noHost() {
		roles.connect("  ", "10000", "10001");
		assertClientSays("[Error] Please enter the name or address of a server.");
	}

	@Test
	void anAddressWithItsPortGoesIntoBothFields() throws IOException {
		int[] ports = roles.startOnFreePorts();
		roles.connect("127.0.0.1:" + ports[0], "1", Integer.toString(ports[1]));
		workbench.await("the connection", () -> roles.client.conversation().state() instanceof ConversationState.Conversing);
	}

	@Test
	void onePortForBothOfAServerToConnectTo() {
		roles.connect("127.0.0.1", "10001", "10001");
		assertClientSays("[Error] Text and pictures need two different ports, not 10001 for both.");
	}

	@Test
	void aWebAddressIsNoHost() {
		roles.connect("http://127.0.0.1:10000/", "10000", "10001");
		assertClientSays("[Error] Please enter the name or address of a server.");
	}

	@Test
	void aHostThatDoesNotExist() {
		roles.connect("no-such-host.invalid", "10000", "10001");
		assertClientLogs("[Error] Cannot connect to server no-such-host.invalid:10000: there is no such host");
	}

	@Test
	void aServerThatIsNotThereAndThenOneThatIs() throws IOException {
		int free = Roles.freePorts()[0];
		roles.connect("127.0.0.1", Integer.toString(free), "10001");
		assertClientLogs("[Error] Cannot connect to server 127.0.0.1:" + free + ": nobody is listening there");
		roles.connectToOwn(roles.startOnFreePorts());
	}

	@Test
	void aFileThatIsNoPictureIsNotSentAndTheTextStays() throws IOException {
		roles.connectToOwn(roles.startOnFreePorts());
		Path file = Files.writeString(folder.resolve("notes.png"), "not a picture");
		ConversationView view = roles.clientPart().conversation();
		workbench.act(() -> {
			view.composer().attach(file);
			view.composer().field().setText("see this");
			Workbench.press(view.composer().field(), SWT.CR, 0);
		});
		roles.awaitLine(view, "notes.png failed: the file is not a picture (PNG, JPEG, GIF, BMP or WebP)");
		workbench.await("the draft to be back", () -> view.composer().field().message().equals("see this"));
		workbench.act(() -> view.composer().clear());
	}

	@Test
	void aFileThatIsNoPictureIsToldWhenItIsPicked() throws IOException {
		Path file = Files.writeString(folder.resolve("notes.png"), "not a picture");
		ConversationView view = roles.clientPart().conversation();
		workbench.act(() -> view.composer().attach(file));
		workbench.await("the reason beside the file", () -> view.composer().attachments()
				.equals(List.of("notes.png, the file is not a picture (PNG, JPEG, GIF, BMP or WebP)")));
		workbench.act(() -> view.composer().clear());
	}

	@Test
	void aFileThatIsGone() throws IOException {
		roles.connectToOwn(roles.startOnFreePorts());
		ConversationView view = roles.clientPart().conversation();
		workbench.act(() -> {
			view.composer().attach(folder.resolve("gone.png"));
			Workbench.select(Roles.button(view.composer(), "Send"));
		});
		roles.awaitLine(view, "gone.png failed: there is no such file");
		workbench.act(() -> view.composer().clear());
	}

	private void assertServerSays(String words) {
		assertEquals(words, workbench.ui(() -> roles.serverPart().bar().statusText()));
		assertEquals(Phase.STOPPED, roles.server.status().phase());
	}

	private void assertServerLogs(String words) {
		roles.awaitLine(roles.serverPart().conversation(), words);
		workbench.await("the server to be stopped", () -> roles.server.status().phase() == Phase.STOPPED);
	}

	private void assertClientSays(String words) {
		assertEquals(words, workbench.ui(() -> roles.clientPart().bar().statusText()));
		assertInstanceOf(ConversationState.Idle.class, roles.client.conversation().state());
	}

	private void assertClientLogs(String words) {
		roles.awaitLine(roles.clientPart().conversation(), words);
		workbench.await("Connect to be offered", () -> Roles.button(roles.clientPart().bar()).getText().equals("&Connect"));
	}
}
