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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.protocol.Limits;

class ConnectingTest {

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

	@Test
	void aConnectionWaitsForWhatTheServerSays() throws Exception {
		var endpoint = new Endpoint("127.0.0.1", server.textPort());
		CompletionStage<Void> connected = client.connect(server, TestClient.LIMITS);
		server.accept();
		TestClient.get(connected);
		assertEquals(new ConversationState.Connecting(endpoint),
				client.awaitState(ConversationState.Connecting.class));
		assertEquals(new ConversationState.Waiting(endpoint, 0), client.awaitState(ConversationState.Waiting.class));
		assertEquals("127.0.0.1", client.conversation.ownAddress());
		assertEquals(List.of(Notice.of(Phrase.CONNECTING, endpoint), Notice.of(Phrase.CONNECTED, endpoint)),
				client.rest());
		assertEquals("chat_log", client.archive.transcripts.getFirst().location.prefix());
	}

	@Test
	void aNameIsResolved() throws Exception {
		var endpoint = new Endpoint("localhost", server.textPort());
		TestClient.get(client.service.connect(client.settings(endpoint, server.imagePort(), TestClient.LIMITS)));
		server.accept().greet();
		assertEquals(new ConversationState.Conversing(new Endpoint("127.0.0.1", server.textPort())),
				client.awaitState(ConversationState.Conversing.class));
	}

	@Test
	void aPortWhereNobodyListensRefuses() throws Exception {
		server.stopListeningForText();
		Notice notice = cannotConnect(server.textPort(), Phrase.REFUSED);
		assertEquals(notice, TestClient.failure(client.connect(server, TestClient.LIMITS)));
		assertEquals(notice, client.await(Phrase.CANNOT_CONNECT));
		client.assertIdle(notice);
		assertTrue(client.archive.transcripts.isEmpty());
	}

	@Test
	void afterAFailureItConnectsAtOnce() throws Exception {
		try (TestServer gone = TestServer.whole()) {
			gone.stopListeningForText();
			TestClient.failure(client.connect(gone, TestClient.LIMITS));
		}
		client.converse(server);
	}

	@Test
	void anUnknownHostIsTold() throws Exception {
		var endpoint = new Endpoint("no-such-host.invalid", 10_000);
		Limits patient = TestClient.limits(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(5));
		Notice notice = TestClient.failure(client.service.connect(client.settings(endpoint, 10_001, patient)));
		assertEquals(Notice.of(Phrase.CANNOT_CONNECT, endpoint, Notice.reason(Phrase.UNKNOWN_HOST)), notice);
		client.assertIdle(notice);
	}

	@Test
	void whatIsNoAddressIsTold() throws Exception {
		var nowhere = client.settings(new Endpoint(" ", 10_000), 10_001, TestClient.LIMITS);
		assertEquals(Notice.of(Phrase.BAD_HOST), TestClient.failure(client.service.connect(nowhere)));
		client.assertIdle(Notice.of(Phrase.BAD_HOST));
		var noPort = client.settings(new Endpoint("127.0.0.1", 0), 10_001, TestClient.LIMITS);
		assertEquals(Notice.of(Phrase.BAD_PORT, 0), TestClient.failure(client.service.connect(noPort)));
		var wrongPort = client.settings(new Endpoint("127.0.0.1", 10_000), 65_536, TestClient.LIMITS);
		assertEquals(Notice.of(Phrase.BAD_PORT, 65_536), TestClient.failure(client.service.connect(wrongPort)));
		assertEquals(1, client.count(Phrase.BAD_HOST));
	}

	@Test
	void aServerThatDoesNotAnswerTimesOut() throws Exception {
		try (var full = new FullServer()) {
			Limits hasty = TestClient.limits(Duration.ofSeconds(30), Duration.ofMillis(400), Duration.ofSeconds(5));
			Notice notice = TestClient.failure(client.service.connect(client.settings(full.endpoint(), 10_001, hasty)));
			assertEquals(cannotConnect(full.endpoint().port(), Phrase.TIMED_OUT), notice);
			client.assertIdle(notice);
		}
	}

