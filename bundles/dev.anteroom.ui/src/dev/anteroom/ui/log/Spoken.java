/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.log;

import java.util.StringJoiner;

/** What a screen reader says of the entries of a log. UI thread. */
final class Spoken {

	/** Minutes of speech; a person can stop it, a braille display can't show it all anyway. */
	private static final int MOST_CHARACTERS = 4_000;
	private static final String ELLIPSIS = "…";

	private final LogCanvas canvas;

	Spoken(LogCanvas canvas) {
		this.canvas = canvas;
	}

	/** The entry {@code number} with what stands above it, its sender and time. */
	String of(long number) {
		ItemLayout layout = canvas.itemLayout(number);
		LogItem item = layout.item();
		if (item == null) {
			return ELLIPSIS;
		}
		LogStyle style = canvas.style();
		var words = new StringJoiner(", ");
		if (layout.lead().date() != null) {
			words.add(style.date.format(layout.lead().date()));
		}
		if (layout.lead().unread()) {
			words.add(canvas.tools().messages().log_unread);
		}
		if (!item.sender().isEmpty()) {
			words.add(item.sender());
		}
		words.add(style.time(canvas.getClientArea().width).format(item.time().atZone(style.zone)));
		return bounded(words.add(content(item)).toString());
	}

	/** {@code item} as news: who says what. */
	String news(LogItem item) {
		return bounded(item.sender().isEmpty() ? content(item) : item.sender() + ", " + content(item));
	}

	/** Whether the person knows of {@code item} for having said it. */
	static boolean isOwn(LogItem item) {
		return item.own();
	}

	private String content(LogItem item) {
		return item.part(0, item.length(), canvas.tools().wording());
	}

	private static String bounded(String words) {
		if (words.length() <= MOST_CHARACTERS) {
			return words;
		}
		int end = MOST_CHARACTERS - (Character.isHighSurrogate(words.charAt(MOST_CHARACTERS - 1)) ? 1 : 0);
		return words.substring(0, end) + ELLIPSIS;
	}
}
