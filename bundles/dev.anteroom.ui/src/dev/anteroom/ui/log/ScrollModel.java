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

/**
 * Where a log of very many entries is scrolled to. The place is held as an entry and a distance from its top, so only
 * the heights of entries in sight are ever asked for, and what is inserted or measured elsewhere moves nothing. The
 * scroll bar counts entries rather than pixels for the same reason. Pure logic; UI thread.
 */
final class ScrollModel {

	/** Measures entries. */
	interface Heights {

		/** The height of the entry {@code number} in pixels, at least 1. */
		int height(long number);
	}

	private static final int MOST_UNITS = 1_000;
	private static final int BAR = 1 << 30;

	private final Heights heights;
	private final int bottom;
	private long first = 1;
	private long last;
	private int viewport;
	private long top = 1;
	private int offset;
	/** The height of {@link #top} when it was scrolled to. */
	private int topHeight;
	private boolean following = true;

	/** @param bottom how much room is left below the last entry, in pixels */
	ScrollModel(Heights heights, int bottom) {
		this.heights = heights;
		this.bottom = bottom;
	}

	/** The first entry at least partly in sight. */
	long top() {
		return top;
	}

	/** How many pixels of {@link #top()} are above the view. */
	int offset() {
		return offset;
	}

	/** Whether the end is in sight and stays so when entries are added. */
	boolean isFollowing() {
		return following;
	}

	boolean isEmpty() {
		return last < first;
	}

	/** Keeps to the end from the next {@link #setEntries} on. */
	void follow() {
		following = true;
	}

	/** Takes the numbers of the entries there are now: keeps to the end if it was in sight, else to the place. */
	void setEntries(long first, long last) {
		this.first = first;
		this.last = last;
		settle();
	}

	/** Takes the view's height in pixels. */
	void setViewport(int height) {
		viewport = Math.max(0, height);
		settle();
	}

	/** Call when heights have changed. */
	void settle() {
		if (following) {
			toEnd();
			return;
		}
		if (top >= first && top <= last && topHeight > 0) {
			offset = (int) ((long) offset * heights.height(top) / topHeight);
		}
		normalize();
	}

	void scrollBy(int pixels) {
		offset += pixels;
		normalize();
	}

	void scrollToEnd() {
		toEnd();
		following = true;
	}

	/** Brings the pixels {@code from} to {@code to} of the entry {@code number} into sight, if they are not. */
	void reveal(long number, int from, int to) {
		if (isEmpty()) {
			return;
		}
		long target = Math.clamp(number, first, last);
		int y = target < top ? Integer.MIN_VALUE : y(target);
		if (y == Integer.MIN_VALUE || y + from < 0) {
			set(target, from);
		} else if (y == Integer.MAX_VALUE || y + to > viewport) {
			set(target, Math.min(from, to - viewport));
		}
	}

	/** Brings the entry {@code number} to a third of the view, as one does with what was looked for. */
	void center(long number, int from) {
		if (!isEmpty()) {
			set(Math.clamp(number, first, last), from - viewport / 3);
		}
	}

	/**
	 * Where in the view the top of the entry {@code number} is; {@link Integer#MIN_VALUE} when it is above the view,
	 * {@link Integer#MAX_VALUE} when it is below.
	 */
	int y(long number) {
		if (number < top) {
			return Integer.MIN_VALUE;
		}
		long y = -offset;
		for (long each = top; each < number; each++) {
			y += heights.height(each);
			if (y >= viewport) {
				return Integer.MAX_VALUE;
			}
		}
		return (int) y;
	}

	/** The entry at {@code y} of the view; the nearest one when there is none. */
	long numberAt(int y) {
		long end = -offset;
		long number = top;
		while (number < last) {
			end += heights.height(number);
			if (y < end) {
				break;
			}
			number++;
		}
		return number;
	}

	/** The last entry at least partly in sight. */
	long bottom() {
		return numberAt(viewport - 1);
	}

	int barMaximum() {
		return Math.max(1, (int) (count() * unit()));
	}

	int barThumb() {
		Place end = end();
		return Math.clamp(barMaximum() - barOf(end.number, end.offset), 1, barMaximum());
	}

	int barSelection() {
		return barOf(top, offset);
	}

	/** Takes what the scroll bar was drawn to. */
	void scrollToBar(int selection) {
		if (isEmpty()) {
			return;
		}
		if (selection >= barMaximum() - barThumb()) {
			scrollToEnd();
			return;
		}
		long number = Math.clamp(first + selection / unit(), first, last);
		set(number, (int) ((long) heights.height(number) * (selection % unit()) / unit()));
	}

	private int barOf(long number, int pixels) {
		if (isEmpty()) {
			return 0;
		}
		return (int) ((number - first) * unit() + (long) pixels * unit() / heights.height(number));
	}

	private long count() {
		return Math.max(0, last - first + 1);
	}

	private int unit() {
		return Math.clamp(BAR / Math.max(1, count()), 1, MOST_UNITS);
	}

	private void set(long number, int pixels) {
		top = number;
		offset = pixels;
		normalize();
	}

	/** Walks from a distance that may lie outside of its entry to the entry it lies in, and no further than the end. */
	private void normalize() {
		if (isEmpty() || top < first || top > last) {
			top = Math.clamp(top, first, Math.max(first, last));
			offset = 0;
		}
		if (isEmpty()) {
			following = true;
			return;
		}
		while (offset < 0 && top > first) {
			top--;
			offset += heights.height(top);
		}
		offset = Math.max(0, offset);
		while (top < last && offset >= heights.height(top)) {
			offset -= heights.height(top);
			top++;
		}
		Place end = end();
		following = top > end.number || top == end.number && offset >= end.offset;
		if (following) {
			top = end.number;
			offset = end.offset;
		}
		topHeight = heights.height(top);
	}

	private void toEnd() {
		Place end = end();
		top = end.number;
		offset = end.offset;
	}

	/** The place at which the last entry, and the room below it, end with the view. */
	private Place end() {
		long number = last;
		int height = Math.min(bottom, viewport);
		while (number >= first) {
			height += heights.height(number);
			if (height >= viewport) {
				return new Place(number, height - viewport);
			}
			number--;
		}
		return new Place(first, 0);
	}

	private record Place(long number, int offset) {
	}
}
