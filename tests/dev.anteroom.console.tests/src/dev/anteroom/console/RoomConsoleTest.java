/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.anteroom.chat.Archive;
import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Role;
import dev.anteroom.room.Guest;
import dev.anteroom.room.RoomGuest;
import dev.anteroom.room.RoomLimits;

class RoomConsoleTest {

	private final Locale before = Locale.getDefault();
	private final FakeHost host = new FakeHost();

	@BeforeEach
	void speakEnglish() {
		Locale.setDefault(Locale.ENGLISH);
	}

	@AfterEach
	void speakAsBefore() {
		Locale.setDefault(before);
	}

	private static Guest guest(long id, String ip, int port) {
		return new Guest(id, new Endpoint(ip, port),
				LocalDateTime.of(2026, 1, 1, 9, 5, 7).atZone(ZoneId.systemDefault()).toInstant(), 3);
	}

	private Terminal keep(String... options) throws OptionsException {
		var all = new ArrayList<>(List.of("--console", "--room"));
		all.addAll(List.of(options));
		return new Terminal(all, new FakeRoles(host));
	}

	@Test
	void opensWhereTheOptionsSay() throws Exception {
		try (Terminal terminal = keep("--room-port=5001", "--logs=/l")) {
			assertEquals(5_001, host.asked.get(10, TimeUnit.SECONDS).port());
			assertEquals("room_log", host.asked.get().transcripts().prefix());
		}
		assertTrue(host.closed.isDone());
	}

	@Test
	void whatIsTypedIsSaid() throws Exception {
		try (Terminal terminal = keep()) {
			terminal.type("hello all");
			assertEquals(new Draft("hello all", null), host.conversation.nextSent());
		}
	}

	@Test
	void showsWhoIsHere() throws Exception {
		try (Terminal terminal = keep()) {
			terminal.type("/who");
			assertEquals("Nobody else is in the room.", terminal.nextLine());
			host.guests = List.of(guest(1, "10.0.0.1", 7));
			host.blocked = List.of("10.0.0.9");
			terminal.type("/who");
			assertEquals("10.0.0.1:7, here since 09:05:07, messages: 3", terminal.nextLine());
			assertEquals("10.0.0.9 is blocked.", terminal.nextLine());
		}
	}

	@Test
	void removesAndBlocksByAddress() throws Exception {
		host.guests = List.of(guest(1, "10.0.0.1", 7), guest(2, "10.0.0.1", 8), guest(3, "10.0.0.2", 7));
		host.blocked = List.of("10.0.0.9");
		try (Terminal terminal = keep()) {
			terminal.type("/remove 10.0.0.1:8", "/block 10.0.0.1", "/unblock 10.0.0.9");
			for (String command : List.of("remove 10.0.0.1:8", "block 10.0.0.1:7", "block 10.0.0.1:8",
					"unblock 10.0.0.9")) {
				assertEquals(command, host.commands.poll(10, TimeUnit.SECONDS));
			}
			terminal.type("/remove", "/block 10.0.0.3", "/unblock 10.0.0.1");
			assertEquals("Who? Type /remove and an address as /who shows it.", terminal.nextLine());
			assertEquals("There is no 10.0.0.3 here; /who shows the addresses.", terminal.nextLine());
			assertEquals("10.0.0.1 is not blocked; /who shows who is.", terminal.nextLine());
			assertTrue(host.commands.isEmpty());
		}
	}

	@Test
	void aGuestJoinsAndEndsWhenTheRoomIsGone() throws Exception {
		var conversation = new FakeConversation(Role.GUEST);
		var room = new CompletableFuture<Endpoint>();
		RoomGuest guest = new RoomGuest() {

			@Override
			public CompletionStage<Void> join(Endpoint endpoint, Archive.Location transcripts, RoomLimits limits) {
				conversation.setState(new ConversationState.InRoom(endpoint));
				room.complete(endpoint);
				return CompletableFuture.completedStage(null);
			}

			@Override
			public CompletionStage<Void> leave() {
				return CompletableFuture.completedStage(null);
			}

			@Override
			public FakeConversation conversation() {
				return conversation;
			}
		};
		try (var terminal = new Terminal(List.of("--console", "--connect-room=h:7"), new FakeRoles(guest))) {
			assertEquals(new Endpoint("h", 7), room.get(10, TimeUnit.SECONDS));
			terminal.type("hi");
			assertEquals(new Draft("hi", null), conversation.nextSent());
			conversation.setState(new ConversationState.Idle(null));
			assertEquals(Console.ENDED, terminal.status());
		}
	}
}
