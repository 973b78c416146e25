/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.room.internal;

import java.util.concurrent.TimeUnit;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.concurrent.Future;

/**
 * Closes a connection so that what was written to it before arrives, what still waits here too: it closes when the
 * other end has taken that and closes too, or when time is up. What comes until then must be read, or the system would
 * drop what is on its way. On the event loop only.
 */
final class Farewell {

	/** Less than whoever has a room closed waits for it. */
	private static final long MOST_SECONDS = 4;
	/** Not everybody closes when there is nothing more to be read: {@code nc} may not. */
	private static final long ANSWER_SECONDS = 1;

	private Farewell() {
	}

	/** Closes {@code channel}, to which nothing more is written. */
	static void to(Channel channel) {
		closeAfter(channel, MOST_SECONDS);
		channel.config().setAutoRead(true);
		channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> {
			if (written.isSuccess()) {
				((DuplexChannel) channel).shutdownOutput();
				closeAfter(channel, ANSWER_SECONDS);
			} else {
				channel.close();
			}
		});
	}

	private static void closeAfter(Channel channel, long seconds) {
		Future<?> timer = channel.eventLoop().schedule(() -> {
			channel.close();
		}, seconds, TimeUnit.SECONDS);
		channel.closeFuture().addListener(closed -> timer.cancel(false));
	}
}
