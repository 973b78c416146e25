/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.room.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.room.Guest;
import dev.anteroom.room.RoomLimits;

/**
 * Guests come, speak, leave and are cut off while the host speaks, removes, blocks and unblocks, all at once and at
 * random: whoever came goes once, one who stays hears every line of those who left by themselves, whole, once and in
 * order, and nobody hears what they said themselves. {@code -Danteroom.histories=1000} makes it long,
 * {@code -Danteroom.seed=N} repeats one.
 */
@ExtendWith(Leaks.class)
class StormTest {

	private static final int HISTORIES = Integer.getInteger("anteroom.histories", 25);
	private static final int PEOPLE = 6;
	private static final int VISITS = 5;
	private static final int TURNS = 40;
	private static final int SPEAK = 4;
	private static final RoomLimits LIMITS = new RoomLimits(100, PEOPLE, 64 << 10, Duration.ofMinutes(1), 64 << 20,
			64 << 20, 1 << 20, Duration.ofSeconds(10), Duration.ofSeconds(10));
	private static final Set<Phrase> GONE = Set.of(Phrase.GUEST_LEFT, Phrase.GUEST_LOST, Phrase.GUEST_REMOVED,
			Phrase.GUEST_TOO_SLOW);

	private final long seed = Long.getLong("anteroom.seed", System.nanoTime());

