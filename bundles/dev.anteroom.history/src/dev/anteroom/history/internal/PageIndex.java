/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.history.internal;

import java.util.Arrays;

/**
 * Where the pages of a file of entries begin. A page is so many entries that one of them is found quickly by reading
 * from its page's beginning on: the index takes less than half a byte for a usual entry. Used by one thread.
 */
final class PageIndex {

	static final int PAGE_ENTRIES = 64;
	static final int PAGE_BYTES = 32 << 10;

	private long[] numbers = new long[16];
	private long[] offsets = new long[16];
	private int count;

	/** The entry with the next {@code number} is at {@code offset}. */
	void add(long number, long offset) {
		if (count > 0 && number - numbers[count - 1] < PAGE_ENTRIES && offset - offsets[count - 1] < PAGE_BYTES) {
			return;
		}
		if (count == numbers.length) {
			numbers = Arrays.copyOf(numbers, 2 * count);
			offsets = Arrays.copyOf(offsets, 2 * count);
		}
		numbers[count] = number;
		offsets[count] = offset;
		count++;
	}

	/** How many pages there are. */
	int count() {
		return count;
	}

	/** The page with the entry {@code number}, which is not before the first. */
	int pageOf(long number) {
		int found = Arrays.binarySearch(numbers, 0, count, number);
		return found >= 0 ? found : -found - 2;
	}

	/** The number of the first entry of {@code page}. */
	long number(int page) {
		return numbers[page];
	}

	/** Where {@code page} begins, in bytes. */
	long offset(int page) {
		return offsets[page];
	}
}
