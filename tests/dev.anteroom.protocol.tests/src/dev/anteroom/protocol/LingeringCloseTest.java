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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;

class LingeringCloseTest {

	private static final int PATIENCE = 10;
	private static final byte[] UNREAD = new byte[256 << 10];
	private static final byte[] LAST = "That is all.".getBytes(StandardCharsets.UTF_8);

	private final EventLoopGroup group = NetworkThread.create("lingering");
	private final BlockingQueue<Channel> arrived = new LinkedBlockingQueue<>();
	private final List<Socket> peers = new ArrayList<>();
	private Door door;

	@BeforeEach
	void listen() throws Exception {
		door = Door.open(group, InetAddress.getLoopbackAddress(), 0, channel -> {
			channel.config().setAutoRead(false);
			arrived.add(channel);
		}).toCompletableFuture().get(PATIENCE, TimeUnit.SECONDS);
	}

	@AfterEach
	void close() throws IOException {
		group.shutdownGracefully(0, PATIENCE, TimeUnit.SECONDS).awaitUninterruptibly();
		for (Socket peer : peers) {
			peer.close();
		}
	}

	private Socket connect() throws IOException {
		var peer = new Socket(InetAddress.getLoopbackAddress(), door.port());
		peer.setSoTimeout(PATIENCE * 1_000);
		peers.add(peer);
		return peer;
	}

	private Channel accepted() throws InterruptedException {
		return arrived.poll(PATIENCE, TimeUnit.SECONDS);
	}

	private <T> T onLoop(Callable<T> action) throws Exception {
		return group.submit(action).get(PATIENCE, TimeUnit.SECONDS);
	}

	private void closed(Channel... channels) throws Exception {
		onLoop(() -> {
			for (Channel channel : channels) {
				channel.writeAndFlush(Unpooled.copiedBuffer(LAST));
				LingeringClose.close(channel);
			}
			return null;
		});
	}

	private void awaitOver() throws Exception {
		CompletableFuture<Void> over = onLoop(() -> LingeringClose.over().toCompletableFuture());
		over.get(PATIENCE, TimeUnit.SECONDS);
	}

	@Test
	void whatWasWrittenLastArrivesWhateverIsUnread() throws Exception {
		Socket peer = connect();
		peer.getOutputStream().write(UNREAD);
		closed(accepted());
		assertArrayEquals(LAST, peer.getInputStream().readNBytes(LAST.length));
		// Nothing is taken of it any more, but it does not come to a reset either.
		peer.getOutputStream().write(UNREAD);
		assertEquals(-1, peer.getInputStream().read());
		peer.close();
		awaitOver();
	}

	@Test
	void theOthersHearOfTheEndOnceAndOfNothingAfterIt() throws Exception {
		Socket peer = connect();
		Channel channel = accepted();
		var heard = new LinkedBlockingQueue<String>();
		onLoop(() -> channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {

			@Override
			public void channelRead(ChannelHandlerContext ctx, Object message) {
				heard.add("read");
			}

			@Override
			public void channelInactive(ChannelHandlerContext ctx) {
				heard.add(channel.isOpen() ? "over" : "closed");
			}
		}));
		closed(channel);
		assertEquals("over", heard.poll(PATIENCE, TimeUnit.SECONDS));
		assertTrue(onLoop(() -> LingeringClose.isOver(channel)));
		closed(channel);
		peer.getOutputStream().write(UNREAD);
		peer.close();
		assertTrue(channel.closeFuture().await(PATIENCE, TimeUnit.SECONDS));
		awaitOver();
		assertTrue(heard.isEmpty(), heard::toString);
	}

	@Test
	void oneThatNeverClosesIsNotWaitedForForEver() throws Exception {
		Socket peer = connect();
		Channel channel = accepted();
		closed(channel);
		awaitOver();
		assertFalse(channel.isOpen());
		assertArrayEquals(LAST, peer.getInputStream().readAllBytes());
	}

	@Test
	void oneThatSendsOnIsCutOff() throws Exception {
		Socket peer = connect();
		closed(accepted());
		assertThrows(IOException.class, () -> {
			for (long sent = 0; sent < 4L * LingeringClose.MOST_BYTES; sent += UNREAD.length) {
				peer.getOutputStream().write(UNREAD);
			}
		});
	}

	@Test
	void onlySoManyAreWaitedForAtATime() throws Exception {
		var channels = new ArrayList<Channel>();
		int beyond = 40;
		for (int i = 0; i < LingeringClose.MOST_CONNECTIONS + beyond; i++) {
			connect();
			channels.add(accepted());
		}
		closed(channels.toArray(Channel[]::new));
		assertEquals(beyond, onLoop(() -> channels.stream().filter(channel -> !channel.isOpen()).count()));
		for (Socket peer : peers) {
			assertArrayEquals(LAST, peer.getInputStream().readNBytes(LAST.length));
			peer.close();
		}
		awaitOver();
		assertTrue(channels.stream().noneMatch(Channel::isOpen));
	}
}
