/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.widgets;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GlyphMetrics;
import org.eclipse.swt.graphics.Point;

import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Legible;
import dev.anteroom.chat.LogFormat;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Said;
import dev.anteroom.chat.Severity;
import dev.anteroom.chat.Wording;
import dev.anteroom.ui.internal.LogColors;

/** One entry as a paragraph of a styled text: its characters, and how they look from a given offset on. */
record LogLine(String text, int stampEnd, int headerEnd, Entry entry, Thumbnail thumbnail) {

	/** Stands for a picture, as in SWT's embedded objects. */
	private static final char OBJECT = '\uFFFC';
	private static final int PADDING = 4;
	private static final int MOST_CHARACTERS = 20_000;
	private static final int LONGEST_PARAGRAPH = 1_000;

	static LogLine of(Entry entry, Wording wording, Thumbnail thumbnail) {
		var text = new StringBuilder(LogFormat.stamp(entry.time(), ZoneId.systemDefault()));
		int stampEnd = text.length();
		int headerEnd = stampEnd;
		switch (entry.event()) {
		case Notice notice -> text.append(Legible.text(wording.of(notice)));
		case Said said -> {
			if (!said.sender().isEmpty()) {
				text.append(Legible.text(said.sender())).append(": ");
				headerEnd = text.length();
			}
			text.append(shown(said.text(), wording));
		}
		}
		if (thumbnail != null) {
			text.append('\n').append(OBJECT).append(' ').append(Legible.text(thumbnail.picture().name()));
		}
		return new LogLine(text.append('\n').toString(), stampEnd, headerEnd, entry, thumbnail);
	}

	/**
	 * What can be laid out in the blink of an eye: the beginning of a very long text, and no paragraph that takes a
	 * text widget seconds. All of it is in the transcript.
	 */
	private static String shown(String said, Wording wording) {
		int end = Math.min(said.length(), MOST_CHARACTERS);
		if (end < said.length() && Character.isHighSurrogate(said.charAt(end - 1))) {
			end--;
		}
		String text = Legible.text(said.substring(0, end));
		var result = new StringBuilder();
		int column = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (column >= LONGEST_PARAGRAPH && !Character.isLowSurrogate(c) && c != '\n') {
				result.append('\n');
				column = 0;
			}
			result.append(c);
			column = c == '\n' ? 0 : column + 1;
		}
		if (end < said.length()) {
			result.append('\n').append(wording.more(said.length() - end));
		}
		return result.toString();
	}

	/** Where the picture's character is, counted from the beginning of the text; -1 when there is none. */
	int objectOffset() {
		return thumbnail == null ? -1 : text.lastIndexOf(OBJECT);
	}

	/** How it looks when it begins at {@code offset}, in ascending order and without overlaps. */
	List<StyleRange> styles(int offset, LogColors colors, Color background) {
		var styles = new ArrayList<StyleRange>();
		Color system = colors.of(LogColors.Use.SYSTEM, background);
		styles.add(new StyleRange(offset, stampEnd, system, null));
		if (headerEnd > stampEnd && entry.event() instanceof Said said) {
			var use = said.own() ? LogColors.Use.OWN : LogColors.Use.PEER;
			styles.add(new StyleRange(offset + stampEnd, headerEnd - stampEnd, colors.of(use, background), null, SWT.BOLD));
		}
		Severity severity = entry.event().severity();
		int end = thumbnail == null ? text.length() - 1 : objectOffset() - 1;
		if (severity != Severity.CHAT && end > headerEnd) {
			styles.add(new StyleRange(offset + headerEnd, end - headerEnd, colors.of(severity, background), null));
		}
		if (thumbnail != null) {
			styles.add(objectStyle(offset));
			int name = objectOffset() + 1;
			styles.add(new StyleRange(offset + name, text.length() - 1 - name, system, null));
		}
		return styles;
	}

	/** The room for the picture. */
	StyleRange objectStyle(int offset) {
		var style = new StyleRange(offset + objectOffset(), 1, null, null);
		Point size = thumbnail.size();
		style.metrics = new GlyphMetrics(size.y + PADDING, PADDING, size.x + PADDING);
		style.data = thumbnail;
		return style;
	}
}
