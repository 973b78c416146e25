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

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;

/**
 * A few words in the middle of where a picture would be. UI thread.
 *
 * @param icon above them; {@code null} for none
 */
record Placard(Image icon, String words) {

	static final Placard NONE = new Placard(null, "");
	private static final int GAP = 8;

	void draw(GC gc, Rectangle area, Color color) {
		if (words.isEmpty()) {
			return;
		}
		var layout = new TextLayout(gc.getDevice());
		layout.setFont(gc.getFont());
		layout.setText(words);
		layout.setAlignment(SWT.CENTER);
		layout.setWidth(Math.max(1, area.width - 4 * GAP));
		int above = icon == null ? 0 : icon.getBounds().height + GAP;
		int top = Math.max(GAP, (area.height - above - layout.getBounds().height) / 2);
		if (icon != null) {
			gc.drawImage(icon, (area.width - icon.getBounds().width) / 2, top);
		}
		gc.setForeground(color);
		layout.draw(gc, 2 * GAP, top + above);
		layout.dispose();
	}
}
