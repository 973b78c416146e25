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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Registration;
import dev.anteroom.chat.Said;
import dev.anteroom.room.Guest;
import dev.anteroom.room.RoomLimits;
import dev.anteroom.room.RoomSettings;
import dev.anteroom.room.RoomStatus.Phase;

@ExtendWith(Leaks.class)
class RoomTest {

	/** A line's end is waited for as long as it takes to send it, however busy the machine is. */
	private static final RoomLimits PATIENT = new RoomLimits(100, 100, 64 << 10, Duration.ofMinutes(1), 64 << 20,
			64 << 20, 1 << 20, Duration.ofSeconds(10), Duration.ofSeconds(10));

	private static String header(RawGuest guest) {
		return "Guest(" + guest.address() + ')';
	}

	private static Notice failureOf(OpenRoom room, Draft draft) {
		var failure = assertThrows(ExecutionException.class, () -> room.host.conversation().send(draft)
				.toCompletableFuture().get(RawGuest.PATIENCE, TimeUnit.MILLISECONDS));
		return ((ChatException) failure.getCause()).notice();
	}

	@Test
	void whatOneSendsGoesToAllOthersAndNeverBack() throws Exception {
		try (var room = new OpenRoom()) {
			RawGuest one = room.join();
			RawGuest two = room.join();
			RawGuest three = room.join();
			one.say("大家好\n");
			assertEquals("大家好\n", two.heard("大家好\n"));
			assertEquals("大家好\n", three.heard("大家好\n"));
			two.say("hi\n");
			assertEquals("hi\n", one.heard("hi\n"));
			assertTrue(one.hearsNothing());
			assertEquals(new Said(false, header(one), "大家好", null), room.log.awaitSaid(1));
			assertEquals(new Said(false, header(two), "hi", null), room.log.awaitSaid(2));
		}
	}

	@Test
	void everyByteArrivesUnchanged() throws Exception {
		byte[] bytes = new byte[50_000];
		new Random(1).nextBytes(bytes);
		try (var room = new OpenRoom()) {
			RawGuest one = room.join();
			RawGuest two = room.join();
			one.send(bytes);
			one.close();
			assertArrayEquals(bytes, two.bytes(bytes.length));
		}
	}

	@Test
	void noCharacterIsBrokenWhereverItIsSplit() throws Exception {
		byte[] text = "é您👩\n".getBytes(StandardCharsets.UTF_8);
		try (var room = new OpenRoom(PATIENT)) {
			RawGuest one = room.join();
			RawGuest two = room.join();
			RawGuest three = room.join();
			int said = 0;
			for (int split = 1; split < text.length; split++) {
				one.send(Arrays.copyOf(text, split));
				two.say("x\n");
				assertEquals("x\n", one.heard("x\n"));
				one.send(Arrays.copyOfRange(text, split, text.length));
				String heard = three.heard("é您👩\nx\n");
				assertTrue(List.of("x\né您👩\n", "é您👩\nx\n").contains(heard), heard);
				two.bytes(text.length);
				said += 2;
				room.log.awaitSaid(said);
			}
			assertEquals(text.length - 1, room.log.said().stream()
					.filter(line -> line.equals(new Said(false, header(one), "é您👩", null))).count());
		}
	}

	@Test
	void aLineWithoutEndGoesOnAfterAMoment() throws Exception {
		try (var room = new OpenRoom()) {
			RawGuest one = room.join();
			RawGuest two = room.join();
			one.say("no end");
			assertEquals("no end", two.heard("no end"));
			assertEquals("no end", room.log.awaitSaid(1).text());
			one.say("\n");
			assertEquals("\n", two.heard("\n"));
			one.say("next\n");
			assertEquals("next", room.log.awaitSaid(2).text());
			room.await(() -> room.guest(one).messages() == 2);
		}
	}

