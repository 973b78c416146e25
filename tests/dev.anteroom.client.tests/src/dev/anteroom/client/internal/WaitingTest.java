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

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Said;

class WaitingTest {

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
	void theGreetingBeginsTheConversation() throws Exception {
		client.connect(server, TestClient.LIMITS);
		server.accept().greet();
		assertEquals(Notice.of(Phrase.SERVER_GREETED, "歡迎進入聊天室"), client.await(Phrase.SERVER_GREETED));
		assertEquals(new ConversationState.Conversing(new Endpoint("127.0.0.1", server.textPort())),
				client.awaitState(ConversationState.Conversing.class));
	}

	@Test
	void theOtherPhraseBeginsItToo() throws Exception {
		client.connect(server, TestClient.LIMITS);
		server.accept().say("Client 127.0.0.1 已連線!\r\n");
		assertEquals(Notice.of(Phrase.SERVER_GREETED, "Client 127.0.0.1 已連線!"),
				client.await(Phrase.SERVER_GREETED));
		client.awaitState(ConversationState.Conversing.class);
		server.acceptImages();
	}

	@Test
	void placesInLineAreToldAsTheyChange() throws Exception {
		client.connect(server, TestClient.LIMITS);
		Peer peer = server.accept();
		for (int place : new int[] { 3, 3, 2, 2, 1 }) {
			peer.say("您是第 " + place + " 位等待中，請稍候...\n");
		}
		assertEquals(0, client.awaitState(ConversationState.Waiting.class).place());
		for (int place = 3; place >= 1; place--) {
			assertEquals(Notice.of(Phrase.SERVER_MAKES_WAIT, "您是第 " + place + " 位等待中，請稍候...", place),
					client.await(Phrase.SERVER_MAKES_WAIT));
			assertEquals(place, client.awaitState(ConversationState.Waiting.class).place());
		}
		peer.greet();
		client.awaitState(ConversationState.Conversing.class);
		assertEquals(3, client.count(Phrase.SERVER_MAKES_WAIT));
	}

	@Test
	void whatElseTheServerSaysIsShownAndTheWaitingGoesOn() throws Exception {
		client.connect(server, TestClient.LIMITS);
		Peer peer = server.accept().say("Server(10.0.0.1):back in five minutes\n").say("is not a greeting\n");
		Said said = client.awaitSaid();
		assertEquals(new Said(false, "Server(10.0.0.1)", "back in five minutes", null), said);
		assertEquals(new Said(false, "", "is not a greeting", null), client.awaitSaid());
		assertEquals(0, ((ConversationState.Waiting) client.conversation.state()).place());
		peer.greet();
		client.awaitState(ConversationState.Conversing.class);
	}

	@Test
	void textMayBeSentWhileWaiting() throws Exception {
		client.connect(server, TestClient.LIMITS);
		Peer peer = server.accept().say("您是第 1 位等待中，請稍候...\n");
		client.await(Phrase.SERVER_MAKES_WAIT);
		TestClient.get(client.say("I have a question"));
		assertEquals("Client(127.0.0.1):I have a question\n", peer.hear());
		assertEquals(new Said(true, "Client(127.0.0.1)", "I have a question", null), client.awaitSaid());
	}

	@Test
	void picturesMayNotBeSentWhileWaiting() throws Exception {
		client.connect(server, TestClient.LIMITS);
		Peer peer = server.accept().say("您是第 1 位等待中，請稍候...\n");
		client.await(Phrase.SERVER_MAKES_WAIT);
		Path image = Files.write(temp.resolve("cat.png"), ImageConnectionTest.PNG);
		Notice notice = Notice.of(Phrase.PICTURE_SEND_FAILED, "cat.png", Notice.reason(Phrase.STILL_WAITING));
		assertEquals(notice, TestClient.failure(client.show("look", image)));
		assertEquals(notice, client.await(Phrase.PICTURE_SEND_FAILED));
		client.say("no picture then");
		assertEquals("Client(127.0.0.1):no picture then\n", peer.hear());
	}

	@Test
	void aWaitNoticeWithinTheConversationIsJustText() throws Exception {
		Peer peer = client.converse(server);
		peer.say("您是第 7 位等待中，請稍候...\n");
		assertEquals(new Said(false, "", "您是第 7 位等待中，請稍候...", null), client.awaitSaid());
		assertEquals(0, client.count(Phrase.SERVER_MAKES_WAIT));
	}
}
