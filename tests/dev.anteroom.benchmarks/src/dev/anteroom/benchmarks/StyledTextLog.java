/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.benchmarks;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GlyphMetrics;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Legible;
import dev.anteroom.chat.LogFormat;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Said;
import dev.anteroom.chat.Wording;

/**
 * A conversation as it is usually shown: a read-only text that wraps, with colours, and boxes in place of pictures. The
 * product's own log was made so, though it showed no more than 2,000 entries.
 */
final class StyledTextLog implements LogView {

	private static final char OBJECT = '\uFFFC';
	private static final int MARGIN = 8;
	private static final int BOX_WIDTH = 96;
	private static final int BOX_HEIGHT = 64;
	private static final int READ = 10_000;

	private final StyledText text;
	private final Journal journal;
	private final Wording wording = Wording.ofDefaultLocale();
	private final ZoneId zone = ZoneId.systemDefault();
	private long shown;

	StyledTextLog(Composite parent, Journal journal) {
		this.journal = journal;
		text = new StyledText(parent, SWT.MULTI | SWT.WRAP | SWT.V_SCROLL | SWT.READ_ONLY);
		text.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
		text.setLineSpacing(3);
		text.setWrapIndent(3 * MARGIN);
		text.setCaret(null);
		text.addPaintObjectListener(e -> e.gc.drawRoundRectangle(e.x, e.y + e.ascent - BOX_HEIGHT, BOX_WIDTH - 1,
				BOX_HEIGHT - 1, 6, 6));
		text.addListener(SWT.Resize, e -> text.getDisplay().asyncExec(this::scrollToEnd));
	}

	@Override
	public Control control() {
		return text;
	}

	@Override
	public Control surface() {
		return text;
	}

	@Override
	public void refresh() {
		var characters = new StringBuilder();
		var styles = new ArrayList<StyleRange>();
		int start = text.getCharCount();
		while (shown < journal.last()) {
			List<Entry> entries = journal.read(shown + 1, READ).toCompletableFuture().join();
			entries.forEach(entry -> add(entry, start, characters, styles));
			shown = entries.getLast().number();
		}
		text.setRedraw(false);
		text.replaceTextRange(start, 0, characters.toString());
		text.replaceStyleRanges(start, characters.length(), styles.toArray(StyleRange[]::new));
		text.setRedraw(true);
		scrollToEnd();
	}

	private void scrollToEnd() {
		if (!text.isDisposed()) {
			text.setTopIndex(text.getLineCount() - 1);
		}
	}

	private void add(Entry entry, int start, StringBuilder out, List<StyleRange> styles) {
		int begin = start + out.length();
		String stamp = LogFormat.stamp(entry.time(), zone);
		out.append(stamp);
		styles.add(new StyleRange(begin, stamp.length(), color(SWT.COLOR_DARK_GRAY), null));
		switch (entry.event()) {
		case Notice notice -> {
			String words = Legible.text(wording.of(notice));
			styles.add(new StyleRange(start + out.length(), words.length(), color(SWT.COLOR_DARK_RED), null));
			out.append(words);
		}
		case Said said -> {
			String header = said.sender() + ": ";
			Color color = color(SWT.COLOR_DARK_BLUE);
			styles.add(new StyleRange(start + out.length(), header.length(), color, null, SWT.BOLD));
			out.append(header).append(Legible.text(said.text()));
			if (said.picture() != null) {
				out.append('\n');
				var box = new StyleRange(start + out.length(), 1, null, null);
				box.metrics = new GlyphMetrics(BOX_HEIGHT, 4, BOX_WIDTH);
				styles.add(box);
				out.append(OBJECT).append(' ').append(said.picture().name());
			}
		}
		}
		out.append('\n');
	}

	private Color color(int id) {
		return text.getDisplay().getSystemColor(id);
	}
}
