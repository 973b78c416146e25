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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.socket.SocketChannel;

class TransportTest {

	/** Also where Netty is made of OSGi bundles, and its native library is in a fragment. */
	@Test
	void linuxHasEpollUnlessTheOtherIsAskedFor() {
		boolean nio = !System.getProperty("os.name").equals("Linux")
				|| System.getProperty(Transport.PROPERTY, "").equals("nio");
		assertEquals(nio ? Transport.NIO : Transport.EPOLL, Transport.present());
	}

	@Test
	void aConnectionIsSetUpForAPeerThatMayVanish() throws Exception {
		EventLoopGroup group = NetworkThread.create("test");
		try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			var connected = new Bootstrap().group(group).channel(Transport.present().channel())
					.handler(new ChannelHandlerAdapter() {
					}).connect(server.getLocalSocketAddress()).sync();
			var channel = assertInstanceOf(SocketChannel.class, connected.channel());
			Transport.present().setUp(channel);
			assertEquals(true, channel.config().getOption(ChannelOption.TCP_NODELAY));
			assertEquals(true, channel.config().getOption(ChannelOption.SO_KEEPALIVE));
			if (Transport.present() == Transport.EPOLL) {
				assertVanishingIsNoticed(channel);
			}
			channel.close().sync();
		} finally {
			group.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
		}
	}

	private static void assertVanishingIsNoticed(SocketChannel channel) {
		int found = channel.config().getOption(EpollChannelOption.TCP_KEEPIDLE)
				+ channel.config().getOption(EpollChannelOption.TCP_KEEPINTVL)
					* channel.config().getOption(EpollChannelOption.TCP_KEEPCNT);
		assertEquals(25, found, "seconds until a peer that waits in silence is known to be gone");
		assertEquals(20_000, channel.config().getOption(EpollChannelOption.TCP_USER_TIMEOUT));
	}

	@Test
	void whatIsNotKnownIsAsIfNothingWasAskedFor() {
		assertEquals(Transport.choose(""), Transport.choose("io_uring"));
		assertEquals(Transport.NIO, Transport.choose("nio"));
	}

	@Test
	void whatOnlyTakesNothingIsNotOutOfReach() {
		var failure = new IOException("readAddress(..) failed with error(-110): Connection timed out");
		assertTrue(Transport.isTimeout(failure));
		assertTrue(Transport.NIO.saysUnreachable(new IOException("Operation timed out")));
		assertFalse(Transport.NIO.saysUnreachable(new IOException("Connection reset by peer")));
		assertFalse(Transport.EPOLL.saysUnreachable(failure));
	}

	@Test
	void theNameOfTheCallIsLeftOutOfWhatTheSystemSays() {
		assertEquals("Address already in use",
				Transport.words(new IOException("bind(..) failed with error(-98): Address already in use")));
		assertEquals("Adresse wird schon benutzt",
				Transport.words(new BindException("Adresse wird schon benutzt")));
		assertEquals("null", Transport.words(new IOException()));
	}
}
