/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.client.internal;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;

import dev.anteroom.protocol.Sockets;

/**
 * Opens the image connection. A server may open the port a while after its greeting, so this tries again and again for
 * some time. On the event loop only.
 */
final class ImageDialer {

	private static final Duration PAUSE = Duration.ofMillis(200);

	private final EventLoop loop;
	private final InetSocketAddress address;
	private final Duration patience;
	private final Consumer<Channel> connected;
	private final Runnable failed;
	private final Sockets sockets;
	private ChannelFuture attempt;
	private Future<?> pause;
	private boolean dialing;
	private long deadline;

	/**
	 * @param connected takes the open connection, of which nothing was read yet
	 * @param failed    told when the time is over
	 */
	ImageDialer(EventLoop loop, InetSocketAddress address, Duration patience, Consumer<Channel> connected,
			Runnable failed) {
		this.loop = loop;
		this.address = address;
		this.patience = patience;
		this.connected = connected;
		this.failed = failed;
		this.sockets = new Sockets(loop, channel -> {
		});
	}

	/** Begins, unless it is at it already. */
	void dial() {
		if (!dialing) {
			dialing = true;
			deadline = System.nanoTime() + patience.toNanos();
			tryOnce();
		}
	}

	/** Gives it up without a word. */
	void stop() {
		dialing = false;
		if (pause != null) {
			pause.cancel(false);
		}
		if (attempt != null && !attempt.isDone()) {
			attempt.channel().close();
		}
	}

	private void tryOnce() {
		attempt = sockets.connect(address, Duration.ofNanos(deadline - System.nanoTime()));
		attempt.addListener(done -> {
			if (!dialing) {
				attempt.channel().close();
			} else if (done.isSuccess()) {
				dialing = false;
				connected.accept(attempt.channel());
			} else if (System.nanoTime() + PAUSE.toNanos() < deadline) {
				pause = loop.schedule(this::tryOnce, PAUSE.toNanos(), TimeUnit.NANOSECONDS);
			} else {
				dialing = false;
				failed.run();
			}
		});
	}
}
