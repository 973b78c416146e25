/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.server.internal;

import static dev.anteroom.server.internal.RawPeer.GREETING;
import static dev.anteroom.server.internal.RawPeer.waitNotice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.protocol.Transport;
import dev.anteroom.server.WaitingClient;

class AdmissionTest {

	private Serving serving;

	@BeforeEach
	void start() throws IOException {
		serving = Serving.started();
	}

	@AfterEach
	void stop() {
		serving.close();
	}

	@Test
	void theFirstIsGreetedAndTheOthersAreToldTheirPlaces() {
		RawPeer first = serving.joinGreeted();
		serving.joinWaiting(1);
		serving.joinWaiting(2);
		assertEquals(new ConversationState.Conversing(new Endpoint("127.0.0.1", first.port())),
				serving.server.conversation().state());
		assertEquals(2, serving.server.waitingLine().size());
		assertEquals("127.0.0.1", serving.server.conversation().ownAddress());
	}

	@Test
	void thoseWhoWaitAreAdmittedInOrder() {
		RawPeer first = serving.joinGreeted();
		RawPeer second = serving.joinWaiting(1);
		RawPeer third = serving.joinWaiting(2);
		first.close();
		assertEquals(GREETING, second.text());
		assertEquals(waitNotice(1), third.text());
		second.reset();
		assertEquals(GREETING, third.text());
		serving.journal.await(Phrase.CLIENT_ADMITTED, 3);
		assertEquals(2, serving.journal.count(Phrase.CLIENT_LEFT));
	}

	@Test
	void aWaitingClientThatLeavesMovesThoseBehindUp() {
		serving.joinGreeted();
		RawPeer second = serving.joinWaiting(1);
		RawPeer third = serving.joinWaiting(2);
		RawPeer fourth = serving.joinWaiting(3);
		second.close();
		assertEquals(waitNotice(1), third.text());
		assertEquals(waitNotice(2), fourth.text());
		third.reset();
		assertEquals(waitNotice(1), fourth.text());
		assertEquals(2, serving.journal.count(Phrase.WAITING_LEFT));
		assertEquals(List.of(fourth.port()),
				serving.server.waitingLine().stream().map(client -> client.address().port()).toList());
	}

	@Test
	void whatAWaitingClientSaidIsShownOnAdmission() {
		RawPeer first = serving.joinGreeted();
		RawPeer second = serving.joinWaiting(1);
		second.say("Client(127.0.0.1):one\n");
		second.say("Client(127.0.0.1):two\n");
		second.say("three");
		first.close();
		assertEquals(GREETING, second.text());
		serving.journal.awaitSaid(3);
		assertEquals(List.of("one", "two", "three"), serving.journal.said().stream().map(said -> said.text()).toList());
		assertEquals(Phrase.CLIENT_ADMITTED,
				((Notice) serving.journal.events().stream()
						.filter(event -> event instanceof Notice notice && notice.phrase() == Phrase.CLIENT_ADMITTED)
						.reduce((one, other) -> other).orElseThrow()).phrase());
		assertTrue(serving.journal.events().indexOf(serving.journal.said().getFirst()) > serving.journal.events()
				.indexOf(serving.journal.await(Phrase.CLIENT_ADMITTED, 2)));
	}

	@Test
	void muchSaidWhileWaitingIsNotLost() throws InterruptedException {
		RawPeer first = serving.joinGreeted();
		RawPeer second = serving.joinWaiting(1);
		int count = 3_000;
		var talking = new Thread(() -> {
			for (int i = 0; i < count; i++) {
				second.say("Client(127.0.0.1):" + i + " " + "x".repeat(300) + "\n");
			}
		});
		talking.start();
		serving.joinWaiting(2);
		first.close();
		assertEquals(GREETING, second.text());
		serving.journal.awaitSaid(count);
		talking.join(RawPeer.PATIENCE);
		for (int i = 0; i < count; i++) {
			assertTrue(serving.journal.said().get(i).text().startsWith(i + " "));
		}
	}

	/** What was left at its own side comes with the news that it left. Only epoll has that news while nothing is read. */
	@Test
	void oneThatLeavesWhileItIsNotReadIsNoticedAndHeard() {
		assumeTrue(Transport.present() == Transport.EPOLL);
		serving.joinGreeted();
		RawPeer second = serving.joinWaiting(1);
		RawPeer third = serving.joinWaiting(2);
		int count = 200;
		for (int i = 0; i < count; i++) {
			second.say("Client(127.0.0.1):" + "x".repeat(300) + i + "\n");
		}
		second.close();
		assertEquals(waitNotice(1), third.text());
		String words = serving.journal.await(Phrase.WAITING_SAID).arguments().getLast();
		assertTrue(words.endsWith("x" + (count - 1)), words);
		assertEquals(count, words.lines().count());
	}

