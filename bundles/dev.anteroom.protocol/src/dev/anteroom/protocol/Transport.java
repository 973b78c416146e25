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

import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.regex.Pattern;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;

/**
 * What drives the sockets: Linux's epoll where that loads, what every Java has elsewhere. What is said is the same with
 * either. With epoll alone, a client that left is noticed while nothing is read from it, and one that vanished while
 * something was on its way to it.
 */
public enum Transport {

	EPOLL(EpollServerSocketChannel.class, EpollSocketChannel.class) {

		@Override
		IoHandlerFactory ioHandler() {
			return EpollIoHandler.newFactory();
		}

		@Override
		void watch(Channel channel) {
			channel.config().setOption(EpollChannelOption.TCP_KEEPIDLE, PROBE_AFTER);
			channel.config().setOption(EpollChannelOption.TCP_KEEPINTVL, PROBE_EVERY);
			channel.config().setOption(EpollChannelOption.TCP_KEEPCNT, PROBES);
			channel.config().setOption(EpollChannelOption.TCP_USER_TIMEOUT, UNACKNOWLEDGED);
		}
	},

	NIO(NioServerSocketChannel.class, NioSocketChannel.class) {

		@Override
		IoHandlerFactory ioHandler() {
			return NioIoHandler.newFactory();
		}

		@Override
		void watch(Channel channel) {
			// How often is up to the system.
		}
	};

	/** The system property that asks for one of them: {@code nio} or {@code epoll}. */
	public static final String PROPERTY = "dev.anteroom.transport";

	/** Seconds of silence after which the system asks whether the other end is still there, and between two such. */
	private static final int PROBE_AFTER = 10;
	private static final int PROBE_EVERY = 5;
	private static final int PROBES = 3;
	/** Milliseconds for which what was sent may stay unacknowledged. */
	private static final int UNACKNOWLEDGED = 30_000;
	private static final Pattern CALL = Pattern.compile("^\\w+\\(\\.\\.\\) failed with error\\(-?\\d+\\): ");
	private static final System.Logger LOG = System.getLogger(Transport.class.getName());
	private static final Transport PRESENT = choose(System.getProperty(PROPERTY, ""));

	private final Class<? extends ServerSocketChannel> serverChannel;
	private final Class<? extends SocketChannel> channel;

	Transport(Class<? extends ServerSocketChannel> serverChannel, Class<? extends SocketChannel> channel) {
		this.serverChannel = serverChannel;
		this.channel = channel;
	}

	/** The one that this process uses. Any thread. */
	public static Transport present() {
		return PRESENT;
	}

	/** For listening sockets. */
	public Class<? extends ServerSocketChannel> serverChannel() {
		return serverChannel;
	}

	/** For connections. */
	public Class<? extends SocketChannel> channel() {
		return channel;
	}

	/** Sets {@code channel}, a connection, up for short messages, and for a peer that may vanish without a word. */
	public void setUp(Channel channel) {
		try {
			channel.config().setOption(ChannelOption.TCP_NODELAY, true);
			channel.config().setOption(ChannelOption.SO_KEEPALIVE, true);
			watch(channel);
		} catch (ChannelException e) {
			// Some systems refuse that once the other end has gone, of which we are about to hear.
			LOG.log(Level.DEBUG, () -> "Connection " + channel, e);
		}
	}

	/**
	 * What the system says about {@code failure}, without the name of the call that epoll's messages put before it;
	 * {@code "null"} when it says nothing.
	 */
	public static String words(Throwable failure) {
		return CALL.matcher(String.valueOf(failure.getMessage())).replaceFirst("");
	}

	abstract IoHandlerFactory ioHandler();

	abstract void watch(Channel channel);

	private static Transport choose(String asked) {
		if (asked.isEmpty()) {
			return Epoll.isAvailable() ? EPOLL : NIO;
		}
		Transport chosen = valueOf(asked.toUpperCase(Locale.ROOT));
		if (chosen == EPOLL) {
			Epoll.ensureAvailability();
		}
		return chosen;
	}
}
