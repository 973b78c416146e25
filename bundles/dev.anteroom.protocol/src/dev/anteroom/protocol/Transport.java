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
import java.lang.System.Logger.Level;
import java.net.SocketOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
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
import io.netty.channel.nio.AbstractNioChannel.NioUnsafe;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.unix.FileDescriptor;
import io.netty.channel.unix.Socket;

/**
 * What drives the sockets: Linux's epoll where that loads, what every Java has elsewhere. What is said is the same with
 * either. With epoll alone, a client that left is noticed while nothing is read from it, and one that vanished while
 * something was on its way to it within half a minute; otherwise that takes as long as the system tries to send, unless
 * another connection with it tells.
 */
public enum Transport {

	EPOLL(EpollServerSocketChannel.class, EpollSocketChannel.class) {

		@Override
		IoHandlerFactory ioHandler() {
			return EpollIoHandler.newFactory();
		}

		@Override
		void watch(Channel channel, int probeAfter) {
			channel.config().setOption(EpollChannelOption.TCP_KEEPIDLE, probeAfter);
			channel.config().setOption(EpollChannelOption.TCP_KEEPINTVL, PROBE_EVERY);
			channel.config().setOption(EpollChannelOption.TCP_KEEPCNT, probes(probeAfter));
			channel.config().setOption(EpollChannelOption.TCP_USER_TIMEOUT, 1_000 * MOST_SILENCE);
		}

		@Override
		public void turnAwayPending(Channel listening) throws IOException {
			var socket = (Socket) ((EpollServerSocketChannel) listening).fd();
			byte[] address = new byte[SOCKET_ADDRESS];
			for (int i = 0; i < MOST_PENDING; i++) {
				int next = socket.accept(address);
				if (next < 0) {
					return;
				}
				new FileDescriptor(next).close();
			}
		}
	},

	NIO(NioServerSocketChannel.class, NioSocketChannel.class) {

		@Override
		IoHandlerFactory ioHandler() {
			return NioIoHandler.newFactory();
		}

		@Override
		void watch(Channel channel, int probeAfter) {
			for (SocketOption<Integer> option : PROBE_OPTIONS) {
				channel.config().setOption(NioChannelOption.of(option), switch (option.name()) {
				case "TCP_KEEPIDLE" -> probeAfter;
				case "TCP_KEEPINTERVAL" -> PROBE_EVERY;
				default -> probes(probeAfter);
				});
			}
		}

		@Override
		public void turnAwayPending(Channel listening) throws IOException {
			var socket = (java.nio.channels.ServerSocketChannel) ((NioUnsafe) listening.unsafe()).ch();
			for (int i = 0; i < MOST_PENDING; i++) {
				var next = socket.accept();
				if (next == null) {
					return;
				}
				next.close();
			}
		}
	};

	/** The system property that asks for one of them: {@code nio} or {@code epoll}. */
	public static final String PROPERTY = "dev.anteroom.transport";

	/**
	 * Seconds of silence after which the system asks whether the other end is still there: from the first to before the
	 * second, by chance. Thousands that joined at once would otherwise all be asked at once, ever again, and what a
	 * system's queues have no room for is lost (Linux takes 1,000 packets at a time from the loopback interface).
	 */
	private static final int PROBE_AFTER = 6;
	private static final int PROBE_BEFORE = 14;
	/** Seconds between two such: there are so many that it says nothing if some are lost. */
	private static final int PROBE_EVERY = 1;
	/** Seconds for which what was sent, or all that was asked, may stay unanswered. */
	private static final int MOST_SILENCE = 24;
	/** Bytes of any address of the system. */
	private static final int SOCKET_ADDRESS = 128;
	/** As long as a system lets that queue be; one that connects ever faster must not keep us here. */
	private static final int MOST_PENDING = 4_096;
	private static final Pattern CALL = Pattern.compile("^\\w+\\(\\.\\.\\) failed with error\\(-?\\d+\\): ");
	private static final System.Logger LOG = System.getLogger(Transport.class.getName());
	private static final Set<String> PROBE_OPTION_NAMES = Set.of("TCP_KEEPIDLE", "TCP_KEEPINTERVAL", "TCP_KEEPCOUNT");
	private static final List<SocketOption<Integer>> PROBE_OPTIONS = probeOptions();
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
			watch(channel, ThreadLocalRandom.current().nextInt(PROBE_AFTER, PROBE_BEFORE));
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

	/** Whether {@code failure}, of a connection, is that the other end does not answer; as far as the words are known. */
	static boolean isTimeout(Throwable failure) {
		return failure instanceof IOException && words(failure).toLowerCase(Locale.ROOT).contains("timed out");
	}

	/**
	 * Whether {@code failure} says that the other end's machine is out of reach. {@link #EPOLL}'s time limit ends a
	 * connection that is not read, too, and tells no difference.
	 */
	boolean saysUnreachable(Throwable failure) {
		return this == NIO && isTimeout(failure);
	}

	/** Closes the connections that were made to {@code listening} and not accepted yet, 4,096 at most. On its loop. */
	public abstract void turnAwayPending(Channel listening) throws IOException;

	/**
	 * How Java sets what epoll's options set, where it can. They are found by their names, since their class is in a
	 * module that not every Java has.
	 */
	private static List<SocketOption<Integer>> probeOptions() {
		var found = new ArrayList<SocketOption<Integer>>();
		try (var probe = java.nio.channels.SocketChannel.open()) {
			for (SocketOption<?> option : probe.supportedOptions()) {
				if (PROBE_OPTION_NAMES.contains(option.name())) {
					@SuppressWarnings("unchecked")
					var number = (SocketOption<Integer>) option;
					found.add(number);
				}
			}
		} catch (IOException e) {
			LOG.log(Level.DEBUG, "There are no options", e);
		}
		return List.copyOf(found);
	}

	abstract IoHandlerFactory ioHandler();

	/** @param probeAfter seconds of silence */
	abstract void watch(Channel channel, int probeAfter);

	private static int probes(int probeAfter) {
		return (MOST_SILENCE - probeAfter) / PROBE_EVERY;
	}

	/** What {@code asked} names, if it is there; else what is best. */
	static Transport choose(String asked) {
		if (asked.equalsIgnoreCase(NIO.name())) {
			return NIO;
		}
		if (!asked.isEmpty() && (!asked.equalsIgnoreCase(EPOLL.name()) || !Epoll.isAvailable())) {
			LOG.log(Level.WARNING, "{0} is not to be had: {1}", PROPERTY, asked);
		}
		return Epoll.isAvailable() ? EPOLL : NIO;
	}
}
