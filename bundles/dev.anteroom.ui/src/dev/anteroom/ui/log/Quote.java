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

import java.time.ZoneId;
import java.util.List;

import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Legible;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Said;
import dev.anteroom.chat.Wording;

/** An entry as plain text to be taken elsewhere: all that was said, without what is only there to show it. */
final class Quote {

	private final String text;
	private final LogItem shown;
	private final LogItem whole;
	private final Wording wording;

	Quote(Entry entry, Wording wording) {
		this.wording = wording;
		text = switch (entry.event()) {
		case Notice notice -> wording.of(notice);
		case Said said -> said.text();
		};
		shown = LogItem.of(entry, wording);
		whole = new LogItem(shown.number(), shown.time(), shown.severity(), shown.said(), shown.own(), shown.sender(),
				Legible.text(text), List.of(), shown.picture());
	}

	/** All of it, with its time and sender. */
	String all(ZoneId zone) {
		return whole.asText(zone, wording);
	}

	/** What {@code selection} selects of it; with its time and sender if that is all of it, and not of it alone. */
	String of(Selection selection, ZoneId zone) {
		int start = selection.startIn(shown.number(), shown.length());
		int end = selection.endIn(shown.number(), shown.length());
		boolean several = selection.start().number() != selection.end().number();
		return several && start == 0 && end == shown.length() ? all(zone)
				: whole.part(place(start), place(end), wording);
	}

	private int place(int offset) {
		int beyond = offset - shown.text().length();
		return beyond >= 0 ? whole.text().length() + beyond : Excerpt.placeInAll(text, offset);
	}
}
