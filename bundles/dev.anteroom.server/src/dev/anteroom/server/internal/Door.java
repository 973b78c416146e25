/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.server.internal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannelRecvByteBufAllocator;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.protocol.Transport;

/** A listening port. */
final class Door {

	/** Many may come in one moment; the system drops those beyond this. */
	private static final int BACKLOG = 4_096;

	/** How long nobody is let in after that failed: for want of file descriptors, as a rule. */
	private static final long REST_SECONDS = 1;
	private static final System.Logger LOG = System.getLogger(Door.class.getName());

	private final Channel channel;

	private Door(Channel channel) {
		this.channel = channel;
	}

	/**
	 * Listens on {@code port}.
	 *
	 * @param address one of this machine's, or {@code null} for all
	 * @param arrived takes each new connection before anything is read from it, on the event loop
	 * @return completes on the event loop; fails with a {@link ChatException}
	 */
	static CompletionStage<Door> open(EventLoopGroup group, InetAddress address, int port, Consumer<Channel> arrived) {
		var opened = new CompletableFuture<Door>();
		ChannelFuture bound = new ServerBootstrap().group(group).channel(Transport.present().serverChannel())
				// One at a time: those who are served have their turn in between.
				.option(ChannelOption.RECVBUF_ALLOCATOR, new ServerChannelRecvByteBufAllocator().maxMessagesPerRead(1))
				.option(ChannelOption.SO_BACKLOG, BACKLOG).option(ChannelOption.SO_REUSEADDR, true)
				.handler(new Rest()).childHandler(new Arrivals(arrived)).bind(new InetSocketAddress(address, port));
		bound.addListener(done -> {
			if (done.isSuccess()) {
				opened.complete(new Door(bound.channel()));
			} else {
				opened.completeExceptionally(new ChatException(notice(port, done.cause()), done.cause()));
			}
		});
		return opened;
	}

	int port() {
		return ((InetSocketAddress) channel.localAddress()).getPort();
	}

	void close() {
		channel.close();
	}

	/** Closes those who have connected and were not accepted yet. On the event loop. */
	void turnAwayPending() {
		try {
			Transport.present().turnAwayPending(channel);
		} catch (IOException e) {
			LOG.log(Level.DEBUG, "A connection could not be turned away", e);
		}
	}

	/** The system's message may be in the person's language, so the port has its say too. */
	static Notice notice(int port, Throwable cause) {
		String message = Transport.words(cause);
		String known = message.toLowerCase(Locale.ROOT);
		if (cause instanceof IOException) {
			if (known.contains("in use")) {
				return Notice.of(Phrase.PORT_IN_USE, port);
			}
			if (known.contains("permission") || port < 1_024 && !known.contains("assign")) {
				return Notice.of(Phrase.PORT_PRIVILEGED, port);
			}
		}
		return Notice.of(Phrase.CANNOT_LISTEN, port, message);
	}

	@Sharable
	private static final class Arrivals extends ChannelInboundHandlerAdapter {

		private final Consumer<Channel> arrived;

		Arrivals(Consumer<Channel> arrived) {
			this.arrived = arrived;
		}

		@Override
		public void channelActive(ChannelHandlerContext ctx) {
			ctx.pipeline().remove(this);
			if (ctx.channel().remoteAddress() == null) {
				ctx.close();
				return;
			}
			try {
				Transport.present().setUp(ctx.channel());
				arrived.accept(ctx.channel());
			} catch (RuntimeException | Error e) {
				LOG.log(Level.ERROR, () -> "Connection " + ctx.channel(), e);
				ctx.close();
			}
		}
	}

	/**
	 * Waits a moment when a connection can't be accepted; it stays where it is, and so do those that there are. Netty's
	 * own handler would do the same with a stack trace in the log each time.
	 */
	private static final class Rest extends ChannelInboundHandlerAdapter {

		private boolean told;

		@Override
		public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
			LOG.log(told ? Level.DEBUG : Level.WARNING, () -> "Nobody can be let in at " + ctx.channel(), cause);
			told = true;
			if (ctx.channel().config().isAutoRead()) {
				ctx.channel().config().setAutoRead(false);
				ctx.executor().schedule(() -> ctx.channel().config().setAutoRead(true), REST_SECONDS,
						TimeUnit.SECONDS);
			}
		}
	}
}
