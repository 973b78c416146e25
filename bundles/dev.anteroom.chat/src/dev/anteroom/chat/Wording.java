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

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words for what the program says, in one language. The bundle {@code wording} has a line for each
 * {@link Phrase}, a {@link MessageFormat} pattern with its arguments as texts.
 */
public final class Wording {

	private static final String BUNDLE = "dev.anteroom.chat.wording";

	private final ResourceBundle words;
	private final Locale locale;

	/** The words for {@code locale}; English where there are none. */
	public Wording(Locale locale) {
		this.locale = locale;
		this.words = ResourceBundle.getBundle(BUNDLE, locale, Wording.class.getClassLoader(),
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
	}

	/** The words for the machine's language. */
	public static Wording ofDefaultLocale() {
		return new Wording(Locale.getDefault());
	}

	/** {@code notice} in one line. */
	public String of(Notice notice) {
		Object[] arguments = notice.arguments().stream().map(this::argument).toArray();
		return new MessageFormat(words.getString(notice.phrase().name()), locale).format(arguments);
	}

	/** Why what {@code notice} tells did not work, without what it was: its last argument in words. */
	public String reason(Notice notice) {
		return notice.arguments().isEmpty() ? of(notice) : argument(notice.arguments().getLast());
	}

	/** The words for a picture, to be followed by where it is. */
	public String picture(Picture picture) {
		return new MessageFormat(words.getString("picture"), locale)
				.format(new Object[] { picture.format().toString(), size(picture.size()) });
	}

	/** The words for {@code characters} of a text that are not shown. */
	public String more(int characters) {
		return new MessageFormat(words.getString("more"), locale).format(new Object[] { count(characters) });
	}

	/** {@code number} as people write how many there are of something. */
	public String count(long number) {
		return String.format(locale, "%,d", number);
	}

	/** {@code bytes} as people say it: with at most one decimal, in units of 1,024. */
	public String size(long bytes) {
		if (bytes < 1024) {
			return bytes + " B";
		}
		double size = bytes / 1024.0;
		for (String unit : new String[] { "KiB", "MiB" }) {
			if (size < 1000) {
				return String.format(locale, size < 10 ? "%.1f %s" : "%.0f %s", size, unit);
			}
			size /= 1024;
		}
		return String.format(locale, "%.1f GiB", size);
	}

	private String argument(String argument) {
		if (argument.length() > 1 && argument.charAt(0) == '%') {
			String key = argument.substring(1);
			if (words.containsKey(key)) {
				return words.getString(key).replace("''", "'");
			}
		}
		return argument;
	}
}
