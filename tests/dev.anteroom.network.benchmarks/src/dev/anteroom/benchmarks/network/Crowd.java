/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.benchmarks.network;

import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.ReferenceCountUtil;

import dev.anteroom.protocol.NetworkThread;
import dev.anteroom.protocol.Transport;

/** Many connections that read one frame each and then only stay, from addresses of their own. */
final class Crowd implements AutoCloseable {

	/** How many connect at the same time: the system drops what is too much for a server's queue, for a second. */
	private static final int AT_ONCE = 512;

	private final EventLoopGroup group = NetworkThread.create("crowd");
	private final ChannelGroup channels = new DefaultChannelGroup(group.next());
	private int next;

	/**
	 * Connects {@code count} to {@code port}, as fast as they can.
	 *
	 * @return nanoseconds from the first call to the last frame
	 */
	long join(int port, int count) throws InterruptedException {
		var joining = new Joining(new InetSocketAddress("127.0.0.1", port), count);
		long start = System.nanoTime();
		group.next().execute(joining::connect);
		if (!joining.told.await(60, TimeUnit.SECONDS)) {
			throw new IllegalStateException(joining.told.getCount() + " were told nothing");
		}
		return System.nanoTime() - start;
	}

	/** Closes all of them. */
	void leave() {
		channels.close().syncUninterruptibly();
		next = 0;
	}

	@Override
	public void close() {
		leave();
		group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
	}

	/** On one thread, that of all connections: one that connected besides would take a processor of its own. */
	@Sharable
	private final class Joining extends ChannelInboundHandlerAdapter {

		private final Bootstrap bootstrap = new Bootstrap().group(group).channel(Transport.present().channel())
				.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 30_000).handler(this);
		private final InetSocketAddress server;
		private final int count;
		private final CountDownLatch told;
		private int begun;
		private int connecting;

		Joining(InetSocketAddress server, int count) {
			this.server = server;
			this.count = count;
			this.told = new CountDownLatch(count);
		}

		void connect() {
			for (; connecting < AT_ONCE && begun < count; connecting++, begun++) {
				bootstrap.connect(server, new InetSocketAddress(Load.address(next++), 0));
			}
		}

		@Override
		public void channelActive(ChannelHandlerContext ctx) {
			channels.add(ctx.channel());
		}

		@Override
		public void channelRead(ChannelHandlerContext ctx, Object bytes) {
			ReferenceCountUtil.release(bytes);
			if (ctx.channel().config().isAutoRead()) {
				ctx.channel().config().setAutoRead(false);
				told.countDown();
				connecting--;
				connect();
			}
		}

		/** The server was gone before us. */
		@Override
		public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
			ctx.close();
		}
	}
}
