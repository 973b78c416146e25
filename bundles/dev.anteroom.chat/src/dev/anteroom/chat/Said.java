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

import java.util.Objects;

/**
 * Something said by one of the people of a conversation: text, a picture, or both.
 *
 * @param own     whether it was said here, rather than at the other end
 * @param sender  the sender's header as it stood in the frame, such as {@code Client(192.168.1.7)}, or as a room's host
 *                knows it; empty when there is none
 * @param text    what was said, without header and without the line end that closes a frame; may hold line breaks
 *                and whatever characters the other end chose; empty when there is only a picture
 * @param picture the picture said with it, or {@code null}
 */
public record Said(boolean own, String sender, String text, Picture picture) implements Event {

	public Said {
		Objects.requireNonNull(sender);
		Objects.requireNonNull(text);
	}

	@Override
	public Severity severity() {
		return Severity.CHAT;
	}
}
