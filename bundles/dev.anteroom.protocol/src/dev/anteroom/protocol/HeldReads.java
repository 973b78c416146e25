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

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Takes only so many bytes from a client that waits; the rest stays at its own side, and nothing is lost. With
 * {@link Transport#EPOLL} it is noticed all the same if that client leaves by closing, and what the system holds of the
 * rest comes first; otherwise only when something is sent to it or it is admitted.
 */
public final class HeldReads extends ChannelInboundHandlerAdapter {

	private final int most;
	private final ReadGate gate;
	private long taken;
	private boolean released;

	private HeldReads(int most, ReadGate gate) {
		this.most = most;
		this.gate = gate;
	}

	/** Holds {@code channel} to {@code most} bytes and at most one receive buffer more, from its next read on. */
	public static void install(Channel channel, int most) {
		channel.pipeline().addFirst(new HeldReads(most, ReadGate.of(channel)));
	}

	/** Lets {@code channel} be read without a bound from now on. On its event loop. */
	public static void release(Channel channel) {
		HeldReads handler = channel.pipeline().get(HeldReads.class);
		if (handler != null) {
			handler.released = true;
			handler.gate.open(channel, ReadGate.Reason.HELD);
		}
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		if (!released) {
			taken += ((ByteBuf) message).readableBytes();
			if (taken >= most) {
				gate.shut(ctx.channel(), ReadGate.Reason.HELD);
			}
		}
		ctx.fireChannelRead(message);
	}
}
