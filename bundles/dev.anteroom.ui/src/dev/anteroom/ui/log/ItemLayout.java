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

import java.text.Bidi;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.FontMetrics;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.graphics.TextStyle;
import org.eclipse.swt.widgets.Display;

/** Where the pieces of one entry lie at a given width, from its top left corner. UI thread. */
final class ItemLayout {

	private static final int BAND = 12;
	private static final int GROUP_GAP = 10;
	private static final int LINE_GAP = 3;
	private static final int PICTURE_GAP = 4;
	/** The box for a picture, which is the same whatever is in it, so that nothing moves when it has been decoded. */
	static final Point BOX = new Point(240, 160);

	private final LogItem item;
	private final Lead lead;
	private final LogStyle style;
	private final TextLayout body;
	private int width = -1;
	private int headerY;
	private int bodyY;
	private int pictureY;
	private int height;

	/** @param item {@code null} for an entry that is not there, or not yet */
	ItemLayout(Display display, LogItem item, Lead lead, LogStyle style) {
		this.item = item;
		this.lead = lead;
		this.style = style;
		if (item == null || item.text().isEmpty()) {
			body = null;
			return;
		}
		body = new TextLayout(display);
		body.setFont(style.text);
		body.setText(item.text());
		if (!isLeftToRight(item.text())) {
			body.setOrientation(SWT.RIGHT_TO_LEFT);
		}
		body.setTabs(new int[] { 4 * style.lineHeight / 2 });
		for (Link link : item.links()) {
			var look = new TextStyle(null, style.link(), null);
			look.underline = true;
			body.setStyle(look, link.start(), link.end() - 1);
		}
	}

	/** By the first letter that has a direction. */
	private static boolean isLeftToRight(String text) {
		return !Bidi.requiresBidi(text.toCharArray(), 0, text.length())
				|| new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
	}

	/** The entry, or {@code null}. */
	LogItem item() {
		return item;
	}

	Lead lead() {
		return lead;
	}

	/** The text laid out, or {@code null} if there is none. */
	TextLayout body() {
		return body;
	}

	/** Lays it out for a log {@code newWidth} wide. */
	ItemLayout at(int newWidth) {
		if (width != newWidth) {
			width = newWidth;
			measure();
		}
		return this;
	}

	private void measure() {
		int y = 0;
		if (item == null) {
			headerY = bodyY = pictureY = 0;
			height = style.lineHeight + LINE_GAP;
			return;
		}
		if (lead.date() != null) {
			y += bandHeight();
		}
		if (lead.unread()) {
			y += bandHeight();
		}
		y += lead.header() ? GROUP_GAP : LINE_GAP;
		headerY = y;
		if (lead.header()) {
			y += style.boldHeight + LINE_GAP;
		}
		bodyY = y;
		if (body != null) {
			body.setWidth(Math.max(1, textWidth()));
			y += body.getBounds().height;
		} else if (item.picture() == null) {
			y += style.lineHeight;
		}
		pictureY = y + PICTURE_GAP;
		if (item.picture() != null) {
			y = pictureY + box().height + style.lineHeight + PICTURE_GAP;
		}
		height = Math.max(1, y);
	}

	int height() {
		return height;
	}

	int bandHeight() {
		return style.lineHeight + 2 * BAND;
	}

	/** Where texts begin. */
	int textX() {
		return LogStyle.MARGIN + style.gutter(width);
	}

	int textWidth() {
		return Math.max(style.lineHeight, width - textX() - LogStyle.MARGIN);
	}

	int headerY() {
		return headerY;
	}

	int bodyY() {
		return bodyY;
	}

	/** Where its first line begins: that of its sender or its text. */
	int firstLineY() {
		return lead != null && lead.header() ? headerY : bodyY;
	}

	/** How much lower the letters of its first line stand than those of plain text: other scripts have taller lines. */
	int firstLineDrop(int ascent) {
		if (lead.header() || body == null) {
			return 0;
		}
		FontMetrics line = body.getLineMetrics(0);
		return Math.max(0, line.getLeading() + line.getAscent() - ascent);
	}

	/** The box for its picture. */
	Rectangle box() {
		return new Rectangle(textX(), pictureY, Math.min(BOX.x, textWidth()), BOX.y);
	}

	/** What is at a point. The offset is that of the nearest place between two characters. */
	Hit hit(int x, int y) {
		if (item == null) {
			return new Hit(0, -1, null, false);
		}
		boolean onPicture = item.picture() != null && box().contains(x, y);
		if (body == null || item.picture() != null && y >= pictureY) {
			int text = item.text().length();
			boolean after = y >= pictureY && (x > box().x + box().width / 2 || y > box().y + box().height);
			return new Hit(item.picture() != null && after ? text + 1 : text, -1, null, onPicture);
		}
		var trailing = new int[1];
		int inX = x - textX();
		int inY = y - bodyY;
		if (inY < 0) {
			return new Hit(0, -1, null, false);
		}
		int character = body.getOffset(inX, inY, trailing);
		boolean onText = body.getLineBounds(body.getLineIndex(Math.min(character, item.text().length())))
				.contains(inX, inY);
		Link link = onText ? linkAt(character) : null;
		return new Hit(character + trailing[0], onText ? character : -1, link, false);
	}

	private Link linkAt(int character) {
		return item.links().stream().filter(link -> link.start() <= character && character < link.end()).findFirst()
				.orElse(null);
	}

	/** The line of text, or the picture, at {@code offset}: what to bring into sight for it. */
	Rectangle lineAt(int offset) {
		if (item == null || item.picture() != null && offset >= item.text().length() && (offset > 0 || body == null)) {
			return item == null ? new Rectangle(0, 0, width, height) : box();
		}
		if (body == null) {
			return new Rectangle(textX(), headerY, textWidth(), style.lineHeight);
		}
		Rectangle line = body.getLineBounds(body.getLineIndex(Math.min(offset, item.text().length())));
		int top = offset == 0 ? 0 : bodyY + line.y;
		return new Rectangle(textX() + line.x, top, line.width, bodyY + line.y + line.height - top);
	}

	void dispose() {
		if (body != null) {
			body.dispose();
		}
	}

	/**
	 * What is at a point of an entry.
	 *
	 * @param offset    the nearest place between two characters
	 * @param character the one at the point, -1 if there is none
	 * @param link      the link there, or {@code null}
	 * @param picture   whether the picture is there
	 */
	record Hit(int offset, int character, Link link, boolean picture) {
	}
}
