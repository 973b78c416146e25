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
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.ConversationState.Conversing;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.chat.Said;
import dev.anteroom.server.ServerSettings;
import dev.anteroom.server.WaitingClient;

class ServerConsoleTest {

	private final Locale before = Locale.getDefault();
	private final FakeServer server = new FakeServer();

	@BeforeEach
	void speakEnglish() {
		Locale.setDefault(Locale.ENGLISH);
	}

	@AfterEach
	void speakAsBefore() {
		Locale.setDefault(before);
	}

	@Test
	void servesWhereTheOptionsSay() throws Exception {
		Terminal terminal = serve("--text-port=2000", "--image-port=2001", "--logs=/l", "--save-images=/i");
		try (terminal) {
			ServerSettings settings = server.started.get(10, TimeUnit.SECONDS);
			assertNull(settings.address());
			assertEquals(2000, settings.textPort());
			assertEquals(2001, settings.imagePort());
			assertEquals(Path.of("/l").toAbsolutePath(), settings.transcripts().folder());
			assertEquals(Path.of("/i").toAbsolutePath(), settings.transcripts().images());
			assertEquals("chat_log", settings.transcripts().prefix());
		}
	}

	@Test
	void printsTheLogWithTimesAndThePlacesOfPictures() throws Exception {
		try (Terminal terminal = serve()) {
			assertTrue(terminal.nextRawLine()
					.matches("\\[\\d\\d:\\d\\d:\\d\\d\\] Waiting for clients on port 10000 \\(pictures on 10001\\)…"));
			Path file = Path.of("/tmp/a b.png").toAbsolutePath();
			server.conversation.journal().append(new Said(false, "Client(1.2.3.4)", "你好 🎉\nzwei", null));
			server.conversation.journal()
					.append(new Said(false, "Client(1.2.3.4)", "", new Picture(file, "a b.png", 5, PictureFormat.PNG)));
			assertEquals("Client(1.2.3.4):你好 🎉", terminal.nextLine());
			assertEquals("    zwei", terminal.nextLine());
			assertEquals("Client(1.2.3.4):[Picture PNG, 5 B] " + file, terminal.nextLine());
		}
	}

	@Test
	void theEndOfAConversationIsPrintedThoughTheNextBeginsAtOnce() throws Exception {
		try (Terminal terminal = serve()) {
			terminal.nextLine();
			for (int i = 0; i < 100; i++) {
				server.conversation.journal().append(Phrase.CLIENT_LEFT);
				server.conversation.journal().append(Phrase.CLIENT_ADMITTED, "1.2.3.4:" + i);
			}
			for (int i = 0; i < 100; i++) {
				assertEquals("(The client has left.)", terminal.nextLine());
				assertEquals("Client 1.2.3.4:" + i + " connected!", terminal.nextLine());
			}
		}
	}

	@Test
	void saysEachLineOfTheInput() throws Exception {
		try (Terminal terminal = serve()) {
			terminal.type("\uFEFFone", "", " two ", "三 🎉\r", "//four", "///five");
			for (String text : List.of("one", " two ", "三 🎉", "/four", "//five")) {
				assertEquals(new Draft(text, null), server.conversation.nextSent());
			}
		}
	}

	@Test
	void carriesOutCommands() throws Exception {
		server.line = List.of(waiting(1, 5000, 9), waiting(2, 5001, 10));
		try (Terminal terminal = serve()) {
			terminal.nextLine();
			terminal.type("/pause", "/resume", "/next", "/line");
			assertEquals("paused true", server.nextCall());
			assertEquals("paused false", server.nextCall());
			assertEquals("next", server.nextCall());
			assertEquals("1. 10.0.0.1:5000, waiting since 09:30:05", terminal.nextLine());
			assertEquals("2. 10.0.0.1:5001, waiting since 10:30:05", terminal.nextLine());
			server.conversation.setState(new Conversing(new Endpoint("10.0.0.1", 1)));
			server.line = List.of();
			terminal.type("/end", "/line", "/next ");
			assertEquals("Nobody is waiting.", terminal.nextLine());
			assertEquals("Nobody is waiting.", terminal.nextLine());
			assertEquals(1, server.conversation.left.size());
		}
	}

	@Test
	void endingWhatIsNotThereIsAnswered() throws Exception {
		try (Terminal terminal = serve()) {
			terminal.nextLine();
			terminal.type("/end");
			assertEquals("Nobody is connected.", terminal.nextLine());
		}
	}

