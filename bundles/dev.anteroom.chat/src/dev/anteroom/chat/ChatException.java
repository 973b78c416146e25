/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.chat;

import java.io.IOException;

/** Something that could not be done, with the line to show the person for it. */
public final class ChatException extends IOException {

	private static final long serialVersionUID = 1L;

	private final transient Notice notice;
	private final transient Draft unsent;

	/**
	 * @param cause  for the developer's log, or {@code null}
	 * @param unsent what did not go out of a draft; {@code null} when this is not about sending, or all of it did not
	 */
	public ChatException(Notice notice, Throwable cause, Draft unsent) {
		super(notice.phrase() + notice.arguments().toString(), cause);
		this.notice = notice;
		this.unsent = unsent;
	}

	/** @param cause for the developer's log, or {@code null} */
	public ChatException(Notice notice, Throwable cause) {
		this(notice, cause, null);
	}

	public ChatException(Notice notice) {
		this(notice, null);
	}

	/** What to tell the person. */
	public Notice notice() {
		return notice;
	}

	/** What did not go out of {@code draft}, the sending of which failed with this: all of it, or the picture alone. */
	public Draft unsentOf(Draft draft) {
		return unsent == null ? draft : unsent;
	}
}
