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

import java.nio.file.Path;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;

/** Drafts that can't be sent at all. */
public final class Refusals {

	private Refusals() {
	}

	/**
	 * Why {@code draft} is not sent: {@link Phrase#SEND_FAILED}, or {@link Phrase#PICTURE_SEND_FAILED} when it is only
	 * a picture or the picture is what can't be sent.
	 *
	 * @param reason a phrase without arguments, such as {@link Phrase#NOBODY_THERE}
	 */
	public static ChatException of(Draft draft, Phrase reason) {
		String words = Notice.reason(reason);
		boolean picture = draft.image() != null && (draft.text().isEmpty() || reason == Phrase.STILL_WAITING);
		return new ChatException(picture ? Notice.of(Phrase.PICTURE_SEND_FAILED, name(draft.image()), words)
				: Notice.of(Phrase.SEND_FAILED, words));
	}

	/** What a file is called in a notice. */
	static Path name(Path file) {
		return file.getFileName() == null ? file : file.getFileName();
	}
}
