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

import java.util.stream.LongStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleControlListener;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

import dev.anteroom.ui.Messages;
import dev.anteroom.ui.internal.Labels;
import dev.anteroom.ui.internal.UiExecutor;

/**
 * What a log is to a screen reader: a list, whose items are the entries in sight. An item has the same id for as long as
 * its entry is there.
 * <p>
 * The items are plain child ids and not {@link Accessible}s of their own: those have no widget in SWT's GTK port, which
 * has ATK report them as defunct, and screen readers pass over them. UI thread.
 */
final class LogAccessible {

	private final LogCanvas canvas;
	private final Spoken spoken;
	private final Accessible accessible;
	private final AccessibleListener names = new Names();
	private final AccessibleControlListener items = new Items();
	/** What was told last. */
	private long focus;
	private boolean focusIsPending;
	private Selection selection;

	LogAccessible(LogCanvas canvas) {
		this.canvas = canvas;
		spoken = new Spoken(canvas);
		accessible = canvas.getAccessible();
		selection = canvas.selection();
		accessible.addAccessibleListener(names);
		accessible.addAccessibleControlListener(items);
		var ui = new UiExecutor(canvas.tools().sync(), canvas);
		// Later, since the toolkit tells of the list itself only after this event.
		canvas.addListener(SWT.FocusIn, e -> ui.execute(this::focused));
	}

	/** What answers when a name is asked for. */
	AccessibleListener names() {
		return names;
	}

	/** What answers when anything else is asked for. */
	AccessibleControlListener items() {
		return items;
	}

	/** Tells of what changed: call after something else is in sight, selected or current. */
	void changed() {
		if (canvas.current() == 0) {
			focus = 0;
		} else if (canvas.current() != focus && canvas.isFocusControl()) {
			tellFocus();
		} else if (focusIsPending && canvas.item(focus) != null) {
			focusIsPending = false;
			accessible.sendEvent(ACC.EVENT_NAME_CHANGED, null, id(focus));
		}
		if (!selection.equals(canvas.selection())) {
			tellSelection(selection, canvas.selection());
			selection = canvas.selection();
		}
	}

	private void focused() {
		if (canvas.isFocusControl()) {
			tellFocus();
		}
	}

	/** What is out of sight is told when it comes into sight. */
	private void tellFocus() {
		long current = canvas.current();
		if (isInSight(current)) {
			focus = current;
			focusIsPending = canvas.item(current) == null;
			accessible.setFocus(id(current));
		}
	}

	private void tellSelection(Selection before, Selection now) {
		long[] changed = inSight().filter(number -> before.touches(number) != now.touches(number)).toArray();
		for (long number : changed) {
			accessible.sendEvent(ACC.EVENT_STATE_CHANGED,
					new int[] { ACC.STATE_SELECTED, now.touches(number) ? 1 : 0 }, id(number));
		}
		if (changed.length > 0) {
			accessible.selectionChanged();
		}
	}

	private LongStream inSight() {
		return canvas.scroll().isEmpty() ? LongStream.empty()
				: LongStream.rangeClosed(canvas.scroll().top(), canvas.scroll().bottom());
	}

	private boolean isInSight(long number) {
		return !canvas.scroll().isEmpty() && canvas.scroll().top() <= number && number <= canvas.scroll().bottom();
	}

	private static int id(long number) {
		return (int) (number & Integer.MAX_VALUE);
	}

	/** The entry with the id that is nearest to what is in sight; 0 when there is none. */
	private long number(int id) {
		long top = canvas.scroll().top();
		long number = top + ((id - id(top)) << 1 >> 1);
		return canvas.scroll().isEmpty() || id < 0 || number < canvas.first() || number > canvas.last() ? 0 : number;
	}

	private static Object[] ids(LongStream numbers) {
		return numbers.mapToObj(number -> (Object) id(number)).toArray();
	}

	private final class Names extends AccessibleAdapter {