	@Test
	void whatWasSentBeforeClosingIsShown() {
		RawPeer first = serving.joinGreeted();
		first.say("Client(127.0.0.1):bye\n");
		first.close();
		serving.journal.await(Phrase.CLIENT_LEFT);
		assertEquals("bye", serving.journal.said().getFirst().text());
	}

	@Test
	void oneThatOnlyStopsSendingHasLeft() {
		RawPeer first = serving.joinGreeted();
		first.say("Client(127.0.0.1):bye\n");
		first.shutdownOutput();
		assertTrue(first.isClosedByServer());
		serving.journal.await(Phrase.CLIENT_LEFT);
		assertEquals("bye", serving.journal.said().getFirst().text());
	}

	@Test
	void endingTheConversationAdmitsTheNext() {
		RawPeer first = serving.joinGreeted();
		RawPeer second = serving.joinWaiting(1);
		serving.server.conversation().leave();
		assertTrue(first.isClosedByServer());
		assertEquals(GREETING, second.text());
		assertEquals(1, serving.journal.count(Phrase.CONVERSATION_ENDED));
		assertEquals(0, serving.journal.count(Phrase.CLIENT_LEFT));
	}

	@Test
	void afterTheLastHasLeftNobodyIsThere() {
		serving.joinGreeted().close();
		serving.await(() -> serving.server.conversation().state() instanceof ConversationState.Idle idle
				&& idle.reason() != null);
		var idle = assertInstanceOf(ConversationState.Idle.class, serving.server.conversation().state());
		assertEquals(Phrase.CLIENT_LEFT, idle.reason().phrase());
		assertEquals("", serving.server.conversation().ownAddress());
		Notice failure = Serving.failure(serving.server.conversation().send(new Draft("anyone?", null)));
		assertEquals(Notice.of(Phrase.SEND_FAILED, Notice.reason(Phrase.NOBODY_THERE)), failure);
		assertEquals(1, serving.journal.count(Phrase.SEND_FAILED));
		serving.joinGreeted();
	}

	@Test
	void whilePausedNobodyIsAdmittedUnlessAskedFor() {
		serving.server.setPaused(true);
		serving.await(() -> serving.server.status().paused());
		RawPeer first = serving.joinWaiting(1);
		RawPeer second = serving.joinWaiting(2);
		serving.server.admitNext();
		assertEquals(GREETING, first.text());
		assertEquals(waitNotice(1), second.text());
		first.close();
		serving.journal.await(Phrase.CLIENT_LEFT);
		RawPeer third = serving.joinWaiting(2);
		serving.server.setPaused(false);
		assertEquals(GREETING, second.text());
		assertEquals(waitNotice(1), third.text());
		assertEquals(1, serving.journal.count(Phrase.LINE_PAUSED));
		assertEquals(1, serving.journal.count(Phrase.LINE_RESUMED));
	}

	@Test
	void admitNextEndsThePresentConversation() {
		RawPeer first = serving.joinGreeted();
		RawPeer second = serving.joinWaiting(1);
		serving.server.setPaused(true);
		serving.server.admitNext();
		assertTrue(first.isClosedByServer());
		assertEquals(GREETING, second.text());
		serving.server.admitNext();
		second.say("Client(127.0.0.1):still here\n");
		assertEquals("still here", serving.journal.awaitSaid(1).text());
	}

	@Test
	void aRemovedClientIsClosedAndThoseBehindMoveUp() {
		serving.joinGreeted();
		RawPeer second = serving.joinWaiting(1);
		RawPeer third = serving.joinWaiting(2);
		WaitingClient removed = serving.server.waitingLine().getFirst();
		serving.server.remove(removed);
		assertTrue(second.isClosedByServer());
		assertEquals(waitNotice(1), third.text());
		serving.server.remove(removed);
		serving.await(() -> serving.server.waitingLine().size() == 1);
		assertEquals(1, serving.journal.count(Phrase.WAITING_REMOVED));
		assertEquals(0, serving.journal.count(Phrase.WAITING_LEFT));
	}
}