	@Test
	void theHostSpeaksAndIsHeard() throws Exception {
		try (var room = new OpenRoom()) {
			RawGuest one = room.join();
			RawGuest two = room.join();
			assertEquals(new ConversationState.Hosting(2), room.host.conversation().state());
			room.host.conversation().send(new Draft("Welcome\nall", null)).toCompletableFuture().get();
			assertEquals("Welcome\nall\n", one.heard("Welcome\nall\n"));
			assertEquals("Welcome\nall\n", two.heard("Welcome\nall\n"));
			assertEquals(new Said(true, "Host", "Welcome\nall", null), room.log.awaitSaid(1));
		}
	}

	@Test
	void whatCannotBeSaidIsTold() throws Exception {
		try (var room = new OpenRoom()) {
			assertEquals(Notice.of(Phrase.SEND_FAILED, Notice.reason(Phrase.ROOM_EMPTY)),
					failureOf(room, new Draft("anybody?", null)));
			room.join();
			assertEquals(
					Notice.of(Phrase.PICTURE_SEND_FAILED, "cat.png", Notice.reason(Phrase.TEXT_ONLY)),
					failureOf(room, new Draft("", Path.of("cat.png"))));
			int most = OpenRoom.LIMITS.text();
			assertEquals(Notice.of(Phrase.TEXT_TOO_LONG, most), failureOf(room, new Draft("x".repeat(most + 1), null)));
			room.host.close().toCompletableFuture().get();
			assertEquals(Notice.of(Phrase.SEND_FAILED, Notice.reason(Phrase.NOBODY_THERE)),
					failureOf(room, new Draft("anybody?", null)));
		}
	}

	@Test
	void whoComesAndGoesIsTold() throws Exception {
		try (var room = new OpenRoom()) {
			RawGuest one = room.join();
			assertEquals(List.of(one.address(), "1"), room.log.await(Phrase.GUEST_JOINED).arguments());
			assertEquals(1, room.host.guests().size(), "who is told of is in the list");
			assertEquals(one.address(), room.guest(one).address().toString());
			one.say("a\n");
			one.say("b\n");
			room.log.awaitSaid(1);
			one.close();
			assertEquals(List.of(one.address(), "0"), room.log.await(Phrase.GUEST_LEFT).arguments());
			room.await(() -> room.host.guests().isEmpty());
			assertEquals(new ConversationState.Hosting(0), room.host.conversation().state());
		}
	}

	@Test
	void oneThatComesAndGoesDoesNotFillTheLog() throws Exception {
		int times = 400;
		try (var room = new OpenRoom()) {
			for (int i = 0; i < times; i++) {
				new RawGuest(room.port()).close();
			}
			try (var last = new RawGuest(room.port())) {
				room.await(() -> room.host.guests().size() == 1
						&& room.host.guests().getFirst().address().toString().equals(last.address()));
				room.host.close().toCompletableFuture().get(RawGuest.PATIENCE, TimeUnit.MILLISECONDS);
			}
			Notice leftOut = room.log.await(Phrase.GUESTS_UNTOLD);
			long told = room.log.count(Phrase.GUEST_JOINED) + room.log.count(Phrase.GUEST_LEFT);
			assertEquals(2 * times + 1, told + Long.parseLong(leftOut.arguments().getFirst()));
			assertTrue(told < 2 * times, told + " lines");
		}
	}

	@Test
	void oneWhoDoesNotReadIsLetGoAndNobodyWaitsForIt() throws Exception {
		var limits = new RoomLimits(100, 100, 64 << 10, Duration.ofMillis(100), 1 << 30, 1 << 30, 64 << 10,
				Duration.ofSeconds(10), Duration.ofSeconds(10));
		try (var room = new OpenRoom(limits)) {
			RawGuest slow = room.entered(
					new RawGuest(RawGuest.open(InetAddress.getLoopbackAddress(), room.port(), 4_096)));
			RawGuest one = room.join();
			RawGuest two = room.join();
			String line = "x".repeat(1_000) + '\n';
			int sent = 0;
			while (room.log.count(Phrase.GUEST_TOO_SLOW) == 0 && sent < 100_000) {
				one.say(line);
				assertEquals(line, two.heard(line));
				sent++;
			}
			assertEquals(List.of(slow.address()), room.log.await(Phrase.GUEST_TOO_SLOW).arguments());
			assertEquals(0, room.log.count(Phrase.GUEST_LEFT));
			one.say("still here\n");
			assertEquals("still here\n", two.heard("still here\n"));
		}
	}

