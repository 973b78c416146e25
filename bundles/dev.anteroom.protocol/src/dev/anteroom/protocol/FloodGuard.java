/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.protocol;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongBinaryOperator;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Takes from one connection no more than a person could say, so that what listens, a disk above all, can keep up. A
 * burst is taken as it comes. After that the connection is read only now and then, and the rest waits at the other end:
 * nothing is lost. There is a timer only while something was taken that time has not made up for.
 */
final class FloodGuard extends ChannelInboundHandlerAdapter {

	/** What a frame of text costs beside its bytes, however short it is. */
	static final int TEXT_FRAME = 1 << 10;
	/** How many pictures are taken in a second in the long run: each becomes a file. Their size has a limit already. */
	static final int PICTURES = 50;
	/** How many seconds' worth may come at once. */
	static final int BURST_SECONDS = 8;

	private final int rate;
	private final LongBinaryOperator cost;
	private final FrameDeadline.Progress progress;
	private long framesPaid;
	private long left;
	private Future<?> timer;

	private FloodGuard(int rate, LongBinaryOperator cost, FrameDeadline.Progress progress) {
		this.rate = rate;
		this.cost = cost;
		this.progress = progress;
		this.left = burst();
	}

	/** @param rate as {@link Limits#textRate()} */
	static FloodGuard ofText(int rate, FrameDeadline.Progress progress) {
		return new FloodGuard(rate, (bytes, frames) -> bytes + frames * TEXT_FRAME, progress);
	}

	static FloodGuard ofPictures(FrameDeadline.Progress progress) {
		return new FloodGuard(PICTURES, (bytes, frames) -> frames, progress);
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		long bytes = ((ByteBuf) message).readableBytes();
		ctx.fireChannelRead(message);
		long frames = progress.framesEnded();
		left -= cost.applyAsLong(bytes, frames - framesPaid);
		framesPaid = frames;
		if (left < 0) {
			ReadGate.of(ctx.channel()).shut(ctx.channel(), ReadGate.Reason.FLOOD);
		}
		if (timer == null && left < burst() && ctx.channel().isActive()) {
			timer = schedule(ctx);
		}
	}

	private void refill(ChannelHandlerContext ctx) {
		left = Math.min(burst(), left + rate);
		timer = left < burst() ? schedule(ctx) : null;
		if (left >= 0) {
			ReadGate.of(ctx.channel()).open(ctx.channel(), ReadGate.Reason.FLOOD);
		}
	}

	private Future<?> schedule(ChannelHandlerContext ctx) {
		return ctx.executor().schedule(() -> refill(ctx), 1, TimeUnit.SECONDS);
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		cancel();
		ctx.fireChannelInactive();
	}

	@Override
	public void handlerRemoved(ChannelHandlerContext ctx) {
		cancel();
	}

	private void cancel() {
		if (timer != null) {
			timer.cancel(false);
		}
	}

	private long burst() {
		return (long) rate * BURST_SECONDS;
	}
}
