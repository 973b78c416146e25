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
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/** Chips in columns of one width, as many as fit; one that has more to say takes two columns. */
final class ChipLayout extends Layout {

	static final int GAP = 6;
	static final int LEAST = 160;
	private static final int MOST = 260;

	@Override
	protected Point computeSize(Composite parent, int wHint, int hHint, boolean flush) {
		int width = wHint == SWT.DEFAULT ? 2 * LEAST + GAP : wHint;
		return new Point(width, arrange(parent, width, false));
	}

	@Override
	protected void layout(Composite parent, boolean flush) {
		arrange(parent, parent.getClientArea().width, true);
	}

	/** @return the height of it all */
	private static int arrange(Composite parent, int width, boolean place) {
		int columns = Math.max(1, (width + GAP) / (LEAST + GAP));
		int cell = (width - (columns - 1) * GAP) / columns;
		cell = columns == 1 ? cell : Math.min(MOST, cell);
		int x = 0;
		int y = 0;
		int row = 0;
		for (Control child : parent.getChildren()) {
			int wide = child instanceof Chip chip && chip.isWide() ? Math.min(width, 2 * cell + GAP) : cell;
			if (x > 0 && x + wide > width) {
				x = 0;
				y += row + GAP;
				row = 0;
			}
			int height = child.computeSize(wide, SWT.DEFAULT).y;
			if (place) {
				child.setBounds(new Rectangle(x, y, wide, height));
			}
			row = Math.max(row, height);
			x += wide + GAP;
		}
		return y + row;
	}
}