	@Test
	void oneWhoStaysFullIsLetGo() throws Exception {
		var limits = new RoomLimits(100, 100, 64 << 10, Duration.ofMillis(100), 1 << 30, 1 << 30, 32 << 20,
				Duration.ofMillis(200), Duration.ofSeconds(10));
		try (var room = new OpenRoom(limits)) {
			RawGuest slow = room.entered(
					new RawGuest(RawGuest.open(InetAddress.getLoopbackAddress(), room.port(), 4_096)));
			RawGuest one = room.join();
			byte[] much = "y".repeat(48 << 20).getBytes(StandardCharsets.UTF_8);
			one.send(much);
			assertEquals(List.of(slow.address()), room.log.await(Phrase.GUEST_TOO_SLOW).arguments());
		}
	}

	@Test
	void whatIsMuchAtOnceCutsNobodyOffWhoReads() throws Exception {
		var limits = new RoomLimits(100, 100, 64 << 10, Duration.ofMillis(100), 1 << 30, 1 << 30, 1 << 20,
				Duration.ofSeconds(10), Duration.ofSeconds(10));
		try (var room = new OpenRoom(limits)) {
			RawGuest reader = room.entered(
					new RawGuest(RawGuest.open(InetAddress.getLoopbackAddress(), room.port(), 4_096)));
			RawGuest one = room.join();
			byte[] much = "much\n".repeat(300_000).getBytes(StandardCharsets.UTF_8);
			one.send(much);
			one.close();
			assertArrayEquals(much, reader.bytes(much.length));
			assertEquals(0, room.log.count(Phrase.GUEST_TOO_SLOW));
		}
	}

	@Test
	void somebodyWhoHasLeftCanBeBlocked() throws Exception {
		try (var room = new OpenRoom()) {
			RawGuest one = room.join(InetAddress.getByName("127.0.0.2"));
			Guest guest = room.guest(one);
			one.close();
			room.log.await(Phrase.GUEST_LEFT);
			room.host.block(guest);
			room.log.await(Phrase.GUEST_BLOCKED);
			assertTrue(new RawGuest(InetAddress.getByName("127.0.0.2"), room.port()).isClosedByHost());
		}
	}

	@Test
	void whatIsSaidAsTheRoomClosesIsEitherHeardOrRefused() throws Exception {
		for (int i = 0; i < 50; i++) {
			try (var room = new OpenRoom()) {
				RawGuest one = room.join();
				var said = room.host.conversation().send(new Draft("last", null)).toCompletableFuture();
				room.host.close();
				var later = room.host.conversation().send(new Draft("too late", null)).toCompletableFuture();
				said.get(RawGuest.PATIENCE, TimeUnit.MILLISECONDS);
				assertEquals("last\n", one.heard("last\n"));
				assertThrows(ExecutionException.class, () -> later.get(RawGuest.PATIENCE, TimeUnit.MILLISECONDS));
			}
		}
	}

	@Test
	void whoSendsTooMuchIsSlowedDownAndNothingIsLost() throws Exception {
		var limits = new RoomLimits(100, 100, 64 << 10, Duration.ofMillis(100), 200_000, 10_000, 1 << 20,
				Duration.ofSeconds(10), Duration.ofSeconds(10));
		try (var room = new OpenRoom(limits)) {
			RawGuest one = room.join();
			RawGuest two = room.join();
			String lines = "z".repeat(99).concat("\n").repeat(1_000);
			one.say(lines);
			assertEquals(lines, two.heard(lines));
			assertEquals(1, room.log.count(Phrase.GUEST_FLOODS));
			assertEquals(List.of(one.address()), room.log.await(Phrase.GUEST_FLOODS).arguments());
		}
	}

