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
import java.net.InetSocketAddress;

import io.netty.channel.Channel;
import io.netty.handler.codec.DecoderException;

import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;

/** What to tell a person about an exception of a channel. */
final class Failures {

	private static final System.Logger LOG = System.getLogger(Failures.class.getName());

	private Failures() {
	}

	/** The line for {@code cause}, which closes {@code channel}; {@code null} when it is just a way to leave. */
	static Notice notice(Channel channel, Throwable cause) {
		Throwable root = cause instanceof DecoderException && cause.getCause() != null ? cause.getCause() : cause;
		if (root instanceof FrameException frame) {
			return frame.notice(peer(channel));
		}
		if (Transport.isTimeout(root)) {
			return Notice.of(Phrase.CONNECTION_FAILED, peer(channel), Notice.reason(Phrase.TIMED_OUT));
		}
		if (root instanceof IOException) {
			LOG.log(Level.DEBUG, () -> "Connection " + channel, root);
			return null;
		}
		LOG.log(Level.ERROR, () -> "Connection " + channel, root);
		return Notice.of(Phrase.CONNECTION_FAILED, peer(channel), root);
	}

	/** Why something was not written to {@code channel}, as an argument of a notice. */
	static String reason(Channel channel, Throwable cause) {
		if (WriteStall.happenedTo(channel)) {
			return Notice.reason(Phrase.PEER_DOES_NOT_READ);
		}
		if (Transport.isTimeout(cause)) {
			return Notice.reason(Phrase.TIMED_OUT);
		}
		if (cause instanceof IOException) {
			return Notice.reason(Phrase.CONNECTION_CLOSED);
		}
		LOG.log(Level.ERROR, () -> "Connection " + channel, cause);
		return String.valueOf(cause);
	}

	static Endpoint peer(Channel channel) {
		return channel.remoteAddress() instanceof InetSocketAddress address ? Endpoint.of(address)
				: new Endpoint(String.valueOf(channel.remoteAddress()), 0);
	}
}
