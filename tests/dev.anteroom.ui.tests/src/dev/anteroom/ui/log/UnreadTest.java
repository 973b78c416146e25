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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class UnreadTest {

	private final Unread unread = new Unread();

	@Test
	void theLineStandsWhereThePersonLeftOff() {
		assertFalse(unread.update(5, true));
		assertEquals(0, unread.mark());
		assertTrue(unread.update(6, false));
		assertFalse(unread.update(9, false));
		assertEquals(6, unread.mark());
		assertEquals(4, unread.count(9));
	}

	@Test
	void itStaysWhileTheyAreReadAndMovesWhenThePersonIsGoneAgain() {
		unread.update(5, true);
		unread.update(9, false);
		unread.update(9, true);
		assertFalse(unread.update(12, true));
		assertEquals(6, unread.mark());
		assertEquals(0, unread.count(12));
		assertTrue(unread.update(13, false));
		assertEquals(13, unread.mark());
	}

	@Test
	void beingAwayMovesNothingWhileNothingComes() {
		unread.update(5, true);
		assertFalse(unread.update(5, false));
		assertEquals(0, unread.mark());
	}

	@Test
	void anotherConversationHasNoLineYet() {
		unread.update(5, true);
		unread.update(9, false);
		unread.restart(10);
		assertEquals(0, unread.mark());
		assertTrue(unread.update(10, false));
		assertEquals(10, unread.mark());
	}
}
