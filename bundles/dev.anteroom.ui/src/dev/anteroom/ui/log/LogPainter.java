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

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;

import dev.anteroom.chat.Legible;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.Severity;
import dev.anteroom.ui.internal.Icons;
import dev.anteroom.ui.internal.LogColors;
import dev.anteroom.ui.internal.Shortened;
import dev.anteroom.ui.pictures.PictureException;
import dev.anteroom.ui.widgets.ViewTools;

/** Draws entries. UI thread. */
final class LogPainter {

	private static final int ROUND = 8;
	private static final String ELLIPSIS = "…";

	private final ViewTools tools;
	private final Thumbnails thumbnails;
	private final Icons icons;

	LogPainter(ViewTools tools, Thumbnails thumbnails, Icons icons) {
		this.tools = tools;
		this.thumbnails = thumbnails;
		this.icons = icons;
	}

	/**
	 * Draws {@code layout} with its top at {@code y}.
	 *
	 * @param start of its selected characters
	 * @param end   of its selected characters
	 */
	void draw(GC gc, ItemLayout layout, int y, int width, LogStyle style, int start, int end, Marks marks) {
		gc.setFont(style.text);
		if (layout.item() == null) {
			gc.setForeground(style.of(LogColors.Use.SYSTEM));
			gc.drawText(ELLIPSIS, layout.textX(), y, true);
			return;
		}
		bands(gc, layout, y, width, style);
		header(gc, layout, y, width, style);
		if (layout.body() != null) {
			marks(gc, layout, y, style, marks);
			body(gc, layout, y, style, start, end);
		}
		if (layout.item().picture() != null) {
			picture(gc, layout, y, style, end > layout.item().text().length(), marks);
		}
	}

	/** Draws a frame around the entry that keys act on. */
	static void frame(GC gc, ItemLayout layout, int y, int width, LogStyle style) {
		int top = y + layout.firstLineY() - 3;
		gc.setForeground(style.of(LogColors.Use.INFO));
		gc.setAlpha(style.faint(140));
		gc.drawRoundRectangle(LogStyle.MARGIN / 2, top, width - LogStyle.MARGIN - 4, y + layout.height() - top, 6, 6);
		gc.setAlpha(255);
	}

	private void bands(GC gc, ItemLayout layout, int y, int width, LogStyle style) {
		int top = y;
		if (layout.lead().date() != null) {
			band(gc, style.date.format(layout.lead().date()), layout, top, width, style,
					style.of(LogColors.Use.SYSTEM));
			top += layout.bandHeight();
		}
		if (layout.lead().unread()) {
			band(gc, tools.messages().log_unread, layout, top, width, style, style.of(LogColors.Use.ERROR));
		}
	}

	/** Words in the middle of a line across the log. */
	private static void band(GC gc, String words, ItemLayout layout, int top, int width, LogStyle style, Color color) {
		Point size = gc.textExtent(words);
		int x = Math.max(LogStyle.MARGIN, (width - size.x) / 2);
		int middle = top + layout.bandHeight() / 2;
		gc.setForeground(color);
		gc.setAlpha(style.faint(90));
		gc.drawLine(LogStyle.MARGIN, middle, x - LogStyle.MARGIN, middle);
		gc.drawLine(x + size.x + LogStyle.MARGIN, middle, width - LogStyle.MARGIN, middle);
		gc.setAlpha(255);
		gc.drawText(words, x, middle - size.y / 2, true);
	}

	private static void header(GC gc, ItemLayout layout, int y, int width, LogStyle style) {
		LogItem item = layout.item();
		gc.setForeground(style.of(LogColors.Use.SYSTEM));
		String time = style.time(width).format(item.time().atZone(style.zone));
		int drop = layout.firstLineDrop(gc.getFontMetrics().getAscent());
		gc.drawText(time, LogStyle.MARGIN, y + layout.firstLineY() + drop, true);
		if (layout.lead().header()) {
			gc.setForeground(style.of(item.own() ? LogColors.Use.OWN : LogColors.Use.PEER));
			gc.setFont(style.bold);
			gc.drawText(item.sender(), layout.textX(), y + layout.headerY(), true);
			gc.setFont(style.text);
		}
	}

	private static void body(GC gc, ItemLayout layout, int y, LogStyle style, int start, int end) {
		int length = layout.item().text().length();
		Severity severity = layout.item().severity();
		gc.setForeground(switch (severity) {
		case CHAT -> style.foreground();
		case INFO -> style.of(LogColors.Use.INFO);
		case SYSTEM -> style.of(LogColors.Use.SYSTEM);
		case ERROR -> style.of(LogColors.Use.ERROR);
		});
		int x = layout.textX();
		if (start < Math.min(end, length)) {
			layout.body().draw(gc, x, y + layout.bodyY(), start, Math.min(end, length) - 1, style.selectionText(),
					style.selection());
		} else {
			layout.body().draw(gc, x, y + layout.bodyY());
		}
	}

	private static void marks(GC gc, ItemLayout layout, int y, LogStyle style, Marks marks) {
		int[] places = marks.text();
		if (places.length == 0) {
			return;
		}
		// A long message may have thousands of them.
		Rectangle clip = gc.getClipping();
		int top = clip.y - y - layout.bodyY();
		int[] lines = layout.body().getLineOffsets();
		int from = lines[lineAt(layout.body(), top)];
		int to = lines[lineAt(layout.body(), top + clip.height) + 1];
		for (int i = 0; i < places.length; i += 2) {
			if (places[i + 1] > from && places[i] < to) {
				mark(gc, layout, y, style, places[i], places[i + 1], i / 2 == marks.inText());
			}
		}
		gc.setBackground(style.background());
	}

