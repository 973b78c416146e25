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
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.chat.Said;

class TalkingTest {

	private static final byte[] PNG = ImageConnectionTest.PNG;

	@TempDir
	Path temp;
	private TestClient client;
	private final TestServer server = TestServer.whole();
	private Peer peer;

	@BeforeEach
	void converse() throws Exception {
		client = new TestClient(temp);
		peer = client.converse(server);
	}

	@AfterEach
	void close() {
		server.close();
		client.close();
	}

	@Test
	void aChatLineHasTheseBytes() throws Exception {
		TestClient.get(client.say("héllo 你好"));
		byte[] expected = { 0, 0, 0, 32, // 18 of the header, 6 + 1 + 6 of the text, 1 of the line end
				'C', 'l', 'i', 'e', 'n', 't', '(', '1', '2', '7', '.', '0', '.', '0', '.', '1', ')', ':', //
				'h', (byte) 0xC3, (byte) 0xA9, 'l', 'l', 'o', ' ', //
				(byte) 0xE4, (byte) 0xBD, (byte) 0xA0, (byte) 0xE5, (byte) 0xA5, (byte) 0xBD, '\n' };
		assertArrayEquals(expected, peer.read(expected.length));
		assertEquals(new Said(true, "Client(127.0.0.1)", "héllo 你好", null), client.awaitSaid());
	}

	@Test
	void textsComeAndGoInOrder() throws Exception {
		for (int i = 0; i < 200; i++) {
			client.say("line " + i + "\nof two 😀");
		}
		for (int i = 0; i < 200; i++) {
			assertEquals("Client(127.0.0.1):line " + i + "\nof two 😀\n", peer.hear());
			assertEquals("line " + i + "\nof two 😀", client.awaitSaid().text());
		}
		for (int i = 0; i < 200; i++) {
			peer.say("Server(10.0.0.1):line " + i + "\nof two 😀\n");
		}
		for (int i = 0; i < 200; i++) {
			assertEquals(new Said(false, "Server(10.0.0.1)", "line " + i + "\nof two 😀", null), client.awaitSaid());
		}
	}

	@Test
	void picturesGoUnchanged() throws Exception {
		byte[] bytes = Arrays.copyOf(PNG, 3_000_000);
		Path image = Files.write(temp.resolve("cat.png"), bytes);
		CompletionStage<Void> sent = client.show("", image);
		assertArrayEquals(bytes, server.acceptImages().receive());
		TestClient.get(sent);
		Said said = client.awaitSaid();
		assertEquals("cat.png", said.picture().name());
		assertTrue(said.own());
		assertEquals("", said.text());
		assertEquals(Notice.of(Phrase.PICTURE_SENT, "Client(127.0.0.1)"), client.await(Phrase.PICTURE_SENT));
	}

	@Test
	void picturesComeUnchanged() throws Exception {
		byte[] bytes = Arrays.copyOf(PNG, 3_000_000);
		server.acceptImages().send(bytes);
		Said said = client.awaitSaid();
		assertEquals("Server(127.0.0.1)", said.sender());
		assertEquals(PictureFormat.PNG, said.picture().format());
		assertArrayEquals(bytes, Files.readAllBytes(said.picture().file()));
	}

	@Test
	void aTextGoesWithItsPicture() throws Exception {
		Path image = Files.write(temp.resolve("cat.png"), PNG);
		TestClient.get(client.show("look", image));
		assertEquals("Client(127.0.0.1):look\n", peer.hear());
		assertArrayEquals(PNG, server.acceptImages().receive());
		Said said = client.awaitSaid();
		assertEquals("look", said.text());
		assertNotNull(said.picture());
		client.await(Phrase.PICTURE_SENT);
	}

	@Test
	void aTextIsShownWithThePictureThatComesMeanwhile() throws Exception {
		Peer images = server.acceptImages();
		peer.say("Server(10.0.0.1):look\n");
		images.send(PNG);
		assertEquals(new Said(false, "Server(10.0.0.1)", "look", null), client.awaitSaid());
		Said said = client.awaitSaid();
		assertEquals("Server(10.0.0.1)", said.sender());
		assertEquals("", said.text());
		assertNotNull(said.picture());
	}

	@Test
	void aPictureThatIsNoneIsShownAllTheSame() throws Exception {
		server.acceptImages().send("no picture at all".getBytes(StandardCharsets.US_ASCII));
		assertEquals(PictureFormat.UNKNOWN, client.awaitSaid().picture().format());
		client.await(Phrase.PICTURE_UNREADABLE);
	}

	@Test
	void aFileThatIsGoneIsTold() throws Exception {
		Notice notice = Notice.of(Phrase.PICTURE_SEND_FAILED, "gone.png", Notice.reason(Phrase.FILE_MISSING));
		assertEquals(notice, TestClient.failure(client.show("look", temp.resolve("gone.png"))));
		assertEquals(notice, client.await(Phrase.PICTURE_SEND_FAILED));
	}

