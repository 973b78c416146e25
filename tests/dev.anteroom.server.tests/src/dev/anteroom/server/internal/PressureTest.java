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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Event;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Registration;
import dev.anteroom.chat.Said;
import dev.anteroom.protocol.Limits;

/** Peers that do too much or too little, and listeners that fail: what that costs the others. */
class PressureTest {

	private static final Limits BASE = Serving.LIMITS;
	private static final String NO_ROOM = "目前連線數已滿，請稍後再試。\n";

	private static Limits limits(int textFrame, int perAddress, Duration stalledWrite, int textRate) {
		return new Limits(textFrame, BASE.imageFrame(), BASE.waiting(), perAddress, BASE.heldText(), BASE.frame(),
				stalledWrite, BASE.connect(), BASE.imageConnectRetry(), BASE.merge(), textRate);
	}

	@Test
	void oneThatFloodsIsHeldBackAndNobodyElseIs() throws Exception {
		int frame = 1_000;
		int rate = 2_048;
		try (Serving serving = Serving.started(limits(frame, BASE.perAddress(), BASE.stalledWrite(), rate))) {
			RawPeer client = serving.joinGreeted();
			byte[] part = RawPeer.join(RawPeer.frame("x".repeat(frame).getBytes()),
					RawPeer.frame("y".repeat(frame).getBytes()));
			Thread flood = Thread.ofPlatform().daemon().start(() -> client.takes(part, 100_000));
			serving.journal.awaitSaid(8);
			for (int place = 1; place <= 20; place++) {
				serving.joinWaiting(place);
			}
			Serving.done(serving.server.conversation().send(new Draft("stop that", null)));
			assertEquals("Server(127.0.0.1):stop that\n", client.text());
			// Eight seconds' worth, and then a receive buffer now and then; all of it would be 200,000.
			assertTrue(serving.journal.said().size() < 500, () -> serving.journal.said().size() + " said");
			serving.server.conversation().leave();
			flood.join(RawPeer.PATIENCE);
			assertFalse(flood.isAlive());
			serving.journal.await(Phrase.CONVERSATION_ENDED);
		}
	}

	@Test
	void oneThatReadsNoTextIsClosedAfterATimeAndHeardMeanwhile() throws IOException {
		try (Serving serving = Serving.started(limits(1 << 20, BASE.perAddress(), Duration.ofSeconds(3), 2 << 20))) {
			RawPeer client = serving.joinGreeted();
			RawPeer next = serving.joinWaiting(1);
			List<CompletionStage<Void>> sent = sendMuch(serving);
			client.say("Client(127.0.0.1):I am busy\n");
			assertEquals("I am busy", serving.journal.await(said -> !said.own()).text());
			assertEquals(RawPeer.GREETING, next.text());
			assertEquals(Notice.reason(Phrase.PEER_DOES_NOT_READ),
					serving.journal.await(Phrase.CONNECTION_FAILED).arguments().getLast());
			int told = serving.journal.said().size() - 1 + (int) serving.journal.count(Phrase.SEND_FAILED);
			assertEquals(sent.size(), told, "each is in the log, sent or not");
		}
	}

	@Test
	void whatWaitsForOneThatDoesNotReadIsBounded() throws IOException {
		try (Serving serving = Serving.started(limits(1 << 20, BASE.perAddress(), Duration.ofHours(1), 2 << 20))) {
			RawPeer client = serving.joinGreeted();
			List<CompletionStage<Void>> sent = sendMuch(serving);
			assertEquals(Notice.of(Phrase.SEND_FAILED, Notice.reason(Phrase.PEER_DOES_NOT_READ)),
					Serving.failure(sent.getLast()));
			Serving.done(sent.getFirst());
			client.text();
			client.say("Client(127.0.0.1):go on\n");
			assertEquals("go on", serving.journal.await(said -> !said.own()).text());
		}
	}

	/** Says much more than the system's buffers take. */
	private static List<CompletionStage<Void>> sendMuch(Serving serving) {
		var draft = new Draft("x".repeat(1_000_000), null);
		var sent = new ArrayList<CompletionStage<Void>>();
		for (int i = 0; i < 40; i++) {
			sent.add(serving.server.conversation().send(draft));
		}
		return sent;
	}

	@Test
	void beyondWhatAnAddressMayHaveOneIsToldSo() throws IOException {
		try (Serving serving = Serving.started(limits(1_000, 2, BASE.stalledWrite(), 2 << 20))) {
			serving.joinGreeted();
			serving.joinWaiting(1);
			RawPeer refused = serving.join();
			assertEquals(NO_ROOM, refused.text());
			assertTrue(refused.isClosedByServer());
			RawPeer other = serving.keep(new RawPeer(InetAddress.getByName("127.0.0.2"), serving.textPort()));
			assertEquals(RawPeer.waitNotice(2), other.text());
			assertEquals(1, serving.journal.count(Phrase.ADDRESS_LIMIT));
		}
	}

