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

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.LogFormat;
import dev.anteroom.room.Guest;
import dev.anteroom.room.RoomHost;
import dev.anteroom.room.RoomLimits;
import dev.anteroom.room.RoomSettings;

/** Keeping a room in the console. */
final class HostSide implements Side {

	private final RoomHost host;
	private final Options options;
	private final Words words;
	private final Consumer<List<String>> answers;

	/** @param answers where the answers to commands go */
	HostSide(RoomHost host, Options options, Words words, Consumer<List<String>> answers) {
		this.host = host;
		this.options = options;
		this.words = words;
		this.answers = answers;
	}

	@Override
	public Conversation conversation() {
		return host.conversation();
	}

	@Override
	public CompletionStage<Void> begin() {
		return host.open(
				new RoomSettings(null, options.roomPortOrDefault(), options.transcripts(), RoomLimits.DEFAULT));
	}

	@Override
	public CompletionStage<Void> end() {
		return host.close();
	}

	@Override
	public Outbox.Gate gate(Draft draft) {
		return Outbox.Gate.OPEN;
	}

	@Override
	public boolean isOver() {
		return false;
	}

	@Override
	public Map<String, Runnable> commands() {
		return Map.of("who", this::who);
	}

	@Override
	public Map<String, Consumer<String>> commandsWithValue() {
		return Map.of("remove", typed -> forGuest("remove", typed, host::remove), "block",
				typed -> forGuest("block", typed, host::block), "unblock", this::unblock);
	}

	private void who() {
		var lines = new ArrayList<String>();
		for (Guest guest : host.guests()) {
			String since = LogFormat.stamp(guest.since(), ZoneId.systemDefault()).strip();
			lines.add(words.of("isHere", guest.address(), since.substring(1, since.length() - 1), guest.messages()));
		}
		host.status().blocked().forEach(address -> lines.add(words.of("isBlocked", address)));
		answers.accept(lines.isEmpty() ? List.of(words.text("nobodyHere")) : lines);
	}

	/** Of somebody who is there more than once, without a port, all are meant. */
	private void forGuest(String command, String typed, Consumer<Guest> action) {
		List<Guest> meant = host.guests().stream().filter(
				guest -> guest.address().toString().equals(typed) || guest.address().host().equals(typed)).toList();
		if (meant.isEmpty()) {
			answers.accept(List.of(words.of(typed.isEmpty() ? "guestWho" : "noSuchGuest", '/' + command, typed)));
		}
		meant.forEach(action);
	}

	private void unblock(String typed) {
		if (host.status().blocked().contains(typed)) {
			host.unblock(List.of(typed));
		} else {
			answers.accept(List.of(words.of(typed.isEmpty() ? "guestWho" : "notBlocked", "/unblock", typed)));
		}
	}
}
