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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.socket.nio.NioChannelOption;

class WatchedSocketsTest {

	private static final int PATIENCE = 10;

	private final EventLoopGroup group = NetworkThread.create("transport");

	@AfterEach
	void close() {
		group.shutdownGracefully(0, PATIENCE, TimeUnit.SECONDS).awaitUninterruptibly();
	}

	/** How soon it is then noticed, tests/network shows. */
	@Test
	void theSystemIsAskedToLookForWhoeverVanishes() throws IOException {
		Set<String> offered = offered();
		withConnection(channel -> {
			Transport.present().setUp(channel);
			assertEquals(true, channel.config().getOption(ChannelOption.TCP_NODELAY));
			assertEquals(true, channel.config().getOption(ChannelOption.SO_KEEPALIVE));
			Map<String, Integer> probes = probes(channel);
			assertEquals(offered, probes.keySet());
			if (probes.size() == 3) {
				assertEquals(24, probes.get("TCP_KEEPIDLE") + probes.get("TCP_KEEPINTERVAL") * probes.get("TCP_KEEPCOUNT"));
			}
			if (Transport.present() == Transport.EPOLL) {
				assertEquals(24_000, channel.config().getOption(EpollChannelOption.TCP_USER_TIMEOUT));
			}
		});
	}

	/** Thousands of questions at once would not all find room in the system's queues. */
	@Test
	void notAllAreAskedAtOnce() throws IOException {
		assumeTrue(offered().contains("TCP_KEEPIDLE"));
		withConnection(channel -> {
			var seconds = new TreeSet<Integer>();
			for (int i = 0; i < 1_000; i++) {
				Transport.present().setUp(channel);
				seconds.add(probes(channel).get("TCP_KEEPIDLE"));
			}
			assertEquals(List.of(6, 7, 8, 9, 10, 11, 12, 13), List.copyOf(seconds));
		});
	}

	private void withConnection(Consumer<Channel> test) throws IOException {
		try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			test.accept(new Bootstrap().group(group).channel(Transport.present().channel())
					.handler(new ChannelInboundHandlerAdapter()).connect(server.getLocalSocketAddress())
					.syncUninterruptibly().channel());
		}
	}

	/** Those that this system has. */
	private static Set<String> offered() throws IOException {
		try (var socket = SocketChannel.open()) {
			return socket.supportedOptions().stream().map(SocketOption::name).filter(name -> name.startsWith("TCP_KEEP"))
					.collect(Collectors.toSet());
		}
	}

	private static Map<String, Integer> probes(Channel channel) {
		if (Transport.present() == Transport.EPOLL) {
			return Map.of("TCP_KEEPIDLE", channel.config().getOption(EpollChannelOption.TCP_KEEPIDLE), "TCP_KEEPINTERVAL",
					channel.config().getOption(EpollChannelOption.TCP_KEEPINTVL), "TCP_KEEPCOUNT",
					channel.config().getOption(EpollChannelOption.TCP_KEEPCNT));
		}
		var options = new HashMap<String, Integer>();
		channel.config().getOptions().forEach((option, value) -> {
			if (option instanceof NioChannelOption<?> nio && nio.name().contains("TCP_KEEP")
					&& value instanceof Integer number) {
				options.put(nio.name().substring(nio.name().indexOf("TCP_")), number);
			}
		});
		return options;
	}

	@Test
	void whoeverWasNotAcceptedIsTurnedAway() throws Exception {
		Channel listening = new ServerBootstrap().group(group).channel(Transport.present().serverChannel())
				.childHandler(new ChannelInboundHandlerAdapter())
				.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)).syncUninterruptibly().channel();
		var port = ((InetSocketAddress) listening.localAddress()).getPort();
		group.submit(() -> {
			try (var early = new Socket(InetAddress.getLoopbackAddress(), port)) {
				early.setSoTimeout(PATIENCE * 1_000);
				Transport.present().turnAwayPending(listening);
				assertTrue(early.getInputStream().read() < 0);
				Transport.present().turnAwayPending(listening);
			}
			return null;
		}).get(PATIENCE, TimeUnit.SECONDS);
		assertTrue(listening.isOpen());
	}
}