	@Test
	void anUnknownCommandIsAnsweredAndNotSaid() throws Exception {
		try (Terminal terminal = serve()) {
			terminal.nextLine();
			for (String command : List.of("/foo", "/", "/quit now", "/imagex", "/QUIT")) {
				terminal.type(command);
				assertTrue(terminal.nextLine().startsWith("There is no command " + command + ". There are /image PATH"));
			}
			terminal.type("/help");
			assertEquals("Lines that begin with a slash are commands:", terminal.nextLine());
			assertEquals("  /image PATH     send a picture (PNG, JPEG, GIF, BMP or WebP)", terminal.nextLine());
			assertTrue(server.conversation.nothingSent());
		}
	}

	@Test
	void picturesAreNamedAsPeopleTypePaths() throws Exception {
		try (Terminal terminal = serve()) {
			terminal.nextLine();
			terminal.type("/image", "/image /a/b c.png", "/image  \"/a/b c.png\" ", "/image '~/x'", "/image ~/x y.png",
					"/image\tx.png", "/image \0");
			assertEquals("Which picture? Type /image and the path of a file.", terminal.nextLine());
			assertEquals("“␀” cannot be the name of a file.", terminal.nextLine());
			Path home = Path.of(System.getProperty("user.home"));
			for (Path path : List.of(Path.of("/a/b c.png"), Path.of("/a/b c.png"), Path.of("~/x"),
					home.resolve("x y.png"), Path.of("x.png"))) {
				assertEquals(new Draft("", path.toAbsolutePath()), server.conversation.nextSent());
			}
		}
	}

	@Test
	void theEndOfTheInputKeepsServing() throws Exception {
		try (Terminal terminal = serve()) {
			terminal.type("last");
			terminal.endInput();
			assertEquals(new Draft("last", null), server.conversation.nextSent());
			server.conversation.journal().append(Phrase.CLIENT_LEFT);
			terminal.nextLine();
			assertEquals("(The client has left.)", terminal.nextLine());
			assertTrue(terminal.runs());
		}
	}

	@Test
	void quittingStopsTheServerAndPrintsItsLastLine() throws Exception {
		Terminal terminal = serve();
		terminal.type("/quit");
		assertEquals(0, terminal.status());
		terminal.nextLine();
		assertEquals("The server has stopped.", terminal.nextLine());
		assertTrue(server.stopped.isDone());
		assertEquals("", terminal.errors());
	}

	@Test
	void quittingWaitsForWhatWasTypedBefore() throws Exception {
		Terminal terminal = serve();
		server.conversation.beSlow();
		terminal.type("bye", "/quit", "/foo");
		server.conversation.nextSent();
		terminal.nextLine();
		assertTrue(terminal.nextLine().startsWith("There is no command /foo"));
		assertTrue(terminal.runs());
		server.conversation.arrive();
		assertEquals(0, terminal.status());
	}

	@Test
	void quittingTwiceWaitsForNothing() throws Exception {
		Terminal terminal = serve();
		server.conversation.beSlow();
		terminal.type("bye", "/quit", "/quit");
		assertEquals(0, terminal.status());
	}

	@Test
	void stoppingFromOutsideEndsItWithStatusZero() throws Exception {
		Terminal terminal = serve();
		terminal.nextLine();
		terminal.stop();
		assertTrue(server.stopped.isDone());
		assertEquals(0, terminal.status());
		assertEquals("The server has stopped.", terminal.nextLine());
	}

	@Test
	void aPortInUseIsOneLineOnStandardErrorAndStatusOne() throws Exception {
		server.failure = new ChatException(Notice.of(Phrase.PORT_IN_USE, 10000));
		Terminal terminal = serve();
		assertEquals(1, terminal.status());
		assertEquals("[Error] Port 10000 is in use by another program.\n", terminal.errors());
		assertEquals("The server has stopped.", terminal.nextLine());
	}

	@Test
	void speaksTheMachinesLanguage() throws Exception {
		Locale.setDefault(Locale.TAIWAN);
		try (Terminal terminal = serve()) {
			assertEquals("等待 client 連線中… (文字埠 10000，圖片埠 10001)", terminal.nextLine());
			terminal.type("/line");
			assertEquals("無等待中 client", terminal.nextLine());
		}
	}

	private Terminal serve(String... options) throws OptionsException {
		var all = new ArrayList<>(List.of("--console"));
		all.addAll(List.of(options));
		return new Terminal(all, new FakeRoles(server));
	}

	private static WaitingClient waiting(long ticket, int port, int hour) {
		Instant since = LocalDateTime.of(2026, 1, 1, hour, 30, 5).atZone(ZoneId.systemDefault()).toInstant();
		return new WaitingClient(ticket, new Endpoint("10.0.0.1", port), since);
	}
}
