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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.util.concurrent.Future;

import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Phrase;
import dev.anteroom.room.Guest;
import dev.anteroom.room.RoomLimits;

/**
 * A guest with its connection, from coming to going. Nobody waits for it: what it does not take stays in a bounded queue,
 * and it is let go when that stays full; what it sends too fast is read later. On the event loop only.
 */
final class Member extends ChannelInboundHandlerAdapter {

	private static final System.Logger LOG = System.getLogger(Member.class.getName());
	/** What a piece costs beside its bytes: many small ones are more work than one of the same length. */
	private static final int OVERHEAD = 64;
	/** With so many times its queue it is let go at once; what waits for several is in memory once. */
	private static final long MOST_QUEUES = 8;

	private final long id;
	private final Channel channel;
	private final Gathering gathering;
	private final RoomLimits limits;
	private final InetAddress ip;
	private final Endpoint address;
	private final Instant since = Instant.now();
	private final Allowance allowance;
	private final Hearing hearing = new Hearing();
	private long messages;
	private boolean flooded;
	private boolean unflushed;
	private boolean gone;
	private Phrase why = Phrase.GUEST_LEFT;
	private Future<?> fullTimer;

	Member(long id, Channel channel, Gathering gathering, RoomLimits limits) {
		var remote = (InetSocketAddress) channel.remoteAddress();
		this.id = id;
		this.channel = channel;
		this.gathering = gathering;
		this.limits = limits;
		this.ip = remote.getAddress();
		this.address = Endpoint.of(remote);
		this.allowance = new Allowance(limits.rate(), limits.burst(), System.nanoTime());
	}

	/** Begins to hear it. */
	void enter() {
		channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(limits.queue(), limits.queue()));
		channel.pipeline().addLast(new Pieces(limits), this);
	}

	long id() {
		return id;
	}

	InetAddress ip() {
		return ip;
	}

	Endpoint address() {
		return address;
	}

	Guest asGuest() {
		return new Guest(id, address, since, messages);
	}

	/** {@code piece}, which it has said, as it is told and counted; {@code null} when it is neither. */
	String hear(String piece) {
		String told = hearing.told(piece);
		if (told != null) {
			messages++;
		}
		return told;
	}

	/**
	 * Puts {@code piece} into its queue, and takes it over; {@link #flush()} is to follow.
	 *
	 * @return {@code false} when it is gone
	 */
	boolean send(ByteBuf piece) {
		if (gone) {
			piece.release();
			return false;
		}
		channel.write(piece, channel.voidPromise());
		unflushed = true;
		ChannelOutboundBuffer queue = channel.unsafe().outboundBuffer();
		if (queue != null && queue.totalPendingWriteBytes() > limits.queue()) {
			flush();
			if (queue.totalPendingWriteBytes() > MOST_QUEUES * limits.queue()) {
				letGo(Phrase.GUEST_TOO_SLOW);
			}
		}
		return true;
	}

	void flush() {
		if (unflushed) {
			unflushed = false;
			channel.flush();
		}
	}

	/** Closes its connection, with {@code reason} for the log; when it is gone already, that stays as it was. */
	void letGo(Phrase reason) {
		if (!gone) {
			why = reason;
			gone = true;
			channel.close();
		}
	}

	/** Closes its connection when it has taken what was said, or a few seconds later; it is heard no more. */
	void dismiss() {
		if (!gone) {
			gone = true;
			Farewell.to(channel);
		}
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object piece) {
		var bytes = (ByteBuf) piece;
		if (gone) {
			bytes.release();
			return;
		}
		long wait = allowance.take(bytes.readableBytes() + OVERHEAD, System.nanoTime());
		gathering.said(this, bytes);
		if (wait > 0 && ctx.channel().config().isAutoRead()) {
			if (!flooded) {
				flooded = true;
				gathering.floods(this);
			}
			ctx.channel().config().setAutoRead(false);
			ctx.executor().schedule(() -> ctx.channel().config().setAutoRead(true), wait, TimeUnit.NANOSECONDS);
		}
	}

	@Override
	public void channelWritabilityChanged(ChannelHandlerContext ctx) {
		if (!ctx.channel().isWritable() && fullTimer == null) {
			fullTimer = ctx.executor().schedule(() -> letGo(Phrase.GUEST_TOO_SLOW), limits.full().toNanos(),
					TimeUnit.NANOSECONDS);
		} else if (ctx.channel().isWritable() && fullTimer != null) {
			fullTimer.cancel(false);
			fullTimer = null;
		}
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		gone = true;
		if (fullTimer != null) {
			fullTimer.cancel(false);
		}
		gathering.left(this, why);
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		LOG.log(cause instanceof IOException ? Level.DEBUG : Level.ERROR, () -> "Guest " + address, cause);
		letGo(Phrase.GUEST_LOST);
	}
}
