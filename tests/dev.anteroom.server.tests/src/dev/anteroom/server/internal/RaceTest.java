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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.anteroom.chat.Phrase;

class RaceTest {

	private static final int JOINS = 50;

	@Test
	void ofFiftyWhoJoinAtOnceOneIsGreetedAndTheOthersHaveEachPlaceOnce() throws Exception {
		try (Serving serving = Serving.started();
				ExecutorService clients = Executors.newFixedThreadPool(JOINS, Thread.ofPlatform().daemon().factory())) {
			for (int round = 0; round < 3; round++) {
				var together = new CyclicBarrier(JOINS);
				var joins = new ArrayList<Future<RawPeer>>();
				var first = new ArrayList<Future<String>>();
				for (int i = 0; i < JOINS; i++) {
					joins.add(clients.submit(() -> {
						together.await();
						return serving.join();
					}));
				}
				for (Future<RawPeer> join : joins) {
					first.add(clients.submit(() -> join.get().text()));
				}
				var told = new ArrayList<String>();
				for (Future<String> frame : first) {
					told.add(frame.get());
				}
				List<String> expected = Stream.concat(Stream.of(RawPeer.GREETING),
						IntStream.range(1, JOINS).mapToObj(RawPeer::waitNotice)).sorted().toList();
				assertEquals(expected, told.stream().sorted().toList());
				for (Future<RawPeer> join : joins) {
					join.get().close();
				}
				int over = JOINS * (round + 1);
				serving.await(() -> serving.journal.count(Phrase.CLIENT_LEFT)
						+ serving.journal.count(Phrase.WAITING_LEFT) == over);
			}
			assertEquals(List.of(), serving.server.waitingLine());
		}
	}

	/** The one being served leaves, and so do some of those who wait: one of the others is admitted, and only one. */
	@Test
	void whoeverLeavesWhileBeingAdmittedLeavesNoGhost() throws IOException {
		try (Serving serving = Serving.started()) {
			var random = new Random(7);
			for (int round = 0; round < 40; round++) {
				RawPeer served = serving.joinGreeted();
				var waiting = new ArrayList<RawPeer>();
				for (int place = 1; place <= 6; place++) {
					waiting.add(serving.joinWaiting(place));
				}
				RawPeer stays = waiting.remove(random.nextInt(waiting.size()));
				var leaving = new ArrayList<>(waiting);
				leaving.add(random.nextInt(leaving.size()), served);
				for (RawPeer peer : leaving) {
					if (random.nextBoolean()) {
						peer.reset();
					} else {
						peer.close();
					}
				}
				String frame = stays.text();
				while (!frame.equals(RawPeer.GREETING)) {
					assertTrue(frame.startsWith("您是第 "), frame);
					frame = stays.text();
				}
				stays.say("Client(127.0.0.1):" + round + "\n");
				assertEquals(String.valueOf(round), serving.journal.awaitSaid(round + 1).text());
				assertEquals(serving.journal.count(Phrase.CLIENT_ADMITTED) - 1,
						serving.journal.count(Phrase.CLIENT_LEFT));
				serving.await(() -> serving.server.waitingLine().isEmpty());
				stays.close();
				serving.await(() -> serving.journal.count(Phrase.CLIENT_LEFT) == serving.journal
						.count(Phrase.CLIENT_ADMITTED));
			}
			assertEquals(40 * 7,
					serving.journal.count(Phrase.CLIENT_LEFT) + serving.journal.count(Phrase.WAITING_LEFT));
		}
	}

	/** Whichever comes first, the next is admitted, once; the other then may end that conversation, but no third. */
	@Test
	void theOperatorAndTheClientMayEndItTogether() throws IOException {
		try (Serving serving = Serving.started()) {
			for (int round = 1; round <= 40; round++) {
				RawPeer served = serving.joinGreeted();
				RawPeer next = serving.joinWaiting(1);
				served.close();
				serving.server.conversation().leave();
				assertEquals(RawPeer.GREETING, next.text());
				next.close();
				int admitted = 2 * round;
				serving.await(() -> serving.journal.count(Phrase.CLIENT_LEFT)
						+ serving.journal.count(Phrase.CONVERSATION_ENDED) == admitted);
				assertEquals(admitted, serving.journal.count(Phrase.CLIENT_ADMITTED));
			}
		}
	}
}
