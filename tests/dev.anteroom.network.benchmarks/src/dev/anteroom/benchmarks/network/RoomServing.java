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

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;

import dev.anteroom.chat.Archive;
import dev.anteroom.history.internal.TextArchive;
import dev.anteroom.protocol.NetworkThread;
import dev.anteroom.protocol.Transport;
import dev.anteroom.room.RoomLimits;
import dev.anteroom.room.RoomSettings;
import dev.anteroom.room.internal.RoomHostService;

/** A room in a process of its own, Anteroom's or the least that Netty can do: says its port, and ends with its input. */
final class RoomServing {

	/** Nobody says as much in a second as is to be measured; usually a guest that does is read more slowly. */
	private static final RoomLimits LIMITS = new RoomLimits(2_000, 2_000, 64 << 10, Duration.ofMillis(100), 1 << 30,
			1 << 30, 64 << 20, Duration.ofSeconds(30), Duration.ofSeconds(10));

	private RoomServing() {
	}

	public static void main(String[] arguments) throws IOException {
		if (Subject.valueOf(arguments[0]) == Subject.ANTEROOM) {
			keep();
		} else {
			relay();
		}
	}

	private static void keep() throws IOException {
		Path folder = Folders.create();
		var host = new RoomHostService(new TextArchive());
		host.open(new RoomSettings(InetAddress.getByName("127.0.0.1"), 0, new Archive.Location(folder, "room_log", null),
				LIMITS)).toCompletableFuture().join();
		System.out.println(host.status().port());
		System.in.transferTo(OutputStream.nullOutputStream());
		host.close().toCompletableFuture().join();
		Folders.delete(folder);
	}

	private static void relay() throws IOException {
		EventLoopGroup group = NetworkThread.create("bare-room");
		ChannelGroup all = new DefaultChannelGroup(group.next());
		Channel listening = new ServerBootstrap().group(group).channel(Transport.present().serverChannel())
				.option(ChannelOption.SO_BACKLOG, 4_096).childHandler(new ChannelInitializer<>() {

					@Override
					protected void initChannel(Channel channel) {
						Transport.present().setUp(channel);
						channel.pipeline().addLast(new ChannelDuplexHandler(), new Relay(all));
					}
				}).bind(new InetSocketAddress("127.0.0.1", 0)).syncUninterruptibly().channel();
		System.out.println(((InetSocketAddress) listening.localAddress()).getPort());
		System.in.transferTo(OutputStream.nullOutputStream());
		group.shutdownGracefully();
	}

	/** What comes goes to all others. */
	private static final class Relay extends ChannelInboundHandlerAdapter {

		/** On the one event loop only. */
		private static boolean flushing;

		private final ChannelGroup all;

		Relay(ChannelGroup all) {
			this.all = all;
		}

		@Override
		public void channelActive(ChannelHandlerContext ctx) {
			all.add(ctx.channel());
		}

		@Override
		public void channelRead(ChannelHandlerContext ctx, Object message) {
			var bytes = (ByteBuf) message;
			for (Channel channel : all) {
				if (channel != ctx.channel()) {
					channel.write(bytes.retainedDuplicate(), channel.voidPromise());
				}
			}
			bytes.release();
			if (!flushing) {
				// Once for what comes in one turn, as in Anteroom.
				flushing = true;
				ctx.executor().execute(() -> {
					flushing = false;
					all.flush();
				});
			}
		}

		@Override
		public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
			ctx.close();
		}
	}
}