	@Test
	void whatIsNotUtf8IsShownWithReplacements() throws Exception {
		peer.send(new byte[] { 'a', (byte) 0xFF, 'b', (byte) 0xE4, (byte) 0xBD });
		assertEquals(new Said(false, "", "a\uFFFDb\uFFFD", null), client.awaitSaid());
		peer.say("Server(10.0.0.1):go on\n");
		assertEquals("go on", client.awaitSaid().text());
	}

	@Test
	void framesMayComeInAnyPieces() throws Exception {
		byte[] frame = { 0, 0, 0, 0, 0, 0, 0, 2, 'h', 'i' };
		for (byte piece : frame) {
			peer.raw(new byte[] { piece });
		}
		assertEquals("hi", client.awaitSaid().text());
	}

	@Test
	void aFrameThatIsTooLongEndsTheConnection() throws Exception {
		peer.raw(new byte[] { (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 'x' });
		Notice notice = Notice.of(Phrase.FRAME_TOO_LONG, "127.0.0.1:" + server.textPort(), 1 << 20);
		assertEquals(notice, client.await(Phrase.FRAME_TOO_LONG));
		client.await(Phrase.CUT_OFF);
		client.assertIdle(notice);
		assertTrue(peer.isLeft());
	}

	@Test
	void aTextThatIsTooLongIsNotSent() throws Exception {
		Notice notice = Notice.of(Phrase.TEXT_TOO_LONG, 1 << 20);
		assertEquals(notice, TestClient.failure(client.say("x".repeat(1 << 20))));
		assertEquals(notice, client.await(Phrase.TEXT_TOO_LONG));
		client.say("short");
		assertEquals("Client(127.0.0.1):short\n", peer.hear());
	}

	@Test
	void aCutIsToldAfterEverythingThatWasSaid() throws Exception {
		Peer images = server.acceptImages();
		client.await(Phrase.IMAGE_CHANNEL_UP);
		peer.say("Server(10.0.0.1):one\n").say("Server(10.0.0.1):two\n").close();
		assertEquals("one", client.awaitSaid().text());
		assertEquals("two", client.awaitSaid().text());
		client.await(Phrase.CUT_OFF);
		client.assertIdle(Notice.of(Phrase.CUT_OFF));
		assertTrue(images.isLeft());
		TestClient.get(client.service.disconnect());
		assertEquals(0, client.count(Phrase.DISCONNECTED));
		var transcript = client.archive.transcripts.getFirst();
		assertTrue(transcript.closed);
		assertEquals(Notice.of(Phrase.CUT_OFF), transcript.entries.getLast().event());
	}

	@Test
	void aResetIsJustACut() throws Exception {
		peer.reset();
		client.await(Phrase.CUT_OFF);
		client.assertIdle(Notice.of(Phrase.CUT_OFF));
		assertEquals(0, client.count(Phrase.CONNECTION_FAILED));
	}

	@Test
	void afterACutItConnectsAgain() throws Exception {
		peer.close();
		client.await(Phrase.CUT_OFF);
		peer = client.converse(server);
		client.say("back again");
		assertEquals("Client(127.0.0.1):back again\n", peer.hear());
		assertEquals(2, client.archive.transcripts.size());
	}

	@Test
	void disconnectingClosesBothConnections() throws Exception {
		Peer images = server.acceptImages();
		client.await(Phrase.IMAGE_CHANNEL_UP);
		client.say("bye");
		TestClient.get(client.service.disconnect());
		assertEquals("Client(127.0.0.1):bye\n", peer.hear());
		assertTrue(peer.isLeft());
		assertTrue(images.isLeft());
		client.assertIdle(Notice.of(Phrase.DISCONNECTED));
		assertEquals(1, client.count(Phrase.DISCONNECTED));
		assertEquals(0, client.count(Phrase.CUT_OFF));
		var transcript = client.archive.transcripts.getFirst();
		assertTrue(transcript.closed);
		assertEquals(Notice.of(Phrase.DISCONNECTED), transcript.entries.getLast().event());
	}

	@Test
	void leavingIsDisconnecting() throws Exception {
		client.conversation.leave();
		client.await(Phrase.DISCONNECTED);
		assertTrue(peer.isLeft());
	}

	@Test
	void whatWasHeldForAPictureIsShownBeforeLeaving() throws Exception {
		// In one, or it could leave before the second is there.
		peer.say("Server(10.0.0.1):wait\n", "Server(10.0.0.1):you\n");
		assertEquals("wait", client.awaitSaid().text());
		TestClient.get(client.service.disconnect());
		assertEquals("you", client.awaitSaid().text());
		client.await(Phrase.DISCONNECTED);
	}
}
