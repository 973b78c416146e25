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

/** The end of an image connection's pipeline. */
final class ImageLink extends ChannelInboundHandlerAdapter {

	/** Hears that the connection is closed; once, on the event loop. */
	@FunctionalInterface
	interface Closed {

		/**
		 * @param failure     what was wrong with it; {@code null} when it was simply closed
		 * @param unreachable whether that says that the other end's machine is out of reach
		 */
		void closed(Notice failure, boolean unreachable);
	}

	private final Closed listener;
	private Notice failure;
	private boolean unreachable;

	private ImageLink(Closed listener) {
		this.listener = listener;
	}

	/** Puts the handlers into {@code channel}, before its first read. */
	static void install(Channel channel, Limits limits, PictureReceiver receiver, Closed listener) {
		var decoder = new ImageFrameDecoder(limits.imageFrame());
		ReadGate.of(channel);
		channel.pipeline().addLast(new WriteStall(limits.stalledWrite()), new FrameDeadline(limits.frame(), decoder),
				FloodGuard.ofPictures(decoder), decoder, receiver, new ImageLink(listener));
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		if (failure == null) {
			failure = Failures.notice(ctx.channel(), cause);
			unreachable = Transport.present().saysUnreachable(cause);
		}
		LingeringClose.close(ctx.channel());
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		listener.closed(failure, unreachable);
	}
}
