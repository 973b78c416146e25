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

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;

import dev.anteroom.chat.Archive;
import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Role;
import dev.anteroom.chat.Said;
import dev.anteroom.protocol.Dialer;
import dev.anteroom.protocol.Ports;
import dev.anteroom.protocol.Reasons;
import dev.anteroom.protocol.Refusals;
import dev.anteroom.protocol.Runs;
import dev.anteroom.protocol.Sockets;
import dev.anteroom.room.RoomLimits;

/**
 * A guest's stay in a room, from dialling to the end of the transcript. Everything is done on the event loop, whichever
 * thread asks for it.
 */
final class Stay extends ChannelInboundHandlerAdapter implements Runs.Run {

	/** How many lines that come at once are told one by one. */
	private static final int MOST_LINES = 50;
	/** A room may say so many times as much as a guest. */
	private static final double MOST_GUESTS = 16;
	/** What an entry costs beside its bytes. */
	private static final int ENTRY = 256;
	private static final System.Logger LOG = System.getLogger(Stay.class.getName());

	private final Endpoint room;
	private final Archive.Location transcripts;
	private final RoomLimits limits;
	private final Archive archive;
	private final GuestConversation conversation;
	private final Journal journal;
	private final EventLoop loop;
	private final CompletableFuture<Void> joined = new CompletableFuture<>();
	private final CompletableFuture<Void> over = new CompletableFuture<>();
	private final Hearing hearing = new Hearing();
	private Archive.Transcript transcript;
	private Dialer dialer;
	private Channel channel;
	private String header;
	private boolean ending;
	/** Whether it was not the room that ended the connection. */
	private boolean failed;
	private Allowance allowance;

	Stay(Endpoint room, Archive.Location transcripts, RoomLimits limits, Archive archive,
			GuestConversation conversation, EventLoop loop) {
		this.room = room;
		this.transcripts = transcripts;
		this.limits = limits;
		this.archive = archive;
		this.conversation = conversation;
		this.journal = conversation.journal();
		this.loop = loop;
	}

	@Override
	public CompletableFuture<Void> begin() {
		try {
			loop.execute(this::dial);
		} catch (RejectedExecutionException e) {
			over.complete(null);
			joined.completeExceptionally(new ChatException(Notice.of(Phrase.CONNECT_CANCELLED), e));
		}
		return joined;
	}

	@Override
	public CompletableFuture<Void> end() {
		try {
			loop.execute(this::leave);
		} catch (RejectedExecutionException e) {
			over.complete(null);
		}
		return over;
	}

	/** Any thread. */
	boolean say(Draft draft, CompletableFuture<Void> done) {
		try {
			loop.execute(() -> write(draft, done));
			return true;
		} catch (RejectedExecutionException e) {
			return false;
		}
	}

	private void dial() {
		if (ending) {
			fail(Notice.of(Phrase.CONNECT_CANCELLED), null);
			return;
		}
		Notice fault = fault();
		if (fault != null) {
			fail(fault, null);
			return;
		}
		conversation.enter(new ConversationState.Connecting(room), "");
		journal.append(Phrase.CONNECTING, room);
		dialer = new Dialer(loop, room, limits.connect(),
				new Sockets(loop, opened -> opened.pipeline().addLast(new Pieces(limits), this)));
		dialer.dial().whenComplete((opened, failure) -> {
			if (failure == null) {
				try {
					enter(opened);
				} catch (RuntimeException e) {
					LOG.log(Level.ERROR, () -> "Room " + room, e);
					channel = null;
					opened.close();
					fail(Notice.of(Phrase.CANNOT_JOIN, room, e), e);
				}
			} else {
				fail(ending ? Notice.of(Phrase.CONNECT_CANCELLED)
						: Notice.of(Phrase.CANNOT_JOIN, room, Reasons.of(failure)), failure);
			}
		});
	}

