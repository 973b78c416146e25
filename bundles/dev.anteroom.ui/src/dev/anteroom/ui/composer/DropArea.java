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
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

import dev.anteroom.ui.internal.Icons;
import dev.anteroom.ui.internal.LogColors;
import dev.anteroom.ui.internal.Shortened;

/**
 * Makes all of a view a place to drop pictures on. While some are held over it, it says so in place of what it shows.
 * The view has a grid layout. UI thread.
 */
public final class DropArea {

	private static final int INSET = 10;
	private static final int ROUND = 16;

	private final Composite view;
	private final PictureTransfer.Taker taker;
	private final String words;
	private final Image icon;
	private final Canvas cover;

	/** @param words what will become of what is dropped */
	DropArea(Composite view, PictureTransfer.Taker taker, String words) {
		this.view = view;
		this.taker = taker;
		this.words = words;
		cover = new Canvas(view, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
		cover.setVisible(false);
		var data = new GridData();
		data.exclude = true;
		cover.setLayoutData(data);
		cover.addListener(SWT.Paint, this::paint);
		icon = new Icons(cover).get("add_image");
		var target = new DropTarget(view, DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK | DND.DROP_DEFAULT);
		target.setTransfer(PictureTransfer.KINDS);
		target.addDropListener(new Listener());
		view.addListener(SWT.Resize, e -> cover.setBounds(view.getClientArea()));
	}

	/** Whether it says that pictures can be dropped. */
	public boolean isShown() {
		return cover.getVisible();
	}

	private void show(boolean shown) {
		if (cover.isDisposed() || cover.getVisible() == shown) {
			return;
		}
		cover.setBounds(view.getClientArea());
		cover.moveAbove(null);
		cover.setVisible(shown);
	}

	private void paint(Event event) {
		Rectangle area = cover.getClientArea();
		Color ground = view.getBackground();
		Color accent = LogColors.unstyled().of(LogColors.Use.INFO, ground);
		var gc = event.gc;
		gc.setAntialias(SWT.ON);
		gc.setBackground(ground);
		gc.fillRectangle(area);
		var box = new Rectangle(INSET, INSET, area.width - 2 * INSET, area.height - 2 * INSET);
		gc.setBackground(ChipPainter.mix(ground, accent, 0.08));
		gc.fillRoundRectangle(box.x, box.y, box.width, box.height, ROUND, ROUND);
		gc.setForeground(accent);
		gc.setLineWidth(2);
		gc.setLineStyle(SWT.LINE_DASH);
		gc.drawRoundRectangle(box.x, box.y, box.width - 1, box.height - 1, ROUND, ROUND);
		String shown = Shortened.inMiddle(gc, words, box.width - 2 * INSET);
		Point size = gc.textExtent(shown);
		Rectangle image = icon.getBounds();
		int top = box.y + (box.height - size.y - image.height - 6) / 2;
		gc.drawImage(icon, box.x + (box.width - image.width) / 2, top);
		gc.drawText(shown, box.x + (box.width - size.x) / 2, top + image.height + 6, true);
	}

	private final class Listener extends DropTargetAdapter {

		@Override
		public void dragEnter(DropTargetEvent event) {
			accept(event);
			show(event.detail != DND.DROP_NONE);
		}

		@Override
		public void dragOver(DropTargetEvent event) {
			accept(event);
			event.feedback = DND.FEEDBACK_NONE;
		}

		@Override
		public void dragOperationChanged(DropTargetEvent event) {
			accept(event);
		}

		@Override
		public void dragLeave(DropTargetEvent event) {
			show(false);
		}

		@Override
		public void dropAccept(DropTargetEvent event) {
			accept(event);
		}

		@Override
		public void drop(DropTargetEvent event) {
			show(false);
			if (!PictureTransfer.give(event.data, taker)) {
				event.detail = DND.DROP_NONE;
			}
		}

		/** Whatever is taken is copied: what was dropped stays where it was. */
		private void accept(DropTargetEvent event) {
			var best = PictureTransfer.best(event.dataTypes);
			event.detail = best == null || (event.operations & DND.DROP_COPY) == 0 ? DND.DROP_NONE : DND.DROP_COPY;
			if (best != null) {
				event.currentDataType = best;
			}
		}
	}
}
