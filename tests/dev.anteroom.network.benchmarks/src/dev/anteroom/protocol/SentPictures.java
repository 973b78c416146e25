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

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.stream.ChunkedNioFile;
import io.netty.handler.stream.ChunkedWriteHandler;

import dev.anteroom.benchmarks.Child;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;

/**
 * Pictures of 16 MiB from a file to a socket whose other end takes all at once; tells MiB per second until the last is
 * written. The argument is {@code ANTEROOM}, or else Netty's chunks of 64 KiB are written.
 */
public final class SentPictures {

	private static final int MIB = 1 << 20;
	private static final int SIZE = 16 * MIB;
	private static final int CHUNK = 64 << 10;
	private static final int WARM_UP = 200;
	private static final int MEASURED = 400;

	private SentPictures() {
	}

	/** Writes one picture. */
	@FunctionalInterface
	private interface Sender {

		ChannelFuture send() throws IOException;
	}

	public static void main(String[] arguments) throws Exception {
		byte[] noise = new byte[SIZE];
		new Random(1).nextBytes(noise);
		Path file = Files.write(Files.createTempFile("picture", ""), noise);
		EventLoopGroup group = NetworkThread.create("pictures");
		try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			boolean own = arguments[0].equals("ANTEROOM");
			Channel channel = connect(group, own ? new ChannelInboundHandlerAdapter() : new ChunkedWriteHandler(), listener);
			var picture = new Picture(file, "p", SIZE, PictureFormat.PNG);
			Sender sender = own ? () -> PictureFrame.write(picture, channel, written -> {
			}) : () -> chunks(picture, channel);
			send(WARM_UP, sender, group);
			long start = System.nanoTime();
			send(MEASURED, sender, group);
			Child.tell("rate", (double) MEASURED * SIZE / MIB / ((System.nanoTime() - start) / 1e9));
		} finally {
			group.shutdownGracefully().sync();
			Files.delete(file);
		}
	}

	private static void send(int pictures, Sender sender, EventLoopGroup group) throws Exception {
		for (int i = 0; i < pictures; i++) {
			// On the network thread, as the product does it.
			group.submit(sender::send).get().sync();
		}
	}

	private static ChannelFuture chunks(Picture picture, Channel channel) throws IOException {
		channel.write(Unpooled.copyInt(SIZE));
		return channel.writeAndFlush(new ChunkedNioFile(FileChannel.open(picture.file()), 0, SIZE, CHUNK));
	}

	private static Channel connect(EventLoopGroup group, ChannelHandler handler, ServerSocket listener) throws Exception {
		Channel channel = new Bootstrap().group(group).channel(Transport.present().channel()).handler(handler)
				.connect(listener.getLocalSocketAddress()).sync().channel();
		Socket socket = listener.accept();
		Thread.ofPlatform().daemon().start(() -> drain(socket));
		return channel;
	}

	private static void drain(Socket socket) {
		byte[] buffer = new byte[MIB];
		try (InputStream in = socket.getInputStream()) {
			while (in.read(buffer) >= 0) {
				continue;
			}
		} catch (IOException e) {
			// It is measured.
		}
	}
}
