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
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;

import io.netty.channel.ConnectTimeoutException;

import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;

/** Why a server could not be reached, in words. */
public final class Reasons {

	private static final System.Logger LOG = System.getLogger(Reasons.class.getName());

	private Reasons() {
	}

	/** The last argument of a {@link Phrase#CANNOT_CONNECT} or a {@link Phrase#CANNOT_JOIN}. */
	public static String of(Throwable cause) {
		LOG.log(Level.DEBUG, "A connection could not be opened", cause);
		String message = Transport.words(cause);
		String words = message.toLowerCase(Locale.ROOT);
		if (cause instanceof UnknownHostException) {
			return Notice.reason(Phrase.UNKNOWN_HOST);
		}
		if (cause instanceof ConnectTimeoutException || cause instanceof SocketTimeoutException
				|| words.contains("timed out")) {
			return Notice.reason(Phrase.TIMED_OUT);
		}
		if (cause instanceof NoRouteToHostException || words.contains("unreachable") || words.contains("no route")) {
			return Notice.reason(Phrase.UNREACHABLE);
		}
		if (words.contains("refused")) {
			return Notice.reason(Phrase.REFUSED);
		}
		return cause.getMessage() == null ? cause.getClass().getSimpleName() : message;
	}
}
