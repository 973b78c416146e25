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

import java.util.ArrayList;
import java.util.List;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

/**
 * A connection whose handlers are still to come. It is not read; what comes all the same, because epoll tells of its end
 * and gives out what the system holds before that, is kept. On the event loop only.
 */
public final class HeldConnection extends ChannelInboundHandlerAdapter {

	private final Channel channel;
	private final List<Object> kept = new ArrayList<>();
	private boolean over;

	private HeldConnection(Channel channel) {
		this.channel = channel;
	}

	/** Holds {@code channel}, of which nothing was read yet, until {@link #release} or {@link #drop}. */
	public static HeldConnection of(Channel channel) {
		var held = new HeldConnection(channel);
		ReadGate.of(channel).shut(channel, ReadGate.Reason.HELD);
		channel.pipeline().addLast(held);
		return held;
	}

	/** What is held. */
	public Channel channel() {
		return channel;
	}

	/** Gives the handlers that are there now what was kept, and has the connection read. */
	public void release() {
		if (!over) {
			channel.pipeline().remove(this);
		}
		if (!kept.isEmpty()) {
			kept.forEach(channel.pipeline()::fireChannelRead);
			channel.pipeline().fireChannelReadComplete();
		}
		if (over) {
			channel.pipeline().fireChannelInactive();
		} else {
			ReadGate.of(channel).open(channel, ReadGate.Reason.HELD);
		}
	}

	/** Closes the connection and forgets what was kept. */
	public void drop() {
		kept.forEach(ReferenceCountUtil::release);
		kept.clear();
		channel.close();
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		kept.add(message);
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		over = true;
	}

	/** It is about to end. */
	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		ctx.close();
	}
}
