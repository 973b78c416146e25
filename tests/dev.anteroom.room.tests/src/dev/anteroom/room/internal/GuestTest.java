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
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Said;
import dev.anteroom.room.RoomLimits;

@ExtendWith(Leaks.class)
class GuestTest {

	private final NoArchive archive = new NoArchive();
	private final RoomGuestService guest = new RoomGuestService(archive);
	private final Log log = new Log(guest.conversation().journal());
	private final ServerSocket listener;

	GuestTest() throws IOException {
		listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
		listener.setSoTimeout(RawGuest.PATIENCE);
	}

	@AfterEach
	void close() throws IOException {
		guest.close();
		listener.close();
	}

	private void join(int port) throws Exception {
		guest.join(new Endpoint("127.0.0.1", port), NoArchive.NOWHERE, OpenRoom.LIMITS).toCompletableFuture()
				.get(RawGuest.PATIENCE, TimeUnit.MILLISECONDS);
	}

	/** A deployed room's end of the connection. */
	private RawGuest joined() throws Exception {
		join(listener.getLocalPort());
		return new RawGuest(listener.accept());
	}

	private Notice failureOf(Draft draft) {
		var failure = assertThrows(ExecutionException.class, () -> guest.conversation().send(draft)
				.toCompletableFuture().get(RawGuest.PATIENCE, TimeUnit.MILLISECONDS));
		return ((ChatException) failure.getCause()).notice();
	}

	@Test
	void whatItSaysGoesOutInOnePieceWithALineEnd() throws Exception {
		try (RawGuest room = joined()) {
			assertEquals(new ConversationState.InRoom(new Endpoint("127.0.0.1", listener.getLocalPort())),
					guest.conversation().state());
			guest.conversation().send(new Draft("大家好", null)).toCompletableFuture().get();
			assertEquals("大家好\n", room.heard("大家好\n"));
			assertEquals(new Said(true, "Guest(127.0.0.1)", "大家好", null), log.awaitSaid(1));
		}
	}

	@Test
	void itHearsWhateverComesLineByLine() throws Exception {
		try (RawGuest room = joined()) {
			byte[] text = "第一行\nno end".getBytes(StandardCharsets.UTF_8);
			room.send(Arrays.copyOf(text, 4));
			room.send(Arrays.copyOfRange(text, 4, text.length));
			assertEquals(new Said(false, "", "第一行", null), log.awaitSaid(1));
			assertEquals(new Said(false, "", "no end", null), log.awaitSaid(2));
			room.say("a\nb\n");
			assertEquals("a", log.awaitSaid(3).text());
			assertEquals("b", log.awaitSaid(4).text());
			room.say("late");
			assertEquals("late", log.awaitSaid(5).text());
			room.say("\n");
			room.say("c\r\n\r\nd\r\n");
			assertEquals(List.of("c", "", "d"),
					List.of(log.awaitSaid(6).text(), log.awaitSaid(7).text(), log.awaitSaid(8).text()));
		}
	}

	@Test
	void manyLinesAtOnceDoNotMakeManyEntries() throws Exception {
		try (RawGuest room = joined()) {
			room.say("\n".repeat(60_000) + "end\n");
			int seen = 1;
			while (!log.awaitSaid(seen).text().endsWith("end")) {
				seen++;
			}
			assertTrue(seen < 3_000, "entries: " + seen);
		}
	}

	@Test
	void aFloodIsReadAsFastAsItCanBeKept() throws Exception {
		var limits = new RoomLimits(1, 1, 64 << 10, Duration.ofMillis(100), 4 << 10, 4 << 10, 1 << 20,
				Duration.ofSeconds(10), Duration.ofSeconds(10));
		guest.join(new Endpoint("127.0.0.1", listener.getLocalPort()), NoArchive.NOWHERE, limits).toCompletableFuture()
				.get(RawGuest.PATIENCE, TimeUnit.MILLISECONDS);
		try (RawGuest room = new RawGuest(listener.accept())) {
			String line = "x".repeat(999) + '\n';
			long start = System.nanoTime();
			room.say(line.repeat(256));
			room.say("end\n");
			int seen = 1;
			while (!log.awaitSaid(seen).text().endsWith("end")) {
				seen++;
			}
			// 256 KB, of which 64 are a burst, at 64 KiB a second: nothing is lost, and it takes some seconds.
			assertTrue(System.nanoTime() - start > TimeUnit.SECONDS.toNanos(1));
		}
	}

