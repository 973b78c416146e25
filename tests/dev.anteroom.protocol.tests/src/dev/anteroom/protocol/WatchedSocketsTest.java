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

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
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
		try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			Channel channel = new Bootstrap().group(group).channel(Transport.present().channel())
					.handler(new ChannelInboundHandlerAdapter()).connect(server.getLocalSocketAddress())
					.syncUninterruptibly().channel();
			Transport.present().setUp(channel);
			if (Transport.present() == Transport.EPOLL) {
				assertEquals(10, channel.config().getOption(EpollChannelOption.TCP_KEEPIDLE));
				assertEquals(5, channel.config().getOption(EpollChannelOption.TCP_KEEPINTVL));
				assertEquals(3, channel.config().getOption(EpollChannelOption.TCP_KEEPCNT));
				assertEquals(20_000, channel.config().getOption(EpollChannelOption.TCP_USER_TIMEOUT));
			} else {
				assertEquals(offered(Map.of("TCP_KEEPIDLE", 10, "TCP_KEEPINTERVAL", 5, "TCP_KEEPCOUNT", 3)),
						nioOptions(channel));
			}
		}
	}

	/** Those that this system has. */
	private static Map<String, Integer> offered(Map<String, Integer> options) throws IOException {
		try (var socket = SocketChannel.open()) {
			return options.entrySet().stream()
					.filter(option -> socket.supportedOptions().stream()
							.anyMatch(offered -> offered.name().equals(option.getKey())))
					.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		}
	}

	private static Map<String, Integer> nioOptions(Channel channel) {
		var options = new HashMap<String, Integer>();
		channel.config().getOptions().forEach((option, value) -> {
			if (option instanceof NioChannelOption<?> nio && nio.name().contains("KEEP")
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
