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

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class UnreadTest {

	private final Unread unread = new Unread();

	@Test
	void theLineStandsAboveTheFirstMessageNotSeen() {
		unread.seen();
		assertEquals(0, unread.mark());
		unread.came(6);
		unread.came(9);
		assertEquals(6, unread.mark());
		assertEquals(2, unread.count());
	}

	@Test
	void itStaysWhileTheyAreReadAndMovesWhenThePersonIsGoneAgain() {
		unread.came(6);
		unread.seen();
		assertEquals(6, unread.mark());
		assertEquals(0, unread.count());
		unread.came(13);
		assertEquals(13, unread.mark());
		assertEquals(1, unread.count());
	}

	@Test
	void whoAnswersHasRead() {
		unread.came(6);
		unread.clear();
		assertEquals(0, unread.mark());
		assertEquals(0, unread.count());
		unread.came(8);
		assertEquals(8, unread.mark());
	}
}
