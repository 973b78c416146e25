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
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.codec.LengthFieldPrepender;

import dev.anteroom.protocol.NetworkThread;
import dev.anteroom.protocol.Transport;

/**
 * As little as a server on Netty can do: one frame for whoever comes, each frame sent back as it came, and on the other
 * port frames of 1 MiB into files. Its pipelines are as long as those of Anteroom, on the same transport.
 */
final class BareServer implements Served {

	private static final byte[] NOTICE = "您是第 1 位等待中，請稍候...\n".getBytes(StandardCharsets.UTF_8);

	private final EventLoopGroup group = NetworkThread.create("bare-server");
	private final Path folder = Folders.create();
	private final Channel text;
	private final Channel images;
	private int connections;
	private long pictures;

	BareServer() throws IOException {
		text = open(Lines::new);
		images = open(Pictures::new);
	}

	private Channel open(Supplier<ChannelHandler> last) {
		return new ServerBootstrap().group(group).channel(Transport.present().serverChannel())
				.option(ChannelOption.SO_BACKLOG, 4_096).childHandler(new ChannelInitializer<>() {

					@Override
					protected void initChannel(Channel channel) {
						Transport.present().setUp(channel);
						channel.pipeline().addLast(new ChannelDuplexHandler(), new ChannelDuplexHandler(),
								new ChannelDuplexHandler(), new ChannelDuplexHandler(),
								new LengthFieldBasedFrameDecoder(2 * Load.MIB, 0, 4, 0, 4, true),
								new LengthFieldPrepender(4), new ChannelDuplexHandler(), last.get());
					}
				}).bind(new InetSocketAddress("127.0.0.1", 0)).syncUninterruptibly().channel();
	}

	@Override
	public int textPort() {
		return ((InetSocketAddress) text.localAddress()).getPort();
	}

	@Override
	public int imagePort() {
		return ((InetSocketAddress) images.localAddress()).getPort();
	}

	@Override
	public synchronized int waiting() {
		return connections;
	}

	private synchronized void count(int change) {
		connections += change;
	}

	private synchronized void pictureArrived() {
		pictures++;
		notifyAll();
	}

	@Override
	public synchronized void awaitPictures(long count) throws InterruptedException {
		while (pictures < count) {
			wait();
		}
	}

	@Override
	public void removePictures() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.toList()) {
				Files.delete(file);
			}
		}
	}

	@Override
	public void close() {
		group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
		Folders.delete(folder);
	}

	private final class Lines extends ChannelInboundHandlerAdapter {

		@Override
		public void channelActive(ChannelHandlerContext ctx) {
			count(1);
			ctx.writeAndFlush(Unpooled.wrappedBuffer(NOTICE));
		}

		@Override
		public void channelRead(ChannelHandlerContext ctx, Object frame) {
			ctx.writeAndFlush(frame);
		}

		@Override
		public void channelInactive(ChannelHandlerContext ctx) {
			count(-1);
		}

		@Override
		public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
			ctx.close();
		}
	}

	private final class Pictures extends ChannelInboundHandlerAdapter {

		private FileChannel file;
		private int frames;

		@Override
		public void channelRead(ChannelHandlerContext ctx, Object message) throws IOException {
			var frame = (ByteBuf) message;
			try {
				if (frames == 0) {
					file = FileChannel.open(folder.resolve(Long.toString(System.nanoTime())),
							StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
				}
				while (frame.isReadable()) {
					frame.readBytes(file, frame.readableBytes());
				}
				if (++frames == Load.PICTURE_MIB) {
					frames = 0;
					file.close();
					pictureArrived();
				}
			} finally {
				frame.release();
			}
		}
	}
}
