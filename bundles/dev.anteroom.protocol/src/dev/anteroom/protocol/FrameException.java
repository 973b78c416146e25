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

import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;

/** The other end does not keep to the {@link Limits}; its connection is to be closed. */
public final class FrameException extends IOException {

	private static final long serialVersionUID = 1L;

	/** What it did. */
	public enum Kind {
		/** It announced a frame longer than the limit. */
		TOO_LONG,
		/** It began a frame and did not finish it in time. */
		TOO_SLOW,
		/** It took nothing of what it was sent. */
		NOT_TAKEN
	}

	private final Kind kind;
	private final long limit;

	/** @param limit in bytes for {@link Kind#TOO_LONG}, otherwise in milliseconds */
	FrameException(Kind kind, long limit) {
		super(kind + " (limit " + limit + ')');
		this.kind = kind;
		this.limit = limit;
	}

	public Kind kind() {
		return kind;
	}

	/** What to tell the person about {@code peer}, who did it. */
	public Notice notice(Endpoint peer) {
		return switch (kind) {
		case TOO_LONG -> Notice.of(Phrase.FRAME_TOO_LONG, peer, limit);
		case TOO_SLOW -> Notice.of(Phrase.FRAME_TOO_SLOW, peer);
		case NOT_TAKEN -> Notice.of(Phrase.CONNECTION_FAILED, peer, Notice.reason(Phrase.PEER_DOES_NOT_READ));
		};
	}
}
