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

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

import dev.anteroom.chat.Notice;

/**
 * A text connection: after {@link #install}, strings written to the channel go out as frames, and the listener hears of
 * those that come in. Whoever breaks the limits is closed.
 */
public final class TextFrames {

	private TextFrames() {
	}

	/** Puts the handlers into {@code channel}, before its first read. */
	public static void install(Channel channel, Limits limits, TextListener listener) {
		var decoder = new TextFrameDecoder(limits.textFrame());
		ReadGate.of(channel);
		channel.pipeline().addLast(new WriteStall(limits.stalledWrite()), new FrameDeadline(limits.frame(), decoder),
				FloodGuard.ofText(limits.textRate(), decoder), decoder, TextFrameEncoder.INSTANCE,
				new Events(listener));
	}

	/** Closes {@code channel}, into which nothing was put, after it was sent {@code frame}. */
	public static void sendAway(Channel channel, String frame) {
		channel.pipeline().addLast(TextFrameEncoder.INSTANCE);
		channel.writeAndFlush(frame).addListener(written -> LingeringClose.close(channel));
	}

	private static final class Events extends ChannelInboundHandlerAdapter {

		private final TextListener listener;
		private Notice failure;
		private boolean closed;

		Events(TextListener listener) {
			this.listener = listener;
		}

		@Override
		public void channelRead(ChannelHandlerContext ctx, Object frame) {
			if (!closed) {
				listener.frame((String) frame);
			}
		}

		@Override
		public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
			if (failure == null) {
				failure = Failures.notice(ctx.channel(), cause);
			}
			LingeringClose.close(ctx.channel());
		}

		@Override
		public void channelInactive(ChannelHandlerContext ctx) {
			if (!closed) {
				closed = true;
				listener.closed(failure);
			}
		}
	}
}