	/** It was made while the one before was served and may be anybody's; it must not be the next client's. */
	@Test
	void anImageConnectionThatWasMadeBeforeTheGreetingIsNotTheNextClients() throws Exception {
		try (Serving serving = Serving.started()) {
			RawPeer first = serving.joinGreeted();
			RawPeer next = serving.joinWaiting(1);
			var stopped = new CountDownLatch(1);
			var goOn = new CountDownLatch(1);
			Registration stop = serving.server.conversation().journal().addListener(entry -> {
				if (entry.event() instanceof Notice notice && notice.phrase() == Phrase.CLIENT_LEFT) {
					stopped.countDown();
					await(goOn);
				}
			});
			first.close();
			await(stopped);
			RawPeer early = serving.joinImages();
			stop.close();
			goOn.countDown();
			assertEquals(RawPeer.GREETING, next.text());
			assertTrue(early.isClosedByServer());
			RawPeer images = serving.joinImages();
			images.send(RawPeer.frame(PictureExchangeTest.png(30)));
			assertArrayEquals(PictureExchangeTest.png(30),
					Files.readAllBytes(serving.journal.awaitSaid(1).picture().file()));
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			assertTrue(latch.await(RawPeer.PATIENCE, TimeUnit.MILLISECONDS));
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	@Test
	void imageConnectionsOneAfterTheOtherComeToAnEnd() throws IOException {
		try (Serving serving = Serving.started()) {
			RawPeer client = serving.joinGreeted();
			for (int i = 1; i <= Visitor.MOST_IMAGE_CONNECTIONS; i++) {
				serving.joinImages().close();
				serving.journal.await(Phrase.IMAGE_CHANNEL_LOST, i);
			}
			assertTrue(serving.joinImages().isClosedByServer());
			serving.journal.await(Phrase.STRANGE_IMAGE_CONNECTION);
			client.say("Client(127.0.0.1):fine\n");
			assertEquals("fine", serving.journal.awaitSaid(1).text());
		}
	}

	@Test
	void listenersThatFailDisturbNobody() throws IOException {
		try (Serving serving = Serving.started()) {
			serving.server.conversation().journal().addListener(entry -> fail(entry.event()));
			serving.server.conversation().addStateListener(PressureTest::fail);
			serving.server.addListener(PressureTest::fail);
			RawPeer first = serving.joinGreeted();
			RawPeer second = serving.joinWaiting(1);
			first.say("Client(127.0.0.1):hello\n");
			assertEquals("hello", serving.journal.awaitSaid(1).text());
			Serving.done(serving.server.conversation().send(new Draft("hi", null)));
			assertEquals("Server(127.0.0.1):hi\n", first.text());
			first.close();
			assertEquals(RawPeer.GREETING, second.text());
		}
	}

	/** A bundle that was updated meanwhile fails in this way. */
	private static void fail() {
		throw new NoClassDefFoundError("gone");
	}

	private static void fail(Event event) {
		if (event instanceof Said) {
			throw new IllegalStateException("what was said fails");
		}
		fail();
	}

	@Test
	void aStoreThatFailsEndsTheImageConnectionAlone() throws IOException {
		try (Serving serving = Serving.started()) {
			RawPeer client = serving.joinGreeted();
			RawPeer images = serving.joinImages();
			serving.journal.await(Phrase.IMAGE_CHANNEL_UP);
			serving.archive.failure = new AssertionError("no room");
			images.send(RawPeer.frame(PictureExchangeTest.png(100)));
			assertTrue(images.isClosedByServer());
			serving.journal.await(Phrase.IMAGE_CHANNEL_LOST);
			serving.archive.failure = null;
			client.say("Client(127.0.0.1):and now?\n");
			assertEquals("and now?", serving.journal.awaitSaid(1).text());
			serving.joinImages().send(RawPeer.frame(PictureExchangeTest.png(100)));
			assertEquals(100, serving.journal.awaitSaid(2).picture().size());
			assertEquals(2, serving.journal.said().size(), "nothing of the first picture is shown");
		}
	}

	@Test
	void faultsOfAnAddressAreToldOnceAMinute() throws IOException {
		var clock = new AtomicLong(Long.MAX_VALUE - 5);
		var seldom = new Seldom(clock::get);
		InetAddress one = InetAddress.getByName("10.0.0.1");
		assertTrue(seldom.tell(one));
		clock.addAndGet(TimeUnit.SECONDS.toNanos(59));
		assertFalse(seldom.tell(one));
		assertTrue(seldom.tell(InetAddress.getByName("10.0.0.2")));
		clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
		assertTrue(seldom.tell(one));
		for (int i = 0; i < 998; i++) {
			assertTrue(seldom.tell(InetAddress.getByAddress(new byte[] { 11, 0, (byte) (i >> 8), (byte) i })));
		}
		assertFalse(seldom.tell(InetAddress.getByName("10.0.0.3")), "so many addresses are a flood");
		clock.addAndGet(TimeUnit.SECONDS.toNanos(60));
		assertTrue(seldom.tell(InetAddress.getByName("10.0.0.3")));
	}

	@Test
	void ofOneThatWritesOnAndLeavesSoMuchIsHeld() {
		var held = new HeldFrames(100);
		String frame = "x".repeat(1_000);
		for (int i = 0; i < 100; i++) {
			held.add(frame);
		}
		// A hundred bytes, a receive buffer, and what reaches beyond.
		assertEquals(66, held.frames().size());
		assertEquals(34_000, held.lost());
	}

	@Test
	void framesThatAreHeldComeBackAsTheyWere() {
		var held = new HeldFrames(1_000);
		assertEquals(List.of(), held.frames());
		List<String> frames = List.of("a", "Client(1.2.3.4):\n\n", "字\uFFFD😀", "\0");
		frames.forEach(held::add);
		assertEquals(frames, held.frames());
		held.clear();
		assertEquals(List.of(), held.frames());
	}
}
