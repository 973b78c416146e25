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

import java.util.List;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.util.concurrent.Future;

import dev.anteroom.room.RoomLimits;

/**
 * Cuts a stream of raw UTF-8 into pieces that can stand between other people's: whole lines, or what there is of a line
 * when nothing more came for {@link RoomLimits#lineEnd()}, or when it gets very long. While the last character is not
 * whole, it waits ten times as long for the rest, so that none is broken for being cut in two packets, of which the
 * second may have to be sent again; what never was UTF-8 goes on after that, too. No byte is changed, added or dropped.
 * At most {@link RoomLimits#piece()} bytes wait, and there is a timer only while some do.
 */
final class Pieces extends ByteToMessageDecoder {

	private static final byte LINE_FEED = '\n';
	/** What is shorter does not keep the memory that it was read into for as long as somebody is to take it. */
	private static final int SHORT = 1 << 10;
	/** A packet that was lost comes again within a second, unless it is lost several times. */
	private static final int PAUSES_WITHIN_CHARACTER = 10;

	private final RoomLimits limits;
	/** When the last bytes came, by {@link System#nanoTime()}. */
	private long lastRead;
	private Future<?> timer;
	/** How many of the bytes that wait have no line feed among them. */
	private int scanned;

	Pieces(RoomLimits limits) {
		this.limits = limits;
	}

	@Override
	protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
		lastRead = ctx.executor().ticker().nanoTime();
		int end = endOfLines(in, scanned);
		if (end == 0 && in.readableBytes() >= limits.piece()) {
			end = Utf8.wholeCharacters(in);
		}
		if (end > 0) {
			out.add(piece(ctx, in, end));
		}
		scanned = in.readableBytes();
		if (in.isReadable() && timer == null) {
			watch(ctx, limits.lineEnd().toNanos());
		}
	}

	@Override
	protected void decodeLast(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
		if (in.isReadable()) {
			out.add(in.readRetainedSlice(in.readableBytes()));
		}
	}

	@Override
	protected void handlerRemoved0(ChannelHandlerContext ctx) {
		if (timer != null) {
			timer.cancel(false);
		}
	}

	/** How many bytes of {@code in} are whole lines; there is no line feed among the first {@code scanned}. */
	private static int endOfLines(ByteBuf in, int scanned) {
		int from = in.readerIndex() + scanned;
		int last = in.forEachByteDesc(from, in.writerIndex() - from, value -> value != LINE_FEED);
		return last < 0 ? 0 : last + 1 - in.readerIndex();
	}

	private static ByteBuf piece(ChannelHandlerContext ctx, ByteBuf in, int length) {
		return length < SHORT ? ctx.alloc().buffer(length).writeBytes(in, length) : in.readRetainedSlice(length);
	}

	private void watch(ChannelHandlerContext ctx, long nanoseconds) {
		timer = ctx.executor().schedule(() -> paused(ctx), nanoseconds, TimeUnit.NANOSECONDS);
	}

	private void paused(ChannelHandlerContext ctx) {
		timer = null;
		int length = actualReadableBytes();
		if (length == 0) {
			return;
		}
		long left = lastRead + pause(internalBuffer()) - ctx.executor().ticker().nanoTime();
		if (left > 0) {
			// Not longer than that: once the rest of a character comes, only that is to be waited for.
			watch(ctx, Math.min(left, limits.lineEnd().toNanos()));
		} else {
			ByteBuf piece = piece(ctx, internalBuffer(), length);
			scanned = 0;
			ctx.fireChannelRead(piece);
			ctx.fireChannelReadComplete();
		}
	}

	/** For how many nanoseconds nothing more must come before {@code in} goes on without a line feed. */
	private long pause(ByteBuf in) {
		boolean whole = Utf8.wholeCharacters(in) == in.readableBytes();
		return limits.lineEnd().toNanos() * (whole ? 1 : PAUSES_WITHIN_CHARACTER);
	}
}