	@Test
	void connectingCanBeCancelled() throws Exception {
		try (var full = new FullServer()) {
			CompletionStage<Void> connected = client.service
					.connect(client.settings(full.endpoint(), 10_001, TestClient.LIMITS));
			client.await(Phrase.CONNECTING);
			TestClient.get(client.service.disconnect());
			assertEquals(Notice.of(Phrase.CONNECT_CANCELLED), TestClient.failure(connected));
			client.assertIdle(Notice.of(Phrase.CONNECT_CANCELLED));
		}
		client.converse(server);
	}

	@Test
	void connectingAnewCancelsTheAttempt() throws Exception {
		try (var full = new FullServer()) {
			CompletionStage<Void> first = client.service
					.connect(client.settings(full.endpoint(), 10_001, TestClient.LIMITS));
			client.converse(server);
			assertEquals(Notice.of(Phrase.CONNECT_CANCELLED), TestClient.failure(first));
		}
		assertEquals(0, client.count(Phrase.CANNOT_CONNECT));
	}

	@Test
	void connectingAnewEndsTheConversation() throws Exception {
		Peer first = client.converse(server);
		try (TestServer other = TestServer.whole()) {
			client.converse(other);
			assertTrue(first.isLeft());
			assertEquals(1, client.count(Phrase.DISCONNECTED));
			assertTrue(client.archive.transcripts.get(0).closed);
			assertFalse(client.archive.transcripts.get(1).closed);
			var last = client.archive.transcripts.get(0).entries.getLast();
			assertEquals(Notice.of(Phrase.DISCONNECTED), last.event());
			var next = client.archive.transcripts.get(1).entries.getFirst();
			assertEquals(Notice.of(Phrase.CONNECTED, "127.0.0.1:" + other.textPort()), next.event());
		}
	}

	@Test
	void onlyTheLastOfManyAttemptsCounts() throws Exception {
		try (var full = new FullServer()) {
			var attempts = new ArrayList<CompletionStage<Void>>();
			for (int i = 0; i < 20; i++) {
				attempts.add(client.service.connect(client.settings(full.endpoint(), 10_001, TestClient.LIMITS)));
			}
			TestClient.get(client.connect(server, TestClient.LIMITS));
			for (CompletionStage<Void> attempt : attempts) {
				assertEquals(Notice.of(Phrase.CONNECT_CANCELLED), TestClient.failure(attempt));
			}
		}
		assertEquals(1, client.count(Phrase.CONNECTED));
	}

	@Test
	void disconnectingWhileIdleDoesNothing() throws Exception {
		TestClient.get(client.service.disconnect());
		assertEquals(List.of(), client.rest());
		assertEquals(new ConversationState.Idle(null), client.conversation.state());
	}

	@Test
	void whileNobodyIsThereNothingCanBeSaid() throws Exception {
		Notice notice = Notice.of(Phrase.SEND_FAILED, Notice.reason(Phrase.NOBODY_THERE));
		assertEquals(notice, TestClient.failure(client.say("hello")));
		assertEquals(notice, client.await(Phrase.SEND_FAILED));
		TestClient.get(client.conversation.send(new Draft("", null)));
		assertEquals(List.of(), client.rest());
	}

	@Test
	void aClosedClientDoesNothingMore() throws Exception {
		Peer peer = client.converse(server);
		client.close();
		assertTrue(peer.isLeft());
		assertTrue(client.archive.transcripts.getFirst().closed);
		TestClient.failure(client.connect(server, TestClient.LIMITS));
		TestClient.failure(client.say("hello"));
		TestClient.get(client.service.disconnect());
	}

	private static Notice cannotConnect(int port, Phrase reason) {
		return Notice.of(Phrase.CANNOT_CONNECT, "127.0.0.1:" + port, Notice.reason(reason));
	}

	/** Listens, but has its queue full: who comes now gets no answer. */
	private static final class FullServer implements AutoCloseable {

		private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
		private final List<Socket> queue = new ArrayList<>();

		FullServer() throws IOException {
			boolean full = false;
			while (!full && queue.size() < 50) {
				var socket = new Socket();
				queue.add(socket);
				try {
					socket.connect(server.getLocalSocketAddress(), 300);
				} catch (SocketTimeoutException e) {
					full = true;
				}
			}
			assertTrue(full, "this system's queue is never full");
		}

		Endpoint endpoint() {
			return new Endpoint("127.0.0.1", server.getLocalPort());
		}

		@Override
		public void close() throws IOException {
			for (Socket socket : queue) {
				socket.close();
			}
			server.close();
		}
	}
}