	private void enter(Channel opened) {
		transcript = archive.open(transcripts, journal);
		channel = opened;
		allowance = new Allowance(MOST_GUESTS * limits.rate(), MOST_GUESTS * limits.burst(), System.nanoTime());
		channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(limits.queue() / 2, limits.queue()));
		String address = Endpoint.numeric(((InetSocketAddress) opened.localAddress()).getAddress());
		header = Role.GUEST.header(address);
		var host = Endpoint.of((InetSocketAddress) opened.remoteAddress());
		conversation.enter(new ConversationState.InRoom(host), address);
		journal.append(Phrase.ROOM_JOINED, host);
		joined.complete(null);
	}

	private void leave() {
		if (ending) {
			return;
		}
		ending = true;
		if (channel != null) {
			Farewell.to(channel);
		} else if (dialer != null) {
			dialer.cancel();
		}
	}

	private void write(Draft draft, CompletableFuture<Void> done) {
		if (channel == null || ending || !channel.isActive()) {
			conversation.refuse(Refusals.of(draft, Phrase.NOBODY_THERE), done);
			return;
		}
		if (ByteBufUtil.utf8Bytes(draft.text()) > limits.text()) {
			conversation.refuse(new ChatException(Notice.of(Phrase.TEXT_TOO_LONG, limits.text())), done);
			return;
		}
		if (!channel.isWritable()) {
			conversation.refuse(Refusals.of(draft, Phrase.PEER_DOES_NOT_READ), done);
			return;
		}
		ByteBuf piece = ByteBufUtil.writeUtf8(channel.alloc(), draft.text() + '\n');
		channel.writeAndFlush(piece).addListener(written -> {
			if (written.isSuccess()) {
				journal.append(new Said(true, header, draft.text(), null));
				journal.kept().thenRun(() -> done.complete(null));
			} else {
				conversation.refuse(Refusals.of(draft, Phrase.CONNECTION_CLOSED), done);
			}
		});
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		var piece = (ByteBuf) message;
		try {
			if (channel != null && !ending) {
				int length = piece.readableBytes();
				String told = hearing.told(piece.toString(StandardCharsets.UTF_8));
				int lines = told == null ? 0 : heard(told);
				rest(allowance.take(length + lines * ENTRY, System.nanoTime()));
			}
		} finally {
			piece.release();
		}
	}

	/** Each line may be somebody else's; those of a flood are told together. Says how many entries they make. */
	private int heard(String text) {
		String[] lines = text.split("\n", MOST_LINES);
		for (String line : lines) {
			journal.append(new Said(false, "", line.endsWith("\r") ? line.substring(0, line.length() - 1) : line, null));
		}
		return lines.length;
	}

	/** Reads nothing more for a while: the rest waits at the other end, and the disk keeps up. */
	private void rest(long nanoseconds) {
		if (nanoseconds > 0 && channel.config().isAutoRead()) {
			channel.config().setAutoRead(false);
			loop.schedule(() -> channel.config().setAutoRead(true), nanoseconds, TimeUnit.NANOSECONDS);
		}
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		LOG.log(cause instanceof IOException ? Level.DEBUG : Level.ERROR, () -> "Room " + room, cause);
		failed = true;
		ctx.close();
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		if (channel == null) {
			return;
		}
		Notice how = Notice.of(ending ? Phrase.ROOM_LEFT : failed ? Phrase.ROOM_LOST : Phrase.ROOM_ENDED);
		ending = true;
		conversation.enter(new ConversationState.Idle(how), "");
		journal.append(how);
		Thread.ofVirtual().name("anteroom-guest-close").start(() -> {
			transcript.close();
			over.complete(null);
		});
	}

	/** The end of a stay that never began. */
	private void fail(Notice notice, Throwable cause) {
		ending = true;
		conversation.enter(new ConversationState.Idle(notice), "");
		journal.append(notice);
		over.complete(null);
		joined.completeExceptionally(new ChatException(notice, cause));
	}

	private Notice fault() {
		try {
			Ports.parse(Integer.toString(room.port()));
			return room.host().isBlank() ? Notice.of(Phrase.BAD_HOST) : null;
		} catch (ChatException e) {
			return e.notice();
		}
	}
}