	private static int lineAt(TextLayout body, int y) {
		return body.getLineIndex(body.getOffset(0, Math.max(0, y), null));
	}

	/** A match may wrap into the next line. */
	private static void mark(GC gc, ItemLayout layout, int y, LogStyle style, int start, int end, boolean found) {
		TextLayout body = layout.body();
		int[] lines = body.getLineOffsets();
		for (int line = body.getLineIndex(start); line < body.getLineCount() && lines[line] < end; line++) {
			int from = Math.max(start, lines[line]);
			int to = Math.min(end, lines[line + 1]);
			if (from < to) {
				Rectangle bounds = body.getBounds(from, to - 1);
				mark(gc, layout.textX() + bounds.x, y + layout.bodyY() + bounds.y, bounds.width, bounds.height, style,
						found);
			}
		}
	}

	/** Fills what is behind a match, or frames it where a second background might hide its text. */
	private static void mark(GC gc, int x, int y, int width, int height, LogStyle style, boolean found) {
		Color color = style.of(found ? LogColors.Use.FOUND : LogColors.Use.MATCH);
		if (style.highContrast) {
			gc.setForeground(color);
			gc.setLineWidth(found ? 3 : 1);
			gc.drawRectangle(x - 1, y, width + 1, height - 1);
			gc.setLineWidth(1);
		} else {
			gc.setBackground(color);
			gc.fillRoundRectangle(x - 1, y, width + 2, height, 4, 4);
		}
	}

	private void picture(GC gc, ItemLayout layout, int y, LogStyle style, boolean selected, Marks marks) {
		Picture picture = layout.item().picture();
		Rectangle box = layout.box();
		box.y += y;
		Thumbnails.Thumbnail thumbnail = thumbnails.get(picture);
		String name = Legible.text(picture.name());
		if (thumbnail.image() != null) {
			Rectangle from = thumbnail.image().getBounds();
			Rectangle to = fitted(from.width, from.height, box);
			if (from.width == to.width && from.height == to.height) {
				gc.drawImage(thumbnail.image(), to.x, to.y);
			} else {
				gc.setAntialias(SWT.ON);
				gc.setInterpolation(SWT.HIGH);
				gc.drawImage(thumbnail.image(), 0, 0, from.width, from.height, to.x, to.y, to.width, to.height);
			}
		} else if (thumbnail.failure() != null) {
			broken(gc, PictureException.describe(thumbnail.failure(), tools.messages()), box, style);
		}
		gc.setForeground(style.of(LogColors.Use.SYSTEM));
		gc.setAlpha(style.faint(60));
		gc.drawRoundRectangle(box.x, box.y, box.width - 1, box.height - 1, ROUND, ROUND);
		gc.setAlpha(255);
		if (selected) {
			gc.setBackground(style.selection());
			gc.setAlpha(90);
			gc.fillRoundRectangle(box.x, box.y, box.width, box.height, ROUND, ROUND);
			gc.setAlpha(255);
			gc.setBackground(style.background());
		}
		String caption = name + "  " + picture.format() + "  " + tools.wording().size(picture.size())
				+ (thumbnail.isTruncated() ? "  " + tools.messages().picture_truncated : "");
		String shown = Shortened.atEnd(gc, caption, layout.textWidth());
		marks(gc, shown, box.x, box.y + box.height + 2, style, marks);
		gc.drawText(shown, box.x, box.y + box.height + 2, true);
	}

	/** Says in the middle of {@code box} why there is no picture. */
	private void broken(GC gc, String why, Rectangle box, LogStyle style) {
		Image icon = icons.get("broken_image");
		var words = new TextLayout(gc.getDevice());
		try {
			words.setFont(style.text);
			words.setAlignment(SWT.CENTER);
			words.setWidth(Math.max(1, box.width - 2 * LogStyle.MARGIN));
			words.setText(why);
			int height = icon.getBounds().height + LogStyle.MARGIN / 2;
			int top = box.y + Math.max(0, (box.height - height - words.getBounds().height) / 2);
			gc.drawImage(icon, box.x + (box.width - icon.getBounds().width) / 2, top);
			gc.setForeground(style.of(LogColors.Use.SYSTEM));
			gc.setClipping(box);
			words.draw(gc, box.x + LogStyle.MARGIN, top + height);
			gc.setClipping((Rectangle) null);
		} finally {
			words.dispose();
		}
	}

	/** Marks what was found in the name of a picture, which its caption begins with. */
	private static void marks(GC gc, String caption, int x, int y, LogStyle style, Marks marks) {
		for (int i = 0; i < marks.name().length; i += 2) {
			int start = gc.textExtent(caption.substring(0, Math.min(marks.name()[i], caption.length()))).x;
			Point end = gc.textExtent(caption.substring(0, Math.min(marks.name()[i + 1], caption.length())));
			mark(gc, x + start, y, end.x - start, end.y, style, marks.inName());
		}
		gc.setBackground(style.background());
	}

	/** {@code width} × {@code height} as large as it is, or as large as fits the box. */
	static Rectangle fitted(int width, int height, Rectangle box) {
		double scale = Math.min(1, Math.min((box.width - 2.0) / width, (box.height - 2.0) / height));
		int w = Math.max(1, (int) Math.round(width * scale));
		int h = Math.max(1, (int) Math.round(height * scale));
		return new Rectangle(box.x + (box.width - w) / 2, box.y + (box.height - h) / 2, w, h);
	}
}
