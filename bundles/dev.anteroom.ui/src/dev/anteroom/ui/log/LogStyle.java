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
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Control;

import dev.anteroom.ui.internal.LogColors;

/**
 * How the entries of a log look: fonts in the present zoom, colours of the theme, distances in pixels. Made anew when one
 * of these changes. UI thread.
 */
final class LogStyle {

	static final int MARGIN = 12;
	/** Below this width, in digits of the time, seconds are left out. */
	private static final int NARROW = 45;
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
	private static final DateTimeFormatter SHORT_TIME = DateTimeFormatter.ofPattern("HH:mm");

	final ZoneId zone = ZoneId.systemDefault();
	final DateTimeFormatter date = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL);
	final Font text;
	final Font bold;
	final int lineHeight;
	final int boldHeight;
	/** Whether the person needs the system's own colours, and nothing faint. */
	final boolean highContrast;
	private final Control control;
	private final LogColors colors;
	/** The control's, of which it does not know without asking its style sheet. */
	private final Color foreground;
	private final Color background;
	private final int digit;
	private final int[] gutters = new int[2];

	/** @param zoom in percent of the control's font */
	LogStyle(Control control, LogColors colors, int zoom) {
		this.control = control;
		this.colors = colors;
		highContrast = control.getDisplay().getHighContrast();
		foreground = highContrast ? system(SWT.COLOR_LIST_FOREGROUND) : control.getForeground();
		background = highContrast ? system(SWT.COLOR_LIST_BACKGROUND) : control.getBackground();
		FontDescriptor font = FontDescriptor.createFrom(control.getFont());
		int height = Math.max(4, Math.round(control.getFont().getFontData()[0].getHeight() * zoom / 100f));
		text = font.setHeight(height).createFont(control.getDisplay());
		bold = font.setHeight(height).withStyle(SWT.BOLD).createFont(control.getDisplay());
		var gc = new GC(control);
		try {
			gc.setFont(bold);
			boldHeight = gc.getFontMetrics().getHeight();
			gc.setFont(text);
			lineHeight = gc.getFontMetrics().getHeight();
			digit = gc.textExtent("0").x;
			gutters[0] = gc.textExtent("00:00").x + digit;
			gutters[1] = gc.textExtent("00:00:00").x + 2 * digit;
		} finally {
			gc.dispose();
		}
	}

	void dispose() {
		text.dispose();
		bold.dispose();
	}

	private boolean isNarrow(int width) {
		return width < NARROW * digit;
	}

	/** The room for the time at the left of a log {@code width} wide. */
	int gutter(int width) {
		return gutters[isNarrow(width) ? 0 : 1];
	}

	DateTimeFormatter time(int width) {
		return isNarrow(width) ? SHORT_TIME : TIME;
	}

	Color foreground() {
		return foreground;
	}

	Color background() {
		return background;
	}

	Color of(LogColors.Use use) {
		return highContrast ? foreground() : colors.of(use, background);
	}

	Color link() {
		return highContrast ? system(SWT.COLOR_LINK_FOREGROUND) : of(LogColors.Use.INFO);
	}

	Color selection() {
		return system(SWT.COLOR_LIST_SELECTION);
	}

	Color selectionText() {
		return system(SWT.COLOR_LIST_SELECTION_TEXT);
	}

	/** How opaque a line is that only separates or frames, from 0 to 255. */
	int faint(int alpha) {
		return highContrast ? 255 : alpha;
	}

	private Color system(int color) {
		return control.getDisplay().getSystemColor(color);
	}
}
