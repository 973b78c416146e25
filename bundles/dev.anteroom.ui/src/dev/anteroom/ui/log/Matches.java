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

/** Places in a log, in its order, which grow at both ends: a few bytes each. */
final class Matches {

	private long[] numbers = new long[16];
	private int[] starts = new int[16];
	private int[] ends = new int[16];
	private int head;
	private int size;

	int size() {
		return size;
	}

	/** @param index from 0, the oldest one */
	Selection get(int index) {
		int slot = slot(index);
		return new Selection(new Position(numbers[slot], starts[slot]), new Position(numbers[slot], ends[slot]));
	}

	void addFirst(long number, int start, int end) {
		grow();
		head = slot(-1);
		size++;
		set(head, number, start, end);
	}

	void addLast(long number, int start, int end) {
		grow();
		size++;
		set(slot(size - 1), number, start, end);
	}

	void removeFirst() {
		head = slot(1);
		size--;
	}

	/** Forgets those in entries before the entry {@code first}. */
	void forgetBefore(long first) {
		while (size > 0 && numbers[head] < first) {
			removeFirst();
		}
	}

	/** How many begin before {@code position}: the index of the first that does not. */
	int countBefore(Position position) {
		int low = 0;
		int high = size;
		while (low < high) {
			int middle = low + high >>> 1;
			int slot = slot(middle);
			if (new Position(numbers[slot], starts[slot]).compareTo(position) < 0) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return low;
	}

	private int slot(int index) {
		return head + index & numbers.length - 1;
	}

	private void set(int slot, long number, int start, int end) {
		numbers[slot] = number;
		starts[slot] = start;
		ends[slot] = end;
	}

	private void grow() {
		if (size < numbers.length) {
			return;
		}
		var newNumbers = new long[2 * size];
		var newStarts = new int[2 * size];
		var newEnds = new int[2 * size];
		for (int i = 0; i < size; i++) {
			int slot = slot(i);
			newNumbers[i] = numbers[slot];
			newStarts[i] = starts[slot];
			newEnds[i] = ends[slot];
		}
		numbers = newNumbers;
		starts = newStarts;
		ends = newEnds;
		head = 0;
	}
}
