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

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;

/**
 * Sees to it that a frame, once begun, is completed in time; otherwise a {@link FrameException} goes up the pipeline.
 * The clock runs anew after a time in which we did not read: that was not the other end's fault. There is a timer only
 * while a frame is incomplete.
 */
final class FrameDeadline extends ChannelDuplexHandler {

	/** What a decoder knows about the frame that is coming in. */
	interface Progress {

		/** Whether some bytes of a frame are there, but not all. */
		boolean isInFrame();

		/** How many frames are over. */
		long framesEnded();
	}

	private final Duration most;
	private final Progress progress;
	private Future<?> timer;
	private long frame;

	FrameDeadline(Duration most, Progress progress) {
		this.most = most;
		this.progress = progress;
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext ctx) {
		if (!progress.isInFrame() || progress.framesEnded() != frame || !ctx.channel().config().isAutoRead()) {
			cancel();
		}
		ctx.fireChannelReadComplete();
	}

	/** Follows each {@link #channelReadComplete} at once, or when reading goes on after a pause. */
	@Override
	public void read(ChannelHandlerContext ctx) {
		boolean reading = ctx.channel().isActive() && ctx.channel().config().isAutoRead();
		if (timer == null && reading && progress.isInFrame()) {
			frame = progress.framesEnded();
			timer = ctx.executor().schedule(() -> expired(ctx), most.toNanos(), TimeUnit.NANOSECONDS);
		}
		ctx.read();
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

	private void expired(ChannelHandlerContext ctx) {
		timer = null;
		ctx.fireExceptionCaught(new FrameException(FrameException.Kind.TOO_SLOW, most.toMillis()));
	}

	private void cancel() {
		if (timer != null) {
			timer.cancel(false);
			timer = null;
		}
	}
}
