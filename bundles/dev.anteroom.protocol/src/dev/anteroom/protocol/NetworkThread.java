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

import java.util.concurrent.ThreadFactory;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.FastThreadLocalThread;

/** The one thread that does all of a server's, or of a client's, work with sockets. */
public final class NetworkThread {

	private NetworkThread() {
	}

	/**
	 * A group of one event loop on a daemon thread that begins with its first task and sleeps while there is nothing to
	 * do. To be shut down by the caller.
	 *
	 * @param name of the thread
	 */
	public static EventLoopGroup create(String name) {
		ThreadFactory factory = task -> {
			var thread = new FastThreadLocalThread(task, name);
			thread.setDaemon(true);
			return thread;
		};
		return new MultiThreadIoEventLoopGroup(1, factory, Transport.present().ioHandler());
	}
}
