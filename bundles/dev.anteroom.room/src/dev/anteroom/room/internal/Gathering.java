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

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.util.concurrent.EventExecutor;

import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Role;
import dev.anteroom.chat.Said;
import dev.anteroom.protocol.VisitLog;
import dev.anteroom.room.RoomLimits;

/**
 * Who is in a room, and what goes from each to all others. All of it happens on one event loop, so everybody gets what
 * is said in the same order. What one turn of the loop brings for a guest is written to its socket together.
 */
final class Gathering {

	private final EventExecutor loop;
	private final RoomLimits limits;
	private final Journal journal;
	private final HostConversation conversation;
	private final RoomView view;
	private final Entrance entrance;
	private final GuestList list;
	private final VisitLog visits;
	private final Map<Long, Member> members = new LinkedHashMap<>();
	private long lastId;
	private boolean flushing;
	private boolean closed;
	/** Done when it is closed and the last one has gone. */
	private final CompletableFuture<Void> empty = new CompletableFuture<>();

	Gathering(EventExecutor loop, RoomLimits limits, Journal journal, HostConversation conversation, RoomView view) {
		this.loop = loop;
		this.limits = limits;
		this.journal = journal;
		this.conversation = conversation;
		this.view = view;
		this.entrance = new Entrance(limits);
		this.list = new GuestList(loop, members.values(), view);
		this.visits = new VisitLog(loop, journal, Phrase.GUESTS_UNTOLD);
	}

	/** A connection was made; nothing was read from it yet. */
	void arrived(Channel channel) {
		var member = new Member(++lastId, channel, this, limits);
		Notice refusal = entrance.refusal(member.ip(), member.address(), members.size());
		if (closed || refusal != null) {
			channel.close();
			if (!closed && entrance.tells(member.ip())) {
				journal.append(refusal);
			}
			return;
		}
		entrance.entered(member.ip());
		members.put(member.id(), member);
		member.enter();
		present();
		visits.tell(member.ip(), Notice.of(Phrase.GUEST_JOINED, member.address(), members.size()));
	}

	/** {@code from} has said {@code piece}, which is taken over. */
	void said(Member from, ByteBuf piece) {
		String told = from.hear(piece.toString(StandardCharsets.UTF_8));
		if (told != null) {
			journal.append(new Said(false, Role.GUEST.header(from.address().toString()), told, null));
			list.counted();
		}
		relay(from, piece);
	}

	/** The host says {@code text}, to all; says how many of them there are. */
	int say(String text) {
		return relay(null, ByteBufUtil.writeUtf8(ByteBufAllocator.DEFAULT, text + '\n'));
	}

	/** {@code member} sends more than it may. */
	void floods(Member member) {
		visits.tell(member.ip(), Notice.of(Phrase.GUEST_FLOODS, member.address()));
	}

	/** The connection of {@code member} is closed. Called once for each that was let in. */
	void left(Member member, Phrase why) {
		members.remove(member.id());
		entrance.left(member.ip());
		if (closed) {
			doneWhenEmpty();
			return;
		}
		present();
		if (why == Phrase.GUEST_REMOVED) {
			// The host did it: nobody else can bring that about again and again.
			journal.append(why, member.address());
			return;
		}
		visits.tell(member.ip(), why == Phrase.GUEST_LEFT || why == Phrase.GUEST_LOST
				? Notice.of(why, member.address(), members.size())
				: Notice.of(why, member.address()));
	}

	void remove(long id) {
		Member member = members.get(id);
		if (member != null) {
			member.letGo(Phrase.GUEST_REMOVED);
		}
	}

	/** @param ip perhaps of somebody who has left already, and may come again */
	void block(InetAddress ip) {
		if (closed || !entrance.block(ip)) {
			return;
		}
		journal.append(Phrase.GUEST_BLOCKED, Endpoint.numeric(ip));
		view.status(status -> Statuses.blocked(status, entrance.blocked()));
		List.copyOf(members.values()).stream().filter(member -> member.ip().equals(ip))
				.forEach(member -> member.letGo(Phrase.GUEST_REMOVED));
	}

	void unblock(List<String> addresses) {
		List<String> letIn = addresses.stream().filter(entrance::unblock).toList();
		letIn.forEach(address -> journal.append(Phrase.GUEST_UNBLOCKED, address));
		if (!letIn.isEmpty()) {
			view.status(status -> Statuses.blocked(status, entrance.blocked()));
		}
	}

	RoomLimits limits() {
		return limits;
	}

	boolean isClosed() {
		return closed;
	}

	/** Sends everybody away; done when they are, which takes them a few seconds at the most. */
	CompletionStage<Void> close() {
		closed = true;
		visits.tellLeftOut();
		List.copyOf(members.values()).forEach(Member::dismiss);
		doneWhenEmpty();
		return empty;
	}

	/** Takes {@code piece} over and gives it to all but {@code from}; says how many they are. */
	private int relay(Member from, ByteBuf piece) {
		int others = 0;
		try {
			// One that is let go for being slow is removed from the members on a later turn.
			for (Member member : members.values()) {
				if (member != from && member.send(piece.retainedDuplicate())) {
					others++;
				}
			}
		} finally {
			piece.release();
		}
		if (!flushing) {
			flushing = true;
			loop.execute(this::flush);
		}
		return others;
	}

	private void flush() {
		flushing = false;
		members.values().forEach(Member::flush);
	}

	private void doneWhenEmpty() {
		if (members.isEmpty()) {
			empty.complete(null);
		}
	}

	private void present() {
		list.changed();
		conversation.present(members.size());
	}
}
