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

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.protocol.Limits;

/** What may listen on the other end: a server that is none, is broken, or means harm. */
class HostileServerTest {

	/** A way to go. */
	private interface End {

		void of(Peer peer) throws IOException;
	}

	private static final List<End> ENDS = List.of(Peer::close, Peer::reset, Peer::shutdownOutput);

	@TempDir
	Path temp;
	private TestClient client;
	private final TestServer server = TestServer.whole();

	@BeforeEach
	void open() {
		client = new TestClient(temp);
	}

	@AfterEach
	void close() {
		server.close();
		client.close();
	}

	private static byte[] frame(String text) {
		byte[] bytes = text.getBytes(UTF_8);
		return ByteBuffer.allocate(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes).array();
	}

	@Test
	void aServerMayGoAtAnyPointOfItsGreeting() throws Exception {
		byte[] greeting = frame(Peer.GREETING);
		for (End end : ENDS) {
			for (int cut = 0; cut < greeting.length; cut++) {
				client.connect(server, TestClient.LIMITS);
				Peer peer = server.accept().raw(Arrays.copyOf(greeting, cut));
				client.await(Phrase.CONNECTED);
				end.of(peer);
				client.await(Phrase.CUT_OFF);
				client.assertIdle(Notice.of(Phrase.CUT_OFF));
			}
		}
		assertEquals(0, client.count(Phrase.SERVER_GREETED));
		client.converse(server);
	}

	@Test
	void aServerMayGoAtAnyPointOfAText() throws Exception {
		byte[] text = frame("Server(127.0.0.1):hi\n");
		for (End end : ENDS) {
			for (int cut = 0; cut < text.length; cut++) {
				Peer peer = client.converse(server).raw(Arrays.copyOf(text, cut));
				server.acceptImages();
				client.await(Phrase.IMAGE_CHANNEL_UP);
				end.of(peer);
				client.await(Phrase.CUT_OFF);
				client.assertIdle(Notice.of(Phrase.CUT_OFF));
			}
		}
		client.converse(server).raw(text);
		assertEquals("hi", client.awaitSaid().text());
	}

	@Test
	void aServerOfAnotherKindIsLeft() throws Exception {
		for (byte[] said : List.of("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII),
				"SSH-2.0-OpenSSH_9.2p1\r\n".getBytes(US_ASCII), "220 mail ESMTP\r\n".getBytes(US_ASCII),
				HexFormat.of().parseHex("15030300020228"), HexFormat.of().parseHex("7fffffff"))) {
			client.connect(server, TestClient.LIMITS);
			Peer peer = server.accept().raw(said);
			client.await(Phrase.FRAME_TOO_LONG);
			client.await(Phrase.CUT_OFF);
			assertEquals(Phrase.FRAME_TOO_LONG, client.awaitState(ConversationState.Idle.class).reason().phrase());
			assertTrue(peer.isLeft());
		}
	}

	@Test
	void aThousandFramesMayComeAtOnce() throws Exception {
		byte[] one = frame("Server(127.0.0.1):again\n");
		byte[] thousand = new byte[1_000 * one.length];
		for (int i = 0; i < 1_000; i++) {
			System.arraycopy(one, 0, thousand, i * one.length, one.length);
		}
		client.converse(server).raw(thousand);
		for (int i = 0; i < 1_000; i++) {
			assertEquals("again", client.awaitSaid().text());
		}
	}

	@Test
	void aServerThatFloodsIsHeldBackAndCanBeLeft() throws Exception {
		Limits base = TestClient.LIMITS;
		Peer peer = client.converse(server,
				new Limits(base.textFrame(), base.imageFrame(), 100, 100, base.heldText(), base.frame(),
						base.stalledWrite(), base.connect(), base.imageConnectRetry(), base.merge(), 2_048));
		byte[] frame = frame("x".repeat(1_000));
		Thread flood = Thread.ofPlatform().daemon().start(() -> {
			try {
				for (int i = 0; i < 200_000; i++) {
					peer.raw(frame);
				}
			} catch (IOException e) {
				// It was left.
			}
		});
		client.awaitSaid();
		TestClient.get(client.say("stop that"));
		assertEquals("Client(127.0.0.1):stop that\n", peer.hear());
		TestClient.get(client.service.disconnect());
		flood.join(TestServer.PATIENCE);
		assertFalse(flood.isAlive());
		assertTrue(client.conversation.journal().last() < 500, () -> client.conversation.journal().last() + " entries");
	}

	@Test
	void placesThatChangeAllTheTimeDoNotHoldItUp() throws Exception {
		client.connect(server, TestClient.LIMITS);
		Peer peer = server.accept();
		for (int place = 1_000; place > 0; place--) {
			peer.say("您是第 " + place + " 位等待中，請稍候...\n");
		}
		peer.greet();
		client.await(Phrase.SERVER_GREETED);
		assertEquals(1_000, client.count(Phrase.SERVER_MAKES_WAIT));
	}

	@Test
	void aTranscriptThatCannotBeOpenedLeavesNoConnection() throws Exception {
		client.archive.failure = new AssertionError("no archive");
		var connecting = client.connect(server, TestClient.LIMITS);
		assertTrue(server.accept().isLeft());
		assertEquals(Phrase.CANNOT_CONNECT, TestClient.failure(connecting).phrase());
		assertEquals(Phrase.CANNOT_CONNECT, client.awaitState(ConversationState.Idle.class).reason().phrase());
		client.archive.failure = null;
		client.converse(server);
	}

	@Test
	void listenersThatFailDisturbNothing() throws Exception {
		client.conversation.addStateListener(() -> {
			throw new NoClassDefFoundError("gone");
		});
		client.conversation.journal().addListener(entry -> {
			throw new AssertionError("fails");
		});
		Peer peer = client.converse(server);
		peer.say("Server(127.0.0.1):hello\n");
		assertEquals("hello", client.awaitSaid().text());
		TestClient.get(client.say("hi"));
		assertEquals("Client(127.0.0.1):hi\n", peer.hear());
	}
}
