/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.preview;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Pattern;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;

import dev.anteroom.ui.internal.LogColors;

/** What is seen through a picture: squares that tell it from a plain background, in both themes. UI thread. */
final class Checkerboard {

	private static final int SIDE = 8;
	private static final PaletteData LIGHT = new PaletteData(new RGB(0xFF, 0xFF, 0xFF), new RGB(0xE2, 0xE2, 0xE2));
	/** Of a middle gray: most of what is drawn for a white page has to be seen here, too. */
	private static final PaletteData DARK = new PaletteData(new RGB(0x8C, 0x8C, 0x8C), new RGB(0x7A, 0x7A, 0x7A));

	private final Control owner;
	private Image tile;
	private PaletteData tilePalette;

	Checkerboard(Control owner) {
		this.owner = owner;
		owner.addDisposeListener(e -> dispose());
	}

	void fill(GC gc, Rectangle area) {
		PaletteData palette = LogColors.isDark(owner.getBackground()) ? DARK : LIGHT;
		if (tilePalette != palette) {
			dispose();
			tilePalette = palette;
			tile = new Image(owner.getDisplay(), tile(palette));
		}
		var pattern = new Pattern(owner.getDisplay(), tile);
		gc.setBackgroundPattern(pattern);
		gc.fillRectangle(area);
		gc.setBackgroundPattern(null);
		pattern.dispose();
	}

	private static ImageData tile(PaletteData palette) {
		var data = new ImageData(2 * SIDE, 2 * SIDE, 1, palette);
		for (int y = 0; y < data.height; y++) {
			for (int x = 0; x < data.width; x++) {
				data.setPixel(x, y, (x / SIDE + y / SIDE) % 2);
			}
		}
		return data;
	}

	private void dispose() {
		if (tile != null) {
			tile.dispose();
			tile = null;
		}
	}
}
