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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.EventLoop;

import dev.anteroom.chat.Endpoint;

/**
 * One attempt to reach a server, by whichever of its addresses answers first in order, within a time for all of it. On
 * the event loop only, but for the name service, which is asked on a thread of its own: it may take its time.
 */
public final class Dialer {

	private final EventLoop loop;
	private final Endpoint server;
	private final Duration most;
	private final Sockets sockets;
	private final CompletableFuture<Channel> result = new CompletableFuture<>();
	private final ArrayDeque<InetAddress> addresses = new ArrayDeque<>();
	private Throwable firstFailure;
	private ChannelFuture attempt;
	private Future<?> timer;
	private long deadline;

	/** @param most the time for all of it, the name service included */
	public Dialer(EventLoop loop, Endpoint server, Duration most, Sockets sockets) {
		this.loop = loop;
		this.server = server;
		this.most = most;
		this.sockets = sockets;
	}

	/** The open connection, of which nothing was read yet; done on the event loop. Fails with what hindered it. */
	public CompletionStage<Channel> dial() {
		deadline = System.nanoTime() + most.toNanos();
		timer = loop.schedule(() -> fail(new ConnectTimeoutException()), most.toNanos(), TimeUnit.NANOSECONDS);
		Thread.ofPlatform().daemon().name("anteroom-resolve").start(this::resolve);
		return result;
	}

	/** Gives it up. */
	public void cancel() {
		fail(new IOException("cancelled"));
	}

	private void resolve() {
		try {
			List<InetAddress> found = List.of(InetAddress.getAllByName(server.host().strip()));
			loop.execute(() -> {
				addresses.addAll(found);
				next();
			});
		} catch (UnknownHostException e) {
			loop.execute(() -> fail(e));
		} catch (RejectedExecutionException e) {
			// The client was closed meanwhile: nobody is interested any more.
		}
	}

	private void next() {
		if (result.isDone()) {
			return;
		}
		long share = (deadline - System.nanoTime()) / addresses.size();
		attempt = sockets.connect(new InetSocketAddress(addresses.remove(), server.port()), Duration.ofNanos(share));
		attempt.addListener(done -> {
			if (done.isSuccess()) {
				succeed(attempt.channel());
				return;
			}
			firstFailure = firstFailure == null ? done.cause() : firstFailure;
			if (addresses.isEmpty()) {
				fail(firstFailure);
			} else {
				next();
			}
		});
	}

	private void succeed(Channel channel) {
		timer.cancel(false);
		if (!result.complete(channel)) {
			channel.close();
		}
	}

	private void fail(Throwable cause) {
		timer.cancel(false);
		result.completeExceptionally(cause);
		if (attempt != null && !attempt.isDone()) {
			attempt.channel().close();
		}
	}
}
