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

import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/**
 * Chips in rows, two of which are seen at a time; it takes no room while there are none. To the keyboard it is one
 * stop: the arrows go from chip to chip, Escape leaves. It lies in a grid. UI thread.
 */
final class ChipStrip extends Composite {

	private static final int ROWS = 2;

	private final ScrolledComposite scroller;
	private final Composite content;
	private final Runnable leave;

	/**
	 * @param name  for those who can't see it
	 * @param leave puts the focus elsewhere
	 */
	ChipStrip(Composite parent, String name, Runnable leave) {
		super(parent, SWT.NONE);
		this.leave = leave;
		setLayout(new FillLayout());
		scroller = new ScrolledComposite(this, SWT.V_SCROLL);
		scroller.setExpandHorizontal(true);
		scroller.setExpandVertical(true);
		scroller.setShowFocusedControl(true);
		content = new Composite(scroller, SWT.NONE);
		content.setLayout(new ChipLayout());
		scroller.setContent(content);
		scroller.addListener(SWT.Resize, e -> fit());
		Spoken.name(content, () -> name, () -> null);
		Spoken.role(content, ACC.ROLE_LIST);
		setVisible(false);
	}

	/** A new chip behind the others. */
	Chip add(Image cross, String removeHint) {
		var chip = new Chip(content, cross, removeHint);
		chip.setFont(getFont());
		chip.addListener(SWT.Traverse, this::traverse);
		chip.addListener(SWT.KeyDown, e -> key(chip, e));
		chip.addListener(SWT.FocusIn, e -> content.setTabList(new Control[] { chip }));
		return chip;
	}

	/** Takes {@code chip} away; its neighbour has the focus then, if it had it. */
	void remove(Chip chip) {
		boolean focused = chip.isFocusControl();
		int at = chips().indexOf(chip);
		chip.dispose();
		if (focused) {
			List<Chip> left = chips();
			if (left.isEmpty()) {
				leave.run();
			} else {
				left.get(Math.min(at, left.size() - 1)).setFocus();
			}
		}
	}

	List<Chip> chips() {
		return Arrays.stream(content.getChildren()).map(Chip.class::cast).toList();
	}

	/** What they say, in order. */
	List<String> words() {
		return chips().stream().map(chip -> chip.look().words()).toList();
	}

	/** To be called after chips came or went: takes as much room as they need. */
	void arrange() {
		List<Chip> chips = chips();
		if (!chips.isEmpty()) {
			content.setTabList(new Control[] { chips.stream().filter(Control::isFocusControl).findFirst()
					.orElse(chips.getLast()) });
		}
		setVisible(!chips.isEmpty());
		((GridData) getLayoutData()).exclude = chips.isEmpty();
		content.layout(true);
		fit();
		requestLayout();
	}

	/** Shows the last of them. */
	void showEnd() {
		scroller.setOrigin(0, content.getSize().y);
	}

	@Override
	public Point computeSize(int wHint, int hHint, boolean changed) {
		Point all = content.computeSize(wHint, SWT.DEFAULT, changed);
		List<Chip> chips = chips();
		if (chips.isEmpty()) {
			return new Point(all.x, 0);
		}
		int row = chips.stream().mapToInt(chip -> chip.computeSize(SWT.DEFAULT, SWT.DEFAULT).y).min().orElse(0);
		// What there is of a third row says that there is more.
		int most = ROWS * (row + ChipLayout.GAP) + row / 3;
		return new Point(all.x, Math.min(all.y, most));
	}

	private void fit() {
		int width = scroller.getClientArea().width;
		scroller.setMinHeight(content.computeSize(width, SWT.DEFAULT).y);
		scroller.getVerticalBar().setIncrement(20);
	}

	private void traverse(Event event) {
		switch (event.detail) {
		case SWT.TRAVERSE_TAB_NEXT, SWT.TRAVERSE_TAB_PREVIOUS -> event.doit = true;
		case SWT.TRAVERSE_ESCAPE -> {
			event.doit = false;
			leave.run();
		}
		default -> event.doit = false;
		}
	}

	private void key(Chip from, Event event) {
		if (from.isDisposed()) {
			return;
		}
		List<Chip> chips = chips();
		int at = chips.indexOf(from);
		int to = switch (event.keyCode) {
		case SWT.ARROW_LEFT, SWT.ARROW_UP -> at - 1;
		case SWT.ARROW_RIGHT, SWT.ARROW_DOWN -> at + 1;
		case SWT.HOME -> 0;
		case SWT.END -> chips.size() - 1;
		default -> at;
		};
		int next = Math.clamp(to, 0, chips.size() - 1);
		if (next != at) {
			chips.get(next).setFocus();
		}
	}
}