	@Test
	void nobodyIsLeftBehindAndEveryLineIsWhole() throws Exception {
		try (ExecutorService people = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory())) {
			for (int i = 0; i < HISTORIES; i++) {
				long own = seed + i;
				try (var history = new History(people, own)) {
					history.run();
				} catch (AssertionError | Exception e) {
					throw new AssertionError("-Danteroom.histories=1 -Danteroom.seed=" + own, e);
				}
			}
		}
	}

	/** What somebody said, and whether it was all read before the connection ended, unless the host ended it. */
	private record Visit(String address, List<String> said, boolean ended) {
	}

	private static final class History implements AutoCloseable {

		private final ExecutorService people;
		private final long seed;
		private final OpenRoom room = new OpenRoom(LIMITS);
		private final RawGuest ear = room.join();
		private final CyclicBarrier start = new CyclicBarrier(PEOPLE + 1);
		private final Set<SocketAddress> addresses = ConcurrentHashMap.newKeySet();

		History(ExecutorService people, long seed) throws Exception {
			this.people = people;
			this.seed = seed;
		}

		void run() throws Exception {
			Future<String> heard = people.submit(() -> new String(ear.rest(), StandardCharsets.UTF_8));
			List<Future<List<Visit>>> parts = new ArrayList<>();
			for (int i = 0; i < PEOPLE; i++) {
				int person = i;
				parts.add(people.submit(() -> visits(person)));
			}
			Future<List<String>> host = people.submit(this::host);
			List<Visit> visits = new ArrayList<>();
			for (Future<List<Visit>> part : parts) {
				visits.addAll(get(part));
			}
			List<String> told = get(host);
			room.host.unblock(room.host.status().blocked());
			room.await(() -> room.host.guests().size() == 1 && room.host.status().blocked().isEmpty());
			checkComingAndGoing();
			checkThatNobodyIsCountedStill();
			ear.end();
			checkHeard(List.of(get(heard).split("\n")), visits, told);
		}

		private List<Visit> visits(int person) throws Exception {
			var random = new Random(seed * 31 + person);
			List<Visit> visits = new ArrayList<>();
			start.await();
			for (int i = 0; i < VISITS; i++) {
				visits.add(visit(random, "%d.%d.".formatted(person, i)));
			}
			return visits;
		}

		private Visit visit(Random random, String name) throws Exception {
			// One of three addresses, so that some are blocked with others.
			InetAddress from = InetAddress.getByName("127.0.0." + (2 + random.nextInt(3)));
			List<String> said = new ArrayList<>();
			for (int i = random.nextInt(5); i > 0; i--) {
				said.add(name + i + "您好👩".repeat(random.nextInt(20)));
			}
			boolean ends = random.nextInt(4) > 0;
			try (var guest = comeFrom(from)) {
				guest.tries(() -> {
					for (String line : said) {
						speak(guest, line, ends ? random : null);
					}
				});
				if (ends) {
					guest.tries(guest::end);
					String heard = new String(guest.rest(), StandardCharsets.UTF_8);
					said.forEach(line -> assertFalse(Arrays.asList(heard.split("\n")).contains(line), line));
				} else {
					guest.reset();
				}
				return new Visit(guest.address(), said, ends);
			}
		}

		private RawGuest comeFrom(InetAddress from) throws IOException {
			Socket socket = bound(from);
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), room.port()), RawGuest.PATIENCE);
			return new RawGuest(socket);
		}

		/** With an address that nobody had before: the log tells people apart by it, and a system gives ports again. */
		private Socket bound(InetAddress from) throws IOException {
			var socket = new Socket();
			socket.bind(new InetSocketAddress(from, 0));
			if (addresses.add(socket.getLocalSocketAddress())) {
				return socket;
			}
			try (socket) {
				return bound(from);
			}
		}

		/** Says a line, in several parts unless {@code random} is {@code null}. */
		private static void speak(RawGuest guest, String line, Random random) {
			byte[] bytes = (line + '\n').getBytes(StandardCharsets.UTF_8);
			for (int at = 0; at < bytes.length;) {
				int end = random == null ? bytes.length : Math.min(bytes.length, at + 1 + random.nextInt(40));
				guest.send(Arrays.copyOfRange(bytes, at, end));
				at = end;
			}
		}

		/** Gives the lines that it could say. */
		private List<String> host() throws Exception {
			var random = new Random(seed * 31 - 1);
			List<String> said = new ArrayList<>();
			start.await();
			for (int i = 0; i < TURNS; i++) {
				List<Guest> others = room.host.guests().stream()
						.filter(guest -> !guest.address().toString().equals(ear.address())).toList();
				Guest one = others.isEmpty() ? null : others.get(random.nextInt(others.size()));
				// It ends with words: when they are said, all that was asked for before them is done.
				switch (i == TURNS - 1 ? SPEAK : random.nextInt(SPEAK + 2)) {
				case 0 -> doTo(one, room.host::remove);
				case 1 -> doTo(one, room.host::block);
				case 2, 3 -> room.host.unblock(room.host.status().blocked());
				default -> {
					String line = "host " + i;
					CompletableFuture<Void> done = room.host.conversation().send(new Draft(line, null))
							.toCompletableFuture();
					done.get(RawGuest.PATIENCE, TimeUnit.MILLISECONDS);
					said.add(line);
				}
				}
			}
			return said;
		}

		private static void doTo(Guest guest, Consumer<Guest> action) {
			if (guest != null) {
				action.accept(guest);
			}
		}

		/** The list of guests and the log tell of the same one after the other. */
		private void checkComingAndGoing() {
			room.log.await(notices -> present(notices).equals(Map.of(ear.address(), 1)));
		}

		private static Map<String, Integer> present(List<Notice> notices) {
			Map<String, Integer> present = new HashMap<>();
			for (Notice notice : notices) {
				int change = notice.phrase() == Phrase.GUEST_JOINED ? 1 : GONE.contains(notice.phrase()) ? -1 : 0;
				if (change != 0) {
					int now = present.merge(notice.arguments().getFirst(), change, Integer::sum);
					assertTrue(now == 0 || now == 1, notice::toString);
				}
			}
			present.values().removeIf(count -> count == 0);
			return present;
		}

		private void checkThatNobodyIsCountedStill() throws Exception {
			InetAddress from = InetAddress.getByName("127.0.0.2");
			List<RawGuest> more = new ArrayList<>();
			for (int i = 0; i < PEOPLE; i++) {
				more.add(comeFrom(from));
			}
			room.await(() -> room.host.guests().size() == 1 + PEOPLE);
			try (var another = comeFrom(from)) {
				assertTrue(another.isClosedByHost());
			}
			more.forEach(RawGuest::close);
		}

		private void checkHeard(List<String> heard, List<Visit> visits, List<String> told) {
			Set<String> everSaid = new HashSet<>(told);
			visits.forEach(visit -> everSaid.addAll(visit.said()));
			everSaid.add("");
			heard.forEach(line -> assertTrue(everSaid.contains(line), () -> "Nobody said: " + line));
			List<String> lines = heard.stream().filter(line -> !line.isEmpty()).toList();
			assertEquals(lines.size(), new HashSet<>(lines).size(), "Something was said twice");
			assertEquals(told, lines.stream().filter(told::contains).toList());
			Set<String> left = new HashSet<>();
			Set<String> notByThemselves = new HashSet<>();
			room.log.notices().stream().filter(notice -> GONE.contains(notice.phrase())).forEach(notice ->
					(notice.phrase() == Phrase.GUEST_LEFT ? left : notByThemselves).add(notice.arguments().getFirst()));
			left.removeAll(notByThemselves);
			for (Visit visit : visits) {
				List<String> ofIt = lines.stream().filter(visit.said()::contains).toList();
				if (visit.ended() && left.contains(visit.address())) {
					assertEquals(visit.said(), ofIt);
				} else {
					assertEquals(visit.said().subList(0, ofIt.size()), ofIt);
				}
			}
		}

		private static <T> T get(Future<T> part) throws Exception {
			return part.get(2 * RawGuest.PATIENCE, TimeUnit.MILLISECONDS);
		}

		@Override
		public void close() {
			room.close();
		}
	}
}