		@Override
		public void getName(AccessibleEvent event) {
			long number = number(event.childID);
			if (number != 0) {
				event.result = spoken.of(number);
			} else if (event.childID == ACC.CHILDID_SELF) {
				event.result = canvas.tools().messages().log_name;
			}
		}
	}

	private final class Items extends AccessibleControlAdapter {

		@Override
		public void getRole(AccessibleControlEvent event) {
			event.detail = event.childID == ACC.CHILDID_SELF ? ACC.ROLE_LIST : ACC.ROLE_LISTITEM;
		}

		@Override
		public void getChildCount(AccessibleControlEvent event) {
			event.detail = (int) inSight().count();
		}

		@Override
		public void getChildren(AccessibleControlEvent event) {
			if (event.childID == ACC.CHILDID_SELF) {
				event.children = ids(inSight());
			}
		}

		@Override
		public void getLocation(AccessibleControlEvent event) {
			long number = number(event.childID);
			if (number == 0) {
				return;
			}
			Rectangle bounds = canvas.boundsOf(number);
			Rectangle area = bounds == null ? new Rectangle(0, 0, 0, 0) : bounds.intersection(canvas.getClientArea());
			Point corner = canvas.toDisplay(area.x, area.y);
			event.x = corner.x;
			event.y = corner.y;
			event.width = area.width;
			event.height = area.height;
		}

		@Override
		public void getChildAtPoint(AccessibleControlEvent event) {
			Point point = canvas.toControl(event.x, event.y);
			inSight().filter(number -> canvas.boundsOf(number).contains(point)).findFirst()
					.ifPresentOrElse(number -> event.childID = id(number), () -> event.childID = ACC.CHILDID_SELF);
		}

		@Override
		public void getFocus(AccessibleControlEvent event) {
			event.childID = !canvas.isFocusControl() ? ACC.CHILDID_NONE
					: isInSight(canvas.current()) ? id(canvas.current()) : ACC.CHILDID_SELF;
		}

		@Override
		public void getSelection(AccessibleControlEvent event) {
			long[] selected = inSight().filter(canvas.selection()::touches).toArray();
			switch (selected.length) {
			case 0 -> event.childID = ACC.CHILDID_NONE;
			case 1 -> event.childID = id(selected[0]);
			default -> {
				event.childID = ACC.CHILDID_MULTIPLE;
				event.children = ids(LongStream.of(selected));
			}
			}
		}

		@Override
		public void getState(AccessibleControlEvent event) {
			event.detail = ACC.STATE_READONLY | ACC.STATE_FOCUSABLE;
			if (event.childID == ACC.CHILDID_SELF) {
				event.detail |= ACC.STATE_MULTISELECTABLE | (canvas.isFocusControl() ? ACC.STATE_FOCUSED : 0);
				return;
			}
			long number = number(event.childID);
			event.detail |= ACC.STATE_SELECTABLE;
			if (number == canvas.current() && canvas.isFocusControl()) {
				event.detail |= ACC.STATE_FOCUSED;
			}
			if (canvas.selection().touches(number)) {
				event.detail |= ACC.STATE_SELECTED;
			}
			if (!isInSight(number)) {
				event.detail |= ACC.STATE_OFFSCREEN;
			} else if (canvas.item(number) == null) {
				event.detail |= ACC.STATE_BUSY;
			}
		}

		@Override
		public void getDefaultAction(AccessibleControlEvent event) {
			long number = number(event.childID);
			LogItem item = isInSight(number) ? canvas.item(number) : null;
			if (item != null && item.picture() != null) {
				event.result = Labels.plain(canvas.tools().messages().log_showPicture);
			} else if (item != null && !item.links().isEmpty()) {
				Messages messages = canvas.tools().messages();
				event.result = Labels.plain(item.links().getFirst().place() ? messages.log_openPlace : messages.log_openLink);
			}
		}
	}
}
