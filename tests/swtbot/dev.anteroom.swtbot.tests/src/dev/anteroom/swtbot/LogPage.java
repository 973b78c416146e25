/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.swtbot;

import static dev.anteroom.swtbot.Conditions.await;

import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swtbot.swt.finder.SWTBot;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotStyledText;

/** The lines of a conversation. Test's thread. */
final class LogPage {

	private static final String PICTURE = "\uFFFC";
	/** For the padding around a thumbnail. */
	private static final int TOLERANCE = 20;

	private final SWTBotStyledText text;

	LogPage(SWTBot view) {
		text = view.styledText();
	}

	/** Returns when the log shows {@code words}. */
	void awaitLine(String words) {
		await("the line \"" + words + '"', () -> contains(words));
	}

	boolean contains(String words) {
		return text.getText().contains(words);
	}

	/** Returns when a thumbnail is shown whose longer side is about {@code side} pixels. */
	void awaitThumbnail(int side) {
		await("a thumbnail of " + side + " pixels", () -> {
			Point size = thumbnailSize();
			return Math.abs(Math.max(size.x, size.y) - side) < TOLERANCE;
		});
	}

	/** Clicks the last picture. */
	void clickPicture() {
		text.click(pictureLine(), 0);
	}

	private Point thumbnailSize() {
		StyleRange style = text.getStyle(pictureLine(), 0);
		return new Point(style.metrics.width, style.metrics.ascent + style.metrics.descent);
	}

	private int pictureLine() {
		var lines = text.getLines();
		for (int i = lines.size() - 1; i >= 0; i--) {
			if (lines.get(i).startsWith(PICTURE)) {
				return i;
			}
		}
		throw new AssertionError("no picture in: " + lines);
	}
}
