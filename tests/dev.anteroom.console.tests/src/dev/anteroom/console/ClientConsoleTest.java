/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.ConversationState.Conversing;
import dev.anteroom.chat.ConversationState.Waiting;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.client.ClientSettings;

class ClientConsoleTest {

	private static final Endpoint SERVER = new Endpoint("server", 5000);
	private static final Path PICTURE = Path.of("/p.png").toAbsolutePath();

	private final Locale before = Locale.getDefault();
	private final FakeClient client = new FakeClient();

	@BeforeEach
	void speakEnglish() {
		Locale.setDefault(Locale.ENGLISH);
	}

	@AfterEach
	void speakAsBefore() {
		Locale.setDefault(before);
	}

	@Test
	void connectsWhereTheOptionsSay() throws Exception {
		Terminal terminal = connect("--connect=server:5000", "--image-port=5001", "--logs=/l");
		try (terminal) {
			ClientSettings settings = client.asked.get(10, TimeUnit.SECONDS);
			assertEquals(SERVER, settings.server());
			assertEquals(5001, settings.imagePort());
			assertEquals("client_chat_log", settings.transcripts().prefix());
		}
		assertTrue(client.disconnected.isDone());
	}

	@Test
	void linesTypedBeforeItIsConnectedAreSentInOrderThen() throws Exception {
		try (Terminal terminal = connect()) {
			terminal.type("one", "two", "/foo");
			assertTrue(terminal.nextLine().startsWith("There is no command /foo"));
			assertTrue(client.conversation.nothingSent());
			client.connect();
			terminal.type("three");
			for (String text : List.of("one", "two", "three")) {
				assertEquals(new Draft(text, null), client.conversation.nextSent());
			}
		}
	}

	@Test
	void picturesTypedInLineAreHeldUntilItsTurnAndTextsAreNot() throws Exception {
		try (Terminal terminal = connect()) {
			client.connect();
			client.conversation.setState(new Waiting(SERVER, 2));
			terminal.type("/image /p.png", "text");
			assertEquals("The picture p.png is sent when it is your turn.", terminal.nextLine());
			assertEquals(new Draft("text", null), client.conversation.nextSent());
			client.conversation.setState(new Waiting(SERVER, 1));
			terminal.type("more");
			assertEquals(new Draft("more", null), client.conversation.nextSent());
			client.conversation.setState(new Conversing(SERVER));
			assertEquals(new Draft("", PICTURE), client.conversation.nextSent());
		}
	}

	@Test
	void beforeTheServerSaysAnythingAPictureKeepsItsPlaceAmongTexts() throws Exception {
		try (Terminal terminal = connect()) {
			client.connect();
			terminal.type("one", "/image /p.png", "two", "/foo");
			assertEquals(new Draft("one", null), client.conversation.nextSent());
			terminal.nextLine();
			assertTrue(client.conversation.nothingSent());
			client.conversation.setState(new Conversing(SERVER));
			assertEquals(new Draft("", PICTURE), client.conversation.nextSent());
			assertEquals(new Draft("two", null), client.conversation.nextSent());
		}
	}

	@Test
	void aPictureThatIsHeldOnceThePlaceIsKnownIsAnsweredThen() throws Exception {
		try (Terminal terminal = connect()) {
			client.connect();
			terminal.type("/image /p.png", "/foo");
			assertTrue(terminal.nextLine().startsWith("There is no command /foo"));
			client.conversation.setState(new Waiting(SERVER, 1));
			assertEquals("The picture p.png is sent when it is your turn.", terminal.nextLine());
		}
	}

	@Test
	void quittingWithAPictureHeldIsAnsweredAndDoneTheSecondTime() throws Exception {
		Terminal terminal = connect();
		client.connect();
		client.conversation.setState(new Waiting(SERVER, 2));
		terminal.type("/image /p.png", "/quit");
		terminal.nextLine();
		assertEquals("Still to be sent: 1. Type it again to leave without sending.", terminal.nextLine());
		assertTrue(terminal.runs());
		terminal.type("/end");
		assertEquals(0, terminal.status());
		assertEquals("Still to be sent: 1. Type it again to leave without sending.", terminal.nextLine());
		assertEquals("Not sent: 1", terminal.nextLine());
	}

	@Test
	void whatIsTheServersIsRefused() throws Exception {
		try (Terminal terminal = connect()) {
			for (String command : List.of("/next", "/pause", "/resume", "/line")) {
				terminal.type(command);
				assertEquals("Only a server can do that; /end leaves the conversation.", terminal.nextLine());
			}
		}
	}

	@Test
	void leavingEndsIt() throws Exception {
		Terminal terminal = connect();
		client.connect();
		terminal.type("bye", "/end");
		assertEquals(0, terminal.status());
		assertEquals(new Draft("bye", null), client.conversation.nextSent());
		assertTrue(client.disconnected.isDone());
	}

	@Test
	void theEndByTheOtherSideEndsItWithStatusZero() throws Exception {
		Terminal terminal = connect();
		client.connect();
		client.conversation.setState(new Conversing(SERVER));
		client.cutOff();
		assertEquals(0, terminal.status());
		assertEquals("(The connection to the server was cut off.)", terminal.nextLine());
		assertEquals("", terminal.errors());
	}

	@Test
	void theEndOfTheInputKeepsConversing() throws Exception {
		try (Terminal terminal = connect()) {
			terminal.type("one");
			terminal.endInput();
			client.connect();
			assertEquals(new Draft("one", null), client.conversation.nextSent());
			client.conversation.journal().append(Phrase.SERVER_GREETED, "hello");
			assertEquals("hello (It is your turn.)", terminal.nextLine());
			assertTrue(terminal.runs());
		}
	}

	@Test
	void aServerThatCannotBeReachedIsOneLineOnStandardErrorAndStatusOne() throws Exception {
		Terminal terminal = connect();
		var failure = new ChatException(
				Notice.of(Phrase.CANNOT_CONNECT, "server:5000", Notice.reason(Phrase.REFUSED)));
		client.conversation.journal().append(failure.notice());
		client.connected.completeExceptionally(failure);
		assertEquals(1, terminal.status());
		assertEquals("[Error] Cannot connect to server server:5000: nobody is listening there\n", terminal.errors());
	}

	@Test
	void stoppingWhileConnectingEndsItWithStatusZero() throws Exception {
		Terminal terminal = connect();
		client.asked.get(10, TimeUnit.SECONDS);
		terminal.stop();
		assertEquals(0, terminal.status());
		assertEquals("", terminal.errors());
	}

	private Terminal connect(String... options) throws OptionsException {
		var all = new ArrayList<>(List.of("--console"));
		all.addAll(options.length == 0 ? List.of("--connect", SERVER.toString()) : List.of(options));
		return new Terminal(all, new FakeRoles(client));
	}
}
