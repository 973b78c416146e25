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

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Legible;
import dev.anteroom.chat.LogFormat;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.Said;
import dev.anteroom.chat.Severity;
import dev.anteroom.chat.Wording;
import dev.anteroom.ui.Places;

/**
 * An entry as a log shows it: safe to look at, and no longer than can be laid out in the blink of an eye. It keeps
 * nothing of the entry that is not shown.
 *
 * @param own     whether it was said here, rather than at the other end
 * @param said    whether somebody said it
 * @param sender  who said it, as it is shown; empty for what nobody said
 * @param text    what is shown below that; may have line breaks, may be empty
 * @param links   in the text
 * @param picture shown below the text, or {@code null}; it stands for one character after those of the text
 */
record LogItem(long number, Instant time, Severity severity, boolean said, boolean own, String sender, String text,
		List<Link> links, Picture picture) {

	static LogItem of(Entry entry, Wording wording) {
		return of(entry, wording, Places.NONE);
	}

	/** @param places to find in what was said; those that a notice seems to name are hosts with ports */
	static LogItem of(Entry entry, Wording wording, Places places) {
		String text = text(entry, wording);
		Severity severity = entry.event().severity();
		return switch (entry.event()) {
		case Notice notice -> new LogItem(entry.number(), entry.time(), severity, false, false, "", text,
				Link.in(text), null);
		case Said said -> new LogItem(entry.number(), entry.time(), severity, true, said.own(),
				Legible.text(said.sender()), text, Link.in(text, places), said.picture());
		};
	}

	/** Only the text that is shown of an entry. */
	static String text(Entry entry, Wording wording) {
		return switch (entry.event()) {
		case Notice notice -> Excerpt.of(wording.of(notice), wording);
		case Said said -> Excerpt.of(said.text(), wording);
		};
	}

	/** How many characters it has for a selection. */
	int length() {
		return text.length() + (picture == null ? 0 : 1);
	}

	/** Whether both were said by the same end in the same name, or both by nobody. */
	boolean hasSenderOf(LogItem other) {
		return said == other.said && own == other.own && sender.equals(other.sender);
	}

	/** All that is shown of it as plain text, with its time and sender. */
	String asText(ZoneId zone, Wording wording) {
		return LogFormat.stamp(time, zone) + (sender.isEmpty() ? "" : sender + ": ")
				+ part(0, length(), wording);
	}

	/** The characters from {@code start} to {@code end} as plain text, the picture as its description. */
	String part(int start, int end, Wording wording) {
		String part = text.substring(Math.min(start, text.length()), Math.min(end, text.length()));
		if (picture == null || end <= text.length() || start > text.length()) {
			return part;
		}
		return part + (part.isEmpty() ? "" : "\n") + wording.picture(picture) + ' ' + Legible.text(picture.name());
	}
}