	@Test
	void severalAreLetInAgainInOneChange() throws Exception {
		try (var room = new OpenRoom()) {
			for (String address : List.of("10.0.0.1", "10.0.0.2", "10.0.0.3")) {
				room.host.block(new Guest(0, new Endpoint(address, 1), Instant.EPOCH, 0));
			}
			room.await(() -> room.host.status().blocked().size() == 3);
			var seen = new ConcurrentLinkedQueue<List<String>>();
			try (Registration changes = room.host.addListener(() -> seen.add(room.host.status().blocked()))) {
				room.host.unblock(List.of("10.0.0.3", "10.0.0.9", "10.0.0.1"));
				room.await(() -> seen.contains(List.of("10.0.0.2")));
				assertTrue(seen.stream().noneMatch(blocked -> blocked.size() == 2), seen.toString());
			}
			room.log.await(Phrase.GUEST_UNBLOCKED, 2);
		}
	}

	@Test
	void aFullRoomAndAFullAddressTakeNobody() throws Exception {
		var limits = new RoomLimits(3, 2, 1_000, Duration.ofMillis(100), 1_000, 1_000, 1_000, Duration.ofSeconds(1),
				Duration.ofSeconds(1));
		try (var room = new OpenRoom(limits)) {
			room.join();
			room.join();
			assertTrue(new RawGuest(room.port()).isClosedByHost());
			assertEquals("2", room.log.await(Phrase.ADDRESS_LIMIT).arguments().get(1));
			room.join(InetAddress.getByName("127.0.0.2"));
			assertTrue(new RawGuest(InetAddress.getByName("127.0.0.3"), room.port()).isClosedByHost());
			assertEquals("3", room.log.await(Phrase.ROOM_FULL).arguments().get(1));
			assertTrue(new RawGuest(InetAddress.getByName("127.0.0.3"), room.port()).isClosedByHost());
			assertEquals(1, room.log.count(Phrase.ROOM_FULL));
		}
	}

	@Test
	void theHostRemovesAndBlocks() throws Exception {
		try (var room = new OpenRoom()) {
			RawGuest one = room.join();
			RawGuest two = room.join(InetAddress.getByName("127.0.0.2"));
			RawGuest three = room.join(InetAddress.getByName("127.0.0.2"));
			room.host.remove(room.guest(one));
			assertTrue(one.isClosedByHost());
			assertEquals(List.of(one.address()), room.log.await(Phrase.GUEST_REMOVED).arguments());
			room.host.block(room.guest(two));
			assertTrue(two.isClosedByHost());
			assertTrue(three.isClosedByHost());
			assertEquals(List.of("127.0.0.2"), room.log.await(Phrase.GUEST_BLOCKED).arguments());
			room.log.await(Phrase.GUEST_REMOVED, 3);
			assertEquals(List.of("127.0.0.2"), room.host.status().blocked());
			assertTrue(new RawGuest(InetAddress.getByName("127.0.0.2"), room.port()).isClosedByHost());
			room.log.await(Phrase.GUEST_REFUSED);
			room.host.unblock(List.of("127.0.0.3", "127.0.0.2"));
			room.log.await(Phrase.GUEST_UNBLOCKED);
			RawGuest again = room.join(InetAddress.getByName("127.0.0.2"));
			RawGuest other = room.join();
			other.say("hello\n");
			assertEquals("hello\n", again.heard("hello\n"));
		}
	}

	@Test
	void itClosesAndOpensAgainOnTheSamePort() throws Exception {
		try (var room = new OpenRoom()) {
			int port = room.port();
			RawGuest one = room.join();
			room.host.close().toCompletableFuture().get(RawGuest.PATIENCE, TimeUnit.MILLISECONDS);
			assertTrue(one.isClosedByHost());
			assertEquals(0, room.archive.open());
			assertEquals(Notice.of(Phrase.ROOM_CLOSED),
					assertInstanceOf(ConversationState.Idle.class, room.host.conversation().state()).reason());
			room.host.open(new RoomSettings(InetAddress.getLoopbackAddress(), port, NoArchive.NOWHERE, OpenRoom.LIMITS))
					.toCompletableFuture().get(RawGuest.PATIENCE, TimeUnit.MILLISECONDS);
			room.join();
		}
	}

