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

import java.util.OptionalInt;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;

/** The ports of the classic protocol. */
public final class Ports {

	/** Where a server listens for text unless told otherwise. */
	public static final int TEXT = 10_000;
	/** Where a server listens for pictures unless told otherwise. */
	public static final int IMAGE = 10_001;

	private Ports() {
	}

	/**
	 * The port that somebody typed.
	 *
	 * @throws ChatException {@link Phrase#BAD_PORT} when it is no whole number from 1 to 65,535
	 */
	public static int parse(String typed) throws ChatException {
		String digits = typed.strip();
		OptionalInt port = digits.matches("[0-9]{1,5}") ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
		if (port.isEmpty() || port.getAsInt() < 1 || port.getAsInt() > 0xFFFF) {
			throw new ChatException(Notice.of(Phrase.BAD_PORT, digits));
		}
		return port.getAsInt();
	}
}
