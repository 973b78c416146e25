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
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.util.AttributeKey;

/**
 * Notices that the other end takes nothing of what it is sent: a {@link FrameException} then goes up the pipeline,
 * after once to twice the given time. Netty's {@code WriteTimeoutHandler} counts from each write to its completion, which a
 * large picture on a slow line exceeds while it gets on well; this one asks for progress. There is a timer only while
 * something is not written.
 */
final class WriteStall extends ChannelOutboundHandlerAdapter {

	private static final AttributeKey<Boolean> STALLED = AttributeKey.valueOf(WriteStall.class, "stalled");

	private final Duration most;
	private boolean watching;
	private Object message;
	private long messageProgress;
	private long pendingBytes;

	WriteStall(Duration most) {
		this.most = most;
	}

	/** Whether {@code channel} was given up because the other end took nothing. */
	static boolean happenedTo(Channel channel) {
		return channel.hasAttr(STALLED);
	}

	@Override
	public void flush(ChannelHandlerContext ctx) {
		ctx.flush();
		if (!watching) {
			watch(ctx);
		}
	}

	private void watch(ChannelHandlerContext ctx) {
		ChannelOutboundBuffer buffer = ctx.channel().unsafe().outboundBuffer();
		watching = buffer != null && !buffer.isEmpty();
		if (watching) {
			message = buffer.current();
			messageProgress = buffer.currentProgress();
			pendingBytes = buffer.totalPendingWriteBytes();
			ctx.executor().schedule(() -> check(ctx), most.toNanos(), TimeUnit.NANOSECONDS);
		} else {
			message = null;
		}
	}

	private void check(ChannelHandlerContext ctx) {
		ChannelOutboundBuffer buffer = ctx.channel().unsafe().outboundBuffer();
		boolean stuck = buffer != null && !buffer.isEmpty() && buffer.current() == message
				&& buffer.currentProgress() == messageProgress && buffer.totalPendingWriteBytes() >= pendingBytes;
		if (stuck) {
			watching = false;
			message = null;
			ctx.channel().attr(STALLED).set(true);
			ctx.fireExceptionCaught(new FrameException(FrameException.Kind.NOT_TAKEN, most.toMillis()));
		} else {
			watch(ctx);
		}
	}
}