	@Test
	void aPortInUseIsTold() throws Exception {
		try (var room = new OpenRoom()) {
			var second = new RoomHostService(new NoArchive());
			var failure = assertThrows(ExecutionException.class, () -> second.open(
					new RoomSettings(InetAddress.getLoopbackAddress(), room.port(), NoArchive.NOWHERE, OpenRoom.LIMITS))
					.toCompletableFuture().get(RawGuest.PATIENCE, TimeUnit.MILLISECONDS));
			assertEquals(Notice.of(Phrase.PORT_IN_USE, room.port()), ((ChatException) failure.getCause()).notice());
			second.deactivate();
		}
	}

	@Test
	void everybodyElseHearsAllWhileOneTakesNothing() throws Exception {
		// Far more than any system's buffers take, so that what is beyond waits here for the one who does not read.
		byte[] much = "z".repeat(999).concat("\n").repeat(24_000).getBytes(StandardCharsets.UTF_8);
		var limits = new RoomLimits(100, 100, 64 << 10, Duration.ofMillis(100), 1 << 30, 1 << 30, 4 << 20,
				Duration.ofHours(1), Duration.ofSeconds(10));
		try (var room = new OpenRoom(limits)) {
			RawGuest slow = room.entered(
					new RawGuest(RawGuest.open(InetAddress.getLoopbackAddress(), room.port(), 4_096)));
			RawGuest one = room.join();
			RawGuest two = room.join();
			Thread speaker = Thread.ofVirtual().start(() -> one.send(much));
			assertArrayEquals(much, two.bytes(much.length));
			speaker.join();
			assertEquals(0, room.log.count(Phrase.GUEST_TOO_SLOW));
			assertArrayEquals(much, slow.bytes(much.length));
		}
	}

	@Test
	void whoIsSlowStillHearsTheLastWordsOfTheHost() throws Exception {
		var limits = new RoomLimits(100, 100, 64 << 10, Duration.ofMillis(100), 1 << 30, 1 << 30, 16 << 20,
				Duration.ofSeconds(10), Duration.ofSeconds(10));
		try (var room = new OpenRoom(limits)) {
			RawGuest slow = room.entered(
					new RawGuest(RawGuest.open(InetAddress.getLoopbackAddress(), room.port(), 4_096)));
			String words = "words\n".repeat(1 << 20);
			room.host.conversation().send(new Draft(words + "last", null)).toCompletableFuture().get();
			CompletableFuture<Void> closed = room.host.close().toCompletableFuture();
			// What comes before the network thread has got to it is heard.
			room.await(() -> room.host.status().phase() == Phase.CLOSING);
			slow.say("heard no more\n");
			assertArrayEquals((words + "last\n").getBytes(StandardCharsets.UTF_8), slow.rest());
			slow.close();
			closed.get(RawGuest.PATIENCE, TimeUnit.MILLISECONDS);
			assertEquals(1, room.log.said().size());
			assertEquals(1, room.log.count(Phrase.ROOM_CLOSED));
			assertEquals(0, room.log.count(Phrase.GUEST_LEFT));
		}
	}

	@Test
	void oneWhoTakesNothingDoesNotKeepARoomFromClosing() throws Exception {
		try (var room = new OpenRoom()) {
			room.entered(new RawGuest(RawGuest.open(InetAddress.getLoopbackAddress(), room.port(), 4_096)));
			for (int i = 0; i < 12; i++) {
				room.host.conversation().send(new Draft("x".repeat(OpenRoom.LIMITS.text()), null)).toCompletableFuture()
						.get();
			}
			room.host.close().toCompletableFuture().get(RawGuest.PATIENCE, TimeUnit.MILLISECONDS);
			assertEquals(Phase.CLOSED, room.host.status().phase());
		}
	}

	@Test
	void whatIsNoUtf8IsSeenAfterAMomentAndStaysAsItIs() throws Exception {
		byte[] latin = "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1);
		try (var room = new OpenRoom()) {
			RawGuest one = room.join();
			RawGuest two = room.join();
			one.send(latin);
			assertArrayEquals(latin, two.bytes(latin.length));
			assertEquals("caf\uFFFD", room.log.awaitSaid(1).text());
		}
	}
}
