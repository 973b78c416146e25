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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
				.childHandler(new Arrivals(arrived)).bind(new InetSocketAddress(address, port));
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
			} else {
				Transport.present().setUp(ctx.channel());
				arrived.accept(ctx.channel());
			}
		}
	}
}
