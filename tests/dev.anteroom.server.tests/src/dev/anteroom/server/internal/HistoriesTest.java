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
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Event;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Registration;
import dev.anteroom.server.WaitingClient;

/**
 * Clients come, leave and are cut off while the operator ends, admits, removes and pauses, all at once and at random:
 * there is never more than one admitted, nobody is admitted twice, nobody stays who has left, and whoever stays is
 * served or in line. {@code -Danteroom.histories=10000} makes it long, {@code -Danteroom.seed=N} repeats one.
 */
class HistoriesTest {

	private static final int HISTORIES = Integer.getInteger("anteroom.histories", 300);
	private static final int MOST_CLIENTS = 5;

	private final long seed = Long.getLong("anteroom.seed", System.nanoTime());
	private final Set<String> admitted = new HashSet<>();
	private int present;
	private String fault;

	@Test
	void thereIsOneAdmissionAndNoGhost() throws Exception {
		try (Serving serving = Serving.started();
				ExecutorService people = Executors.newFixedThreadPool(MOST_CLIENTS + 1,
						Thread.ofPlatform().daemon().factory())) {
			serving.server.conversation().journal().addListener(entry -> watch(entry.event()));
			for (int i = 0; i < HISTORIES; i++) {
				long own = seed + i;
				try {
					new History(serving, people, new Random(own), i).run();
				} catch (AssertionError | Exception e) {
					throw new AssertionError("-Danteroom.histories=1 -Danteroom.seed=" + own, e);
				}
			}
		}
	}

	private synchronized void watch(Event event) {
		if (!(event instanceof Notice notice)) {
			return;
		}
		switch (notice.phrase()) {
		case CLIENT_ADMITTED -> {
			if (++present != 1) {
				fault = present + " are admitted";
			}
			if (!admitted.add(notice.arguments().getFirst())) {
				fault = notice + " again";
			}
		}
		case CLIENT_LEFT, CONVERSATION_ENDED -> {
			if (--present != 0) {
				fault = notice + " of nobody";
			}
		}
		default -> {
		}
		}
	}

	private synchronized void checkNoFault() {
		assertNull(fault);
		admitted.clear();
	}

	private final class History {

		private final Serving serving;
		private final ExecutorService people;
		private final Random random;
		private final InetAddress from;
		private final List<RawPeer> clients = new ArrayList<>();
		private final Set<RawPeer> greeted = new HashSet<>();
		/** Those whose own side is closed. */
		private final Set<RawPeer> gone = new HashSet<>();

		History(Serving serving, ExecutorService people, Random random, int number) throws Exception {
			this.serving = serving;
			this.people = people;
			this.random = random;
			// Another address each time: a system has only so many ports for each, and keeps them for a while.
			this.from = InetAddress.getByName("127.0.0." + (2 + number % 250));
		}

		void run() throws Exception {
			for (int i = 1 + random.nextInt(MOST_CLIENTS); i > 0; i--) {
				var client = new RawPeer(from, serving.textPort());
				clients.add(client);
				if (client.text().equals(RawPeer.GREETING)) {
					greeted.add(client);
				}
			}
			atOnce();
			serving.server.setPaused(false);
			await(this::isSettled);
			checkNoFault();
			checkThoseWhoStay();
			clients.forEach(RawPeer::close);
			await(() -> served() == 0 && serving.server.waitingLine().isEmpty());
			checkNoFault();
		}

		/**
		 * Waits until {@code condition} holds on the network thread: between its tasks, and after what was asked of it
		 * before. Another thread may see somebody who is just being admitted neither in line nor served.
		 */
		private void await(BooleanSupplier condition) throws InterruptedException {
			var held = new CountDownLatch(1);
			Runnable look = () -> serving.server.tell(reception -> {
				if (condition.getAsBoolean()) {
					held.countDown();
				}
			});
			Registration line = serving.server.addListener(look);
			Registration state = serving.server.conversation().addStateListener(look);
			look.run();
			boolean came = held.await(RawPeer.PATIENCE, TimeUnit.MILLISECONDS);
			line.close();
			state.close();
			assertTrue(came);
		}

		private void atOnce() throws Exception {
			List<Runnable> parts = new ArrayList<>();
			parts.add(operator());
			for (RawPeer client : clients) {
				part(client, parts);
			}
			var together = new CyclicBarrier(parts.size());
			var running = new ArrayList<Future<?>>();
			for (Runnable part : parts) {
				running.add(people.submit(() -> {
					together.await(RawPeer.PATIENCE, TimeUnit.MILLISECONDS);
					part.run();
					return null;
				}));
			}
			for (Future<?> one : running) {
				one.get();
			}
		}

		private Runnable operator() {
			int first = random.nextInt(6);
			int second = random.nextInt(6);
			return () -> {
				operate(first);
				operate(second);
			};
		}

		private void operate(int what) {
			switch (what) {
			case 0 -> serving.server.conversation().leave();
			case 1 -> serving.server.admitNext();
			case 2 -> serving.server.setPaused(true);
			case 3 -> serving.server.setPaused(false);
			case 4 -> serving.server.waitingLine().stream().findFirst().ifPresent(serving.server::remove);
			default -> {
				// Leaves it to the others.
			}
			}
		}

		private void part(RawPeer client, List<Runnable> parts) {
			switch (random.nextInt(6)) {
			case 0 -> parts.add(client::close);
			case 1 -> parts.add(client::reset);
			case 2 -> parts.add(client::shutdownOutput);
			case 3 -> {
				// The server may have closed it.
				parts.add(() -> client.takes(RawPeer.frame("bye".getBytes()), 1));
				return;
			}
			default -> {
				return;
			}
			}
			gone.add(client);
		}

		/** Whether the server knows of nobody who has gone, and serves somebody if anybody waits. */
		private boolean isSettled() {
			Set<Integer> known = known();
			return gone.stream().noneMatch(client -> known.contains(client.port()))
					&& (served() != 0 || serving.server.waitingLine().isEmpty());
		}

		private void checkThoseWhoStay() {
			Set<Integer> known = known();
			int served = served();
			for (RawPeer client : clients) {
				if (client.port() == served && greeted.add(client)) {
					while (!client.text().equals(RawPeer.GREETING)) {
						// It was told its place before.
						continue;
					}
				} else if (!known.contains(client.port()) && !gone.contains(client)) {
					assertTrue(client.isClosedByServer());
				}
			}
			List<Integer> ports = clients.stream().map(RawPeer::port).toList();
			assertEquals(Set.of(), known.stream().filter(port -> !ports.contains(port)).collect(Collectors.toSet()));
		}

		/** The port of the one who is served; 0 for nobody. */
		private int served() {
			return serving.server.conversation().state() instanceof ConversationState.Conversing conversing
					? conversing.peer().port()
					: 0;
		}

		private Set<Integer> known() {
			Set<Integer> known = serving.server.waitingLine().stream().map(WaitingClient::address)
					.map(address -> address.port()).collect(Collectors.toSet());
			if (served() != 0) {
				known.add(served());
			}
			return known;
		}
	}
}
