/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.console;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What the command line and the console say themselves, in the machine's language. Keys that begin with
 * {@code help} are texts of several lines, taken as they stand; all others are {@link MessageFormat} patterns.
 */
final class Words {

	private static final String BUNDLE = "dev.anteroom.console.words";

	private final ResourceBundle words;
	private final Locale locale;

	Words(Locale locale) {
		this.locale = locale;
		this.words = ResourceBundle.getBundle(BUNDLE, locale, Words.class.getClassLoader(),
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
	}

	static Words ofDefaultLocale() {
		return new Words(Locale.getDefault());
	}

	String text(String key) {
		return words.getString(key);
	}

	/** Numbers among the {@code arguments} are given as texts, so that none is grouped. */
	String of(String key, Object... arguments) {
		Object[] texts = new Object[arguments.length];
		for (int i = 0; i < texts.length; i++) {
			texts[i] = String.valueOf(arguments[i]);
		}
		return new MessageFormat(words.getString(key), locale).format(texts);
	}
}
