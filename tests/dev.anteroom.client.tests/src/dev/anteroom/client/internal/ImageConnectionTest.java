/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.client.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Said;
import dev.anteroom.protocol.Limits;

class ImageConnectionTest {

	static final byte[] PNG = "\u0089PNG\r\n\u001a\n and the rest of it".getBytes(StandardCharsets.ISO_8859_1);

	@TempDir
	Path temp;
	private TestClient client;

	@BeforeEach
	void open() {
		client = new TestClient(temp);
	}

	@AfterEach
	void close() {
		client.close();
	}

	@Test
	void itOpensOnTheGreetingAndNotBefore() throws Exception {
		try (TestServer server = TestServer.whole()) {
			client.connect(server, TestClient.LIMITS);
			Peer peer = server.accept().say("您是第 1 位等待中，請稍候...\n").say("Server(1.2.3.4):hello\n");
			client.await(Phrase.SERVER_MAKES_WAIT);
			client.awaitSaid();
			assertTrue(server.nobodyComesForImages(300));
			peer.greet();
			server.acceptImages();
			assertEquals(Notice.of(Phrase.IMAGE_CHANNEL_UP, "127.0.0.1:" + server.imagePort()),
					client.await(Phrase.IMAGE_CHANNEL_UP));
		}
	}

	@Test
	void itIsNotOpenedAgainWhileItIsOpen() throws Exception {
		try (TestServer server = TestServer.whole()) {
			client.connect(server, TestClient.LIMITS);
			Peer peer = server.accept().greet().greet().say("已連線\n");
			server.acceptImages();
			client.await(Phrase.IMAGE_CHANNEL_UP);
			peer.greet().say("Server(1.2.3.4):已連線\n");
			assertTrue(server.nobodyComesForImages(500));
			assertEquals(1, client.count(Phrase.IMAGE_CHANNEL_UP));
		}
	}

	@Test
	void onceLostItOpensOnTheNextPhrase() throws Exception {
		try (TestServer server = TestServer.whole()) {
			Peer peer = client.converse(server);
			server.acceptImages().close();
			client.await(Phrase.IMAGE_CHANNEL_LOST);
			assertTrue(server.nobodyComesForImages(300));
			peer.say("Server(1.2.3.4):已連線\n");
			server.acceptImages();
			client.await(Phrase.IMAGE_CHANNEL_UP);
		}
	}

	@Test
	void itIsTriedUntilTheServerOpensItsPort() throws Exception {
		try (TestServer server = TestServer.deafForImages()) {
			Peer peer = client.converse(server);
			client.say("text does not wait");
			assertEquals("Client(127.0.0.1):text does not wait\n", peer.hear());
			Path image = Files.write(temp.resolve("cat.png"), PNG);
			CompletionStage<Void> sent = client.show("", image);
			client.say("and the picture waits");
			assertEquals("Client(127.0.0.1):and the picture waits\n", peer.hear());
			server.listenForImages();
			assertArrayEquals(PNG, server.acceptImages().receive());
			TestClient.get(sent);
			assertEquals(0, client.count(Phrase.IMAGES_UNAVAILABLE));
		}
	}

	@Test
	void aRefusedPortDoesNotDisturbTheText() throws Exception {
		try (TestServer server = TestServer.deafForImages()) {
			Limits hasty = TestClient.limits(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMillis(500));
			Peer peer = client.converse(server, hasty);
			Path image = Files.write(temp.resolve("cat.png"), PNG);
			CompletionStage<Void> sent = client.show("look", image);
			assertEquals("Client(127.0.0.1):look\n", peer.hear());
			Notice failure = Notice.of(Phrase.PICTURE_SEND_FAILED, "cat.png", Notice.reason(Phrase.NO_IMAGE_CHANNEL));
			assertEquals(failure, TestClient.failure(sent));
			peer.say("Server(1.2.3.4):hello\n");
			assertEquals("look", client.awaitSaid().text());
			assertEquals("hello", client.awaitSaid().text());
			assertEquals(1, client.count(Phrase.PICTURE_SEND_FAILED));
			peer.say("Server(1.2.3.4):已連線\n");
			assertEquals("已連線", client.awaitSaid().text());
			assertEquals(failure, TestClient.failure(client.show("", image)));
			assertEquals(1, client.count(Phrase.IMAGES_UNAVAILABLE));
		}
	}

	@Test
	void aSilentPortDoesNotDisturbTheText() throws Exception {
		try (TestServer server = TestServer.whole()) {
			Limits hasty = TestClient.limits(Duration.ofMillis(300), Duration.ofSeconds(10), Duration.ofSeconds(5));
			Peer peer = client.converse(server, hasty);
			client.await(Phrase.IMAGE_CHANNEL_UP);
			Path image = Files.write(temp.resolve("large.png"), Arrays.copyOf(PNG, 32 << 20));
			CompletionStage<Void> sent = client.show("look", image);
			client.say("hello");
			assertEquals("Client(127.0.0.1):look\n", peer.hear());
			assertEquals("Client(127.0.0.1):hello\n", peer.hear());
			Notice failure = Notice.of(Phrase.PICTURE_SEND_FAILED, "large.png",
					Notice.reason(Phrase.PEER_DOES_NOT_READ));
			assertEquals(failure, TestClient.failure(sent));
			assertEquals(failure, client.await(Phrase.PICTURE_SEND_FAILED));
			client.await(Phrase.IMAGE_CHANNEL_LOST);
			client.say("still here");
			assertEquals("Client(127.0.0.1):still here\n", peer.hear());
			peer.say("Server(1.2.3.4):so am I\n");
			assertEquals("still here", client.awaitSaid().text());
			assertEquals("so am I", client.awaitSaid().text());
		}
	}

	@Test
	void aPictureThatIsTooLongDoesNotDisturbTheText() throws Exception {
		try (TestServer server = TestServer.whole()) {
			Peer peer = client.converse(server);
			Peer images = server.acceptImages().raw(new byte[] { (byte) 0x80, 0, 0, 0 });
			assertEquals(Notice.of(Phrase.FRAME_TOO_LONG, "127.0.0.1:" + server.imagePort(), 64 << 20),
					client.await(Phrase.FRAME_TOO_LONG));
			client.await(Phrase.IMAGE_CHANNEL_LOST);
			assertTrue(images.isLeft());
			client.say("still here");
			assertEquals("Client(127.0.0.1):still here\n", peer.hear());
		}
	}

	@Test
	void aPictureCutOffInTheMiddleIsNotShown() throws Exception {
		try (TestServer server = TestServer.whole()) {
			Peer peer = client.converse(server);
			server.acceptImages().raw(new byte[] { 0, 0, 1, 0, 'G', 'I', 'F' }).close();
			client.await(Phrase.IMAGE_CHANNEL_LOST);
			peer.say("Server(1.2.3.4):hello\n");
			assertEquals(new Said(false, "Server(1.2.3.4)", "hello", null), client.awaitSaid());
		}
	}

	@Test
	void leavingStopsTheAttempts() throws Exception {
		try (TestServer server = TestServer.deafForImages()) {
			client.converse(server);
			TestClient.get(client.service.disconnect());
			server.listenForImages();
			assertTrue(server.nobodyComesForImages(500));
			assertEquals(0, client.count(Phrase.IMAGES_UNAVAILABLE));
		}
	}
}
