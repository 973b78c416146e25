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

import java.io.BufferedReader;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;

import dev.anteroom.benchmarks.Child;
import dev.anteroom.benchmarks.Samples;
import dev.anteroom.protocol.NetworkThread;
import dev.anteroom.protocol.Transport;

/**
 * A room of 1,000: tells how long 100 messages a second take to each of the others (p50 and p99, microseconds), and how
 * many deliveries a second there are when everybody speaks at once. All participants are in this process, on one event
 * loop, so that they are as slow for either subject.
 */
final class Rooms {

	private static final int PARTICIPANTS = 1_000;
	private static final int A_SECOND = 100;
	private static final int WARM_UP = 3 * A_SECOND;
	private static final int MEASURED = 8 * A_SECOND;
	private static final int AT_ONCE = 1_000;
	private static final int ROUNDS = 4;
	/** A message is 64 bytes: the moment it was due, in digits, and filling. */
	private static final String FORM = "%020d" + "x".repeat(43) + "\n";
	private static final int LENGTH = 64;
	private static final int DIGITS = 20;

	private final EventLoopGroup group = NetworkThread.create("participants");
	private final List<Channel> participants = new ArrayList<>();
	// On the event loop only.
	private Samples samples = new Samples();
	private long heard;
	private long wanted;
	private CountDownLatch done;

	private Rooms() {
	}

	public static void main(String[] arguments) throws Exception {
		Process server = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
				RoomServing.class.getName(), arguments[0]).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		var rooms = new Rooms();
		try (BufferedReader answers = server.inputReader()) {
			rooms.join(Integer.parseInt(answers.readLine()));
			rooms.talk(WARM_UP);
			rooms.samples = new Samples();
			rooms.talk(MEASURED);
			Child.tell("p50", rooms.samples.millis(50) * 1_000);
			Child.tell("p99", rooms.samples.millis(99) * 1_000);
			rooms.speakAtOnce();
			double best = 0;
			for (int round = 0; round < ROUNDS; round++) {
				best = Math.max(best, rooms.speakAtOnce());
			}
			Child.tell("rate", best);
		} finally {
			rooms.group.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
			server.outputWriter().close();
			if (!server.waitFor(10, TimeUnit.SECONDS)) {
				server.destroyForcibly();
			}
		}
	}

	private void join(int port) throws InterruptedException {
		var bootstrap = new Bootstrap().group(group).channel(Transport.present().channel())
				.handler(new ChannelInitializer<>() {

					@Override
					protected void initChannel(Channel channel) {
						Transport.present().setUp(channel);
						channel.pipeline().addLast(new Hearing());
					}
				});
		for (int i = 0; i < PARTICIPANTS; i++) {
			participants.add(bootstrap.connect(new InetSocketAddress("127.0.0.1", port),
					new InetSocketAddress(Load.address(i), 0)).sync().channel());
		}
	}

	/** 100 messages a second, each from somebody else. */
	private void talk(int messages) throws InterruptedException {
		expect((long) messages * (PARTICIPANTS - 1));
		long start = System.nanoTime();
		for (int i = 0; i < messages; i++) {
			long due = start + i * TimeUnit.SECONDS.toNanos(1) / A_SECOND;
			while (System.nanoTime() < due) {
				LockSupport.parkNanos(due - System.nanoTime());
			}
			say(participants.get(i % PARTICIPANTS), due);
		}
		await();
	}

	/** @return deliveries a second */
	private double speakAtOnce() throws InterruptedException {
		long deliveries = (long) AT_ONCE * (PARTICIPANTS - 1);
		expect(deliveries);
		long start = System.nanoTime();
		for (int i = 0; i < AT_ONCE; i++) {
			say(participants.get(i % PARTICIPANTS), start);
		}
		await();
		return deliveries / ((System.nanoTime() - start) / 1e9);
	}

	/** @param moment when it should have been sent */
	private static void say(Channel channel, long moment) {
		channel.writeAndFlush(Unpooled.wrappedBuffer(String.format(FORM, moment).getBytes()));
	}

	private void expect(long deliveries) throws InterruptedException {
		done = new CountDownLatch(1);
		group.next().submit(() -> {
			heard = 0;
			wanted = deliveries * LENGTH;
		}).sync();
	}

	private void await() throws InterruptedException {
		if (!done.await(60, TimeUnit.SECONDS)) {
			throw new IllegalStateException("Heard " + heard + " bytes of " + wanted);
		}
	}

	/** Takes the time of every message, those that come in two reads too. */
	private final class Hearing extends ChannelInboundHandlerAdapter {

		private final ByteBuf record = Unpooled.buffer(LENGTH, LENGTH);

		@Override
		public void channelRead(ChannelHandlerContext ctx, Object message) {
			var bytes = (ByteBuf) message;
			heard += bytes.readableBytes();
			while (bytes.isReadable()) {
				record.writeBytes(bytes, Math.min(bytes.readableBytes(), record.writableBytes()));
				if (!record.isWritable()) {
					samples.add(System.nanoTime() - moment(record, 0));
					record.clear();
				}
			}
			bytes.release();
			if (heard == wanted) {
				done.countDown();
			}
		}

		private static long moment(ByteBuf bytes, int index) {
			long moment = 0;
			for (int i = index; i < index + DIGITS; i++) {
				moment = moment * 10 + bytes.getByte(i) - '0';
			}
			return moment;
		}
	}
}
