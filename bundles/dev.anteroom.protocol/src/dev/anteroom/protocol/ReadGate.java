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
import io.netty.channel.ChannelOutboundHandlerAdapter;

/** Reads a connection only while nobody has a reason against it. On the event loop only. */
final class ReadGate extends ChannelOutboundHandlerAdapter {

	/** Why a connection is not read. */
	enum Reason {
		/** It waits, and has said as much as is kept of one that waits. */
		HELD,
		/** It sends more than is taken from anybody. */
		FLOOD,
		/** What it sent is not stored yet. */
		STORE
	}

	/** One bit for each that there is: ten thousand in line would have a set each, most of them empty. */
	private int reasons;

	private ReadGate() {
	}

	/** The gate of {@code channel}, which gets one if it has none. */
	static ReadGate of(Channel channel) {
		ReadGate gate = channel.pipeline().get(ReadGate.class);
		if (gate == null) {
			gate = new ReadGate();
			channel.pipeline().addFirst(gate);
		}
		return gate;
	}

	/** After this, what was read already may still be passed on, one receive buffer at the most. */
	void shut(Channel channel, Reason reason) {
		reasons |= bit(reason);
		channel.config().setAutoRead(false);
	}

	void open(Channel channel, Reason reason) {
		boolean was = reasons != 0;
		reasons &= ~bit(reason);
		if (was && reasons == 0) {
			channel.config().setAutoRead(true);
		}
	}

	/** A decoder that has half a frame asks for more even without auto-read. */
	@Override
	public void read(ChannelHandlerContext ctx) {
		if (reasons == 0) {
			ctx.read();
		}
	}

	private static int bit(Reason reason) {
		return 1 << reason.ordinal();
	}
}
