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

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.concurrent.FastThreadLocal;

/**
 * Closes connections so that what was written last reaches the other end. To close a socket in which there is something
 * to read resets it, and a reset takes back what is on its way (RFC 2525, 2.17). So the end is sent first; what still
 * comes in is read and forgotten, until the other end closes too, or for a while. Those in the pipeline hear of the end
 * as soon as with {@link Channel#close()}, and of nothing after it. On the event loop only.
 */
public final class LingeringClose {

	static final long MOST_SECONDS = 2;
	/** As much as a system's buffer may have of one that was not read. */
	static final int MOST_BYTES = 8 << 20;
	/** At a time, of each network thread: beyond that a connection is closed at once, so that no flood keeps descriptors. */
	static final int MOST_CONNECTIONS = 256;

	private static final FastThreadLocal<LingeringClose> OF_THREAD = new FastThreadLocal<>() {

		@Override
		protected LingeringClose initialValue() {
			return new LingeringClose();
		}
	};

	private int connections;
	private CompletableFuture<Void> over = CompletableFuture.completedFuture(null);

	private LingeringClose() {
	}

	/** Closes {@code channel}. What it has not written yet fails, as with {@link Channel#close()}. */
	public static void close(Channel channel) {
		LingeringClose lingering = OF_THREAD.get();
		if (isOver(channel)) {
			return;
		}
		if (channel.isActive() && channel instanceof DuplexChannel socket && lingering.connections < MOST_CONNECTIONS) {
			channel.config().setAutoRead(false);
			channel.pipeline().addFirst(lingering.new Drain());
			socket.shutdownOutput().addListener(done -> {
				if (!done.isSuccess()) {
					channel.close();
				}
			});
		} else {
			channel.close();
		}
	}

	/** Whether {@code channel} is closed, or is being closed. */
	public static boolean isOver(Channel channel) {
		return !channel.isOpen() || channel.pipeline().get(Drain.class) != null;
	}

	/** Done when all that this network thread has {@linkplain #close closed} is closed for certain. */
	public static CompletionStage<Void> over() {
		return OF_THREAD.get().over.minimalCompletionStage();
	}

	private void begun() {
		if (connections++ == 0) {
			over = new CompletableFuture<>();
		}
	}

	private void ended() {
		if (--connections == 0) {
			over.complete(null);
		}
	}

	/** The first in the pipeline, and the only one that still hears what comes. */
	private final class Drain extends ChannelInboundHandlerAdapter {

		private Future<?> timer;
		private boolean told;
		private int bytes;

		@Override
		public void handlerAdded(ChannelHandlerContext ctx) {
			begun();
			timer = ctx.executor().schedule(() -> ctx.close(), MOST_SECONDS, TimeUnit.SECONDS);
			// Not from within what closes it.
			ctx.executor().execute(() -> tell(ctx));
			ctx.read();
		}

		private void tell(ChannelHandlerContext ctx) {
			if (!told) {
				told = true;
				ctx.fireChannelInactive();
			}
		}

		@Override
		public void channelRead(ChannelHandlerContext ctx, Object message) {
			var in = (ByteBuf) message;
			bytes += in.readableBytes();
			in.release();
			if (bytes > MOST_BYTES) {
				ctx.close();
			}
		}

		@Override
		public void channelReadComplete(ChannelHandlerContext ctx) {
			ctx.read();
		}

		/** It was reset. */
		@Override
		public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
			ctx.close();
		}

		@Override
		public void channelInactive(ChannelHandlerContext ctx) {
			tell(ctx);
		}

		@Override
		public void handlerRemoved(ChannelHandlerContext ctx) {
			timer.cancel(false);
			ended();
		}
	}
}
