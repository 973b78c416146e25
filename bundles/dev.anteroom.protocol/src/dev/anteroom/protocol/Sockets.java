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

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Consumer;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;

/** Opens TCP connections that are all set up alike. */
public final class Sockets {

	private final Bootstrap bootstrap;

	/** @param setup puts the handlers into each new channel, on {@code loop} */
	public Sockets(EventLoop loop, Consumer<Channel> setup) {
		bootstrap = new Bootstrap().group(loop).channel(Transport.present().channel())
				.handler(new ChannelInitializer<>() {

					@Override
					protected void initChannel(Channel channel) {
						Transport.present().setUp(channel);
						setup.accept(channel);
					}
				});
	}

	/** A connection to {@code address}. The future's listeners are called before anything is read. */
	public ChannelFuture connect(InetSocketAddress address, Duration most) {
		int milliseconds = Math.clamp(most.toMillis(), 1, Integer.MAX_VALUE);
		return bootstrap.clone().option(ChannelOption.CONNECT_TIMEOUT_MILLIS, milliseconds).connect(address);
	}
}