	@Test
	void aRoomThatIsOutOfReachIsTold() throws Exception {
		joined().reset();
		log.await(Phrase.ROOM_LOST);
		assertEquals(Notice.of(Phrase.ROOM_LOST),
				assertInstanceOf(ConversationState.Idle.class, guest.conversation().state()).reason());
	}

	@Test
	void aRoomThatEndsIsTold() throws Exception {
		joined().close();
		log.await(Phrase.ROOM_ENDED);
		assertEquals(Notice.of(Phrase.ROOM_ENDED),
				assertInstanceOf(ConversationState.Idle.class, guest.conversation().state()).reason());
		assertEquals(Notice.of(Phrase.SEND_FAILED, Notice.reason(Phrase.NOBODY_THERE)),
				failureOf(new Draft("hello?", null)));
		try (RawGuest room = joined()) {
			guest.conversation().send(new Draft("again", null)).toCompletableFuture().get();
			assertEquals("again\n", room.heard("again\n"));
		}
	}

	@Test
	void leavingClosesTheConnectionAndTheTranscript() throws Exception {
		try (RawGuest room = joined()) {
			guest.leave().toCompletableFuture().get(RawGuest.PATIENCE, TimeUnit.MILLISECONDS);
			assertTrue(room.isClosedByHost());
			assertEquals(1, log.count(Phrase.ROOM_LEFT));
			assertEquals(0, archive.open());
		}
	}

	@Test
	void itsLastWordsArriveThoughTheRoomIsSlow() throws Exception {
		listener.setReceiveBufferSize(4_096);
		var limits = new RoomLimits(1, 1, 64 << 10, Duration.ofMillis(100), 1 << 30, 1 << 30, 16 << 20,
				Duration.ofSeconds(10), Duration.ofSeconds(10));
		guest.join(new Endpoint("127.0.0.1", listener.getLocalPort()), NoArchive.NOWHERE, limits).toCompletableFuture()
				.get(RawGuest.PATIENCE, TimeUnit.MILLISECONDS);
		try (RawGuest room = new RawGuest(listener.accept())) {
			String words = "x".repeat(limits.text());
			var said = guest.conversation().send(new Draft(words, null)).toCompletableFuture();
			var left = guest.leave().toCompletableFuture();
			room.say("heard no more\n");
			assertEquals(words.length() + 1, room.rest().length);
			room.close();
			said.get(RawGuest.PATIENCE, TimeUnit.MILLISECONDS);
			left.get(RawGuest.PATIENCE, TimeUnit.MILLISECONDS);
			assertEquals(1, log.said().stream().filter(Said::own).count());
		}
	}

	@Test
	void joiningAnotherRoomLeavesTheFirst() throws Exception {
		try (RawGuest first = joined(); RawGuest second = joined()) {
			assertTrue(first.isClosedByHost());
			guest.conversation().send(new Draft("hi", null)).toCompletableFuture().get();
			assertEquals("hi\n", second.heard("hi\n"));
		}
	}

	@Test
	void noPictures() throws Exception {
		try (RawGuest room = joined()) {
			assertEquals(Notice.of(Phrase.PICTURE_SEND_FAILED, "cat.png", Notice.reason(Phrase.TEXT_ONLY)),
					failureOf(new Draft("", Path.of("cat.png"))));
		}
	}

	@Test
	void whyItCannotJoinIsTold() throws Exception {
		int port = listener.getLocalPort();
		listener.close();
		var failure = assertThrows(ExecutionException.class, () -> join(port));
		assertEquals(Notice.of(Phrase.CANNOT_JOIN, "127.0.0.1:" + port, Notice.reason(Phrase.REFUSED)),
				((ChatException) failure.getCause()).notice());
		assertEquals(Phrase.BAD_PORT, ((ChatException) assertThrows(ExecutionException.class, () -> join(0))
				.getCause()).notice().phrase());
	}

	@Test
	void aHostAndItsGuestsTalk() throws Exception {
		try (var room = new OpenRoom()) {
			join(room.port());
			room.log.await(Phrase.GUEST_JOINED);
			guest.conversation().send(new Draft("anyone?", null)).toCompletableFuture().get();
			assertEquals("anyone?", room.log.awaitSaid(1).text());
			room.host.conversation().send(new Draft("here", null)).toCompletableFuture().get();
			assertEquals("anyone?", log.awaitSaid(1).text());
			assertEquals("here", log.awaitSaid(2).text());
		}
	}
}
