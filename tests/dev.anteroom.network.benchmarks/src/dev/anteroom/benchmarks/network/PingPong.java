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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.codec.LengthFieldPrepender;
import io.netty.util.ReferenceCountUtil;

import dev.anteroom.benchmarks.Child;
import dev.anteroom.benchmarks.Samples;
import dev.anteroom.chat.Archive;
import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Said;
import dev.anteroom.client.ClientSettings;
import dev.anteroom.client.internal.ChatClientService;
import dev.anteroom.history.internal.TextArchive;
import dev.anteroom.protocol.NetworkThread;
import dev.anteroom.protocol.Transport;

/** A message to the server's listener and back to the client's, again and again; tells p50 and p99 in microseconds. */
final class PingPong {

	private static final int WARM_UP = 60_000;
	private static final int MEASURED = 40_000;

	private final Placement placement;
	private final Samples samples = new Samples();
	private final CountDownLatch done = new CountDownLatch(1);
	private int round;
	private long sent;

	private PingPong(Placement placement) {
		this.placement = placement;
	}

	public static void main(String[] arguments) throws Exception {
		var subject = Subject.valueOf(arguments[0]);
		var pingPong = new PingPong(Placement.valueOf(arguments[1]));
		try (Served server = subject.serve()) {
			if (subject == Subject.ANTEROOM) {
				pingPong.talk(server);
			} else {
				pingPong.send(server);
			}
		}
		Child.tell("p50", pingPong.samples.millis(50) * 1_000);
		Child.tell("p99", pingPong.samples.millis(99) * 1_000);
	}

	/** The last one is back; whether there is another to be sent. */
	private boolean next() {
		long now = System.nanoTime();
		if (round > WARM_UP) {
			samples.add(now - sent);
		}
		sent = now;
		round++;
		if (round > WARM_UP + MEASURED) {
			done.countDown();
			return false;
		}
		return true;
	}

	private void await() throws InterruptedException {
		if (!done.await(60, TimeUnit.SECONDS)) {
			throw new IllegalStateException("Stuck after " + round);
		}
	}

	private void talk(Served server) throws Exception {
		Path folder = Folders.create();
		var client = new ChatClientService(new TextArchive());
		try {
			var conversing = new CountDownLatch(1);
			client.conversation().addStateListener(() -> {
				if (client.conversation().state() instanceof ConversationState.Conversing) {
					conversing.countDown();
				}
			});
			client.conversation().journal().addListener(entry -> {
				if (entry.event() instanceof Said said && !said.own() && next()) {
					say(client);
				}
			});
			client.connect(new ClientSettings(new Endpoint("127.0.0.1", server.textPort()), server.imagePort(),
					new Archive.Location(folder, "client_log", null), AnteroomServer.limits())).toCompletableFuture().join();
			conversing.await();
			placement.apply();
			sent = System.nanoTime();
			say(client);
			await();
		} finally {
			client.close();
			Folders.delete(folder);
		}
	}

	private static void say(ChatClientService client) {
		client.conversation().deliver(List.of(new Draft(Load.MESSAGE, null)));
	}

	/** Frames of the same length as what Anteroom sends. */
	private void send(Served server) throws InterruptedException {
		byte[] message = ("Client(127.0.0.1):" + Load.MESSAGE + "\n").getBytes(StandardCharsets.UTF_8);
		EventLoopGroup group = NetworkThread.create("bare-client");
		new Bootstrap().group(group).channel(Transport.present().channel())
				.handler(new ChannelInitializer<SocketChannel>() {

					@Override
					protected void initChannel(SocketChannel channel) {
						Transport.present().setUp(channel);
						channel.pipeline().addLast(new LengthFieldBasedFrameDecoder(Load.MIB, 0, 4, 0, 4, true),
								new LengthFieldPrepender(4), new ChannelInboundHandlerAdapter() {

									private boolean begun;

									@Override
									public void channelRead(ChannelHandlerContext ctx, Object frame) throws Exception {
										ReferenceCountUtil.release(frame);
										if (!begun) {
											begun = true;
											placement.apply();
											sent = System.nanoTime();
										} else if (!next()) {
											return;
										}
										ctx.writeAndFlush(Unpooled.wrappedBuffer(message));
									}
								});
					}
				}).connect(new InetSocketAddress("127.0.0.1", server.textPort())).sync();
		await();
		group.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
	}
}
