/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.composer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;

import dev.anteroom.ui.internal.LogColors;
import dev.anteroom.ui.internal.Shortened;

/** How a {@link Chip} looks. Its shades lie between the colours of what it stands on, so that they suit any theme. */
final class ChipPainter {

	private static final int MARGIN = 6;
	private static final int CROSS = 16;
	private static final int ROUND = 10;
	private static final int BAR = 4;

	private final Chip chip;
	private final LogColors colors = LogColors.unstyled();
	private Image cross;
	private int lineHeight;

	ChipPainter(Chip chip) {
		this.chip = chip;
	}

	void setCross(Image image) {
		cross = image;
	}

	/** The height for {@code look} in {@code width}. */
	int height(Chip.Look look, int width) {
		if (lineHeight == 0) {
			var gc = new GC(chip);
			lineHeight = gc.getFontMetrics().getHeight();
			gc.dispose();
		}
		int lines = 2;
		if (look.problem()) {
			TextLayout detail = wrapped(look.detail(), width - textLeft(look) - MARGIN);
			lines = 1 + detail.getLineCount();
			detail.dispose();
		}
		return lines * lineHeight + 2 * MARGIN;
	}

	Rectangle crossBounds() {
		Rectangle area = chip.getClientArea();
		return new Rectangle(area.width - CROSS - MARGIN + 2, MARGIN - 2, CROSS, CROSS);
	}

	void paint(GC gc, Chip.Look look, boolean hot, boolean focused) {
		Rectangle area = chip.getClientArea();
		Color ground = chip.getParent().getBackground();
		Color ink = chip.getParent().getForeground();
		gc.setAntialias(SWT.ON);
		gc.setBackground(ground);
		gc.fillRectangle(area);
		Color fill = mix(ground, ink, 0.06);
		gc.setBackground(fill);
		gc.fillRoundRectangle(0, 0, area.width, area.height, ROUND, ROUND);
		gc.setForeground(focused ? chip.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION) : mix(ground, ink, 0.2));
		gc.setLineWidth(focused ? 2 : 1);
		gc.drawRoundRectangle(focused ? 1 : 0, focused ? 1 : 0, area.width - (focused ? 2 : 1),
				area.height - (focused ? 2 : 1), ROUND, ROUND);

		int box = 2 * lineHeight;
		if (look.image() != null) {
			drawImage(gc, look.image(), new Rectangle(MARGIN, (area.height - box) / 2, box, box));
		}
		int left = textLeft(look);
		int right = area.width - MARGIN;
		int titleRight = look.removable() ? crossBounds().x - 2 : right;
		gc.setBackground(fill);
		gc.setForeground(ink);
		gc.drawText(Shortened.inMiddle(gc, look.title(), titleRight - left), left, MARGIN, true);
		if (look.progress() >= 0) {
			drawBar(gc, new Rectangle(left, MARGIN + lineHeight + (lineHeight - BAR) / 2, right - left, BAR),
					look.progress(), mix(ground, ink, 0.2));
		} else if (look.problem()) {
			gc.setForeground(colors.of(LogColors.Use.ERROR, fill));
			TextLayout detail = wrapped(look.detail(), right - left);
			detail.draw(gc, left, MARGIN + lineHeight);
			detail.dispose();
		} else {
			gc.setForeground(mix(ground, ink, 0.65));
			gc.drawText(Shortened.inMiddle(gc, look.detail(), right - left), left, MARGIN + lineHeight, true);
		}
		if (look.removable()) {
			drawCross(gc, hot, mix(ground, ink, 0.2));
		}
	}

	private void drawCross(GC gc, boolean hot, Color ground) {
		Rectangle bounds = crossBounds();
		if (hot) {
			gc.setBackground(ground);
			gc.fillRoundRectangle(bounds.x - 1, bounds.y - 1, CROSS + 2, CROSS + 2, 6, 6);
		}
		gc.setAlpha(hot ? 255 : 170);
		gc.drawImage(cross, bounds.x, bounds.y);
		gc.setAlpha(255);
	}

	/** As large as the box, cut to its shape; small ones, such as icons, in their own size. */
	private static void drawImage(GC gc, Image image, Rectangle box) {
		Rectangle bounds = image.getBounds();
		if (bounds.width <= CROSS && bounds.height <= CROSS) {
			gc.drawImage(image, box.x + (box.width - bounds.width) / 2, box.y + (box.height - bounds.height) / 2);
			return;
		}
		int side = Math.min(bounds.width, bounds.height);
		gc.setInterpolation(SWT.HIGH);
		gc.drawImage(image, (bounds.width - side) / 2, (bounds.height - side) / 2, side, side, box.x, box.y, box.width,
				box.height);
	}

	private void drawBar(GC gc, Rectangle bar, double progress, Color ground) {
		gc.setBackground(ground);
		gc.fillRoundRectangle(bar.x, bar.y, bar.width, bar.height, BAR, BAR);
		int done = (int) Math.round(bar.width * Math.min(1, progress));
		if (done > 0) {
			gc.setBackground(colors.of(LogColors.Use.INFO, chip.getParent().getBackground()));
			gc.fillRoundRectangle(bar.x, bar.y, Math.max(BAR, done), bar.height, BAR, BAR);
		}
	}

	/** Room is left for an image that is still to come. */
	private int textLeft(Chip.Look look) {
		return look.progress() < 0 ? MARGIN + 2 * lineHeight + MARGIN : MARGIN;
	}

	/** In two lines at the most; what is too long for that is in the tool tip. */
	private TextLayout wrapped(String text, int width) {
		var layout = new TextLayout(chip.getDisplay());
		layout.setFont(chip.getFont());
		layout.setText(text);
		layout.setWidth(Math.max(1, width));
		if (layout.getLineCount() > 2) {
			int end = layout.getLineOffsets()[2];
			layout.setText(text.substring(0, Math.max(0, end - 2)).stripTrailing() + '…');
		}
		return layout;
	}

	/** {@code share} of {@code ink} on {@code ground}. */
	static Color mix(Color ground, Color ink, double share) {
		return new Color(mix(ground.getRed(), ink.getRed(), share), mix(ground.getGreen(), ink.getGreen(), share),
				mix(ground.getBlue(), ink.getBlue(), share));
	}

	private static int mix(int ground, int ink, double share) {
		return (int) Math.round(ground + (ink - ground) * share);
	}
}
