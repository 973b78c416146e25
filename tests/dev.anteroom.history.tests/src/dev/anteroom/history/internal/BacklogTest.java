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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Said;
import dev.anteroom.history.internal.Backlog.Batch;
import dev.anteroom.history.internal.Backlog.Bound;

class BacklogTest {

	private final Backlog backlog = new Backlog();

	@Test
	void entriesComeOutInOrder() {
		backlog.add(entry(1, 10));
		backlog.add(entry(2, 10));
		assertEquals(new Batch(0, List.of(entry(1, 10), entry(2, 10))), backlog.take());
		assertNull(backlog.take());
	}

	@Test
	void largeEntriesComeOutOneByOne() {
		backlog.add(entry(1, 100_000));
		backlog.add(entry(2, 100_000));
		assertEquals(List.of(entry(1, 100_000)), backlog.take().entries());
		assertEquals(List.of(entry(2, 100_000)), backlog.take().entries());
	}

	@Test
	void whatIsPutBackComesFirst() {
		backlog.add(entry(1, 10));
		Batch batch = backlog.take();
		backlog.add(entry(2, 10));
		backlog.putBack(batch);
		assertEquals(new Batch(0, List.of(entry(1, 10), entry(2, 10))), backlog.take());
	}

	@Test
	void theOldestAreForgottenAndCounted() {
		backlog.bind(new Bound(2, 1_000));
		for (int i = 1; i <= 5; i++) {
			backlog.add(entry(i, 10));
		}
		assertEquals(new Batch(3, List.of(entry(4, 10), entry(5, 10))), backlog.take());
		backlog.add(entry(6, 10));
		assertEquals(new Batch(0, List.of(entry(6, 10))), backlog.take());
	}

	@Test
	void longTextsCountByTheirLength() {
		backlog.bind(new Bound(100, 1_000));
		backlog.add(entry(1, 600));
		backlog.add(entry(2, 600));
		backlog.add(entry(3, 2_000));
		assertEquals(new Batch(2, List.of(entry(3, 2_000))), backlog.take());
	}

	@Test
	void forgettingWhileABatchIsOutCountsTheBatchToo() {
		backlog.bind(new Bound(1, 1_000));
		backlog.add(entry(1, 10));
		Batch batch = backlog.take();
		backlog.add(entry(2, 10));
		backlog.add(entry(3, 10));
		backlog.putBack(batch);
		assertEquals(new Batch(2, List.of(entry(3, 10))), backlog.take());
	}

	private static Entry entry(long number, int length) {
		return new Entry(number, Instant.EPOCH, new Said(true, "", "x".repeat(length), null));
	}
}
