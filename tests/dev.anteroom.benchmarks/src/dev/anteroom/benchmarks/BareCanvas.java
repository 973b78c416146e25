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

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** A canvas that is painted anew, with one colour: what the toolkit costs, and nothing else. */
final class BareCanvas implements LogView {

	private final Canvas canvas;

	BareCanvas(Composite parent) {
		canvas = new Canvas(parent, SWT.V_SCROLL | SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
		canvas.addPaintListener(e -> e.gc.fillRectangle(canvas.getClientArea()));
	}

	@Override
	public Control control() {
		return canvas;
	}

	@Override
	public Control surface() {
		return canvas;
	}

	@Override
	public void refresh() {
		canvas.redraw();
	}
}
