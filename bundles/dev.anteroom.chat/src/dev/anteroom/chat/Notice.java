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

import java.util.List;

/**
 * A line of the program's own, in a form that can be said in any language.
 *
 * @param phrase    what is said
 * @param arguments what is filled in, as many as {@link Phrase#arity()}: numbers, addresses, file names and other
 *                  texts that need no translation. An argument that is itself a phrase's name preceded by
 *                  {@code %} (see {@link #reason(Phrase)}) is put into words where it stands.
 */
public record Notice(Phrase phrase, List<String> arguments) implements Event {

	public Notice {
		arguments = List.copyOf(arguments);
		if (arguments.size() != phrase.arity()) {
			throw new IllegalArgumentException(phrase + " takes " + phrase.arity() + " arguments, not " + arguments);
		}
	}

	/** {@code phrase} with {@code arguments}, each in its {@link String#valueOf(Object) string form}. */
	public static Notice of(Phrase phrase, Object... arguments) {
		return new Notice(phrase, java.util.Arrays.stream(arguments).map(String::valueOf).toList());
	}

	/** A phrase without arguments as an argument of another. */
	public static String reason(Phrase phrase) {
		return '%' + phrase.name();
	}

	@Override
	public Severity severity() {
		return phrase.severity();
	}
}
