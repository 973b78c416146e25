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

class SelectionTest {

	@Test
	void itIsTheSameInEitherDirection() {
		var forth = new Selection(new Position(2, 3), new Position(4, 1));
		var back = new Selection(new Position(4, 1), new Position(2, 3));
		for (Selection each : new Selection[] { forth, back }) {
			assertEquals(new Position(2, 3), each.start());
			assertEquals(new Position(4, 1), each.end());
			assertPart(each, 1, 9, 9);
			assertPart(each, 2, 3, 9);
			assertPart(each, 3, 0, 9);
			assertPart(each, 4, 0, 1);
			assertPart(each, 5, 0, 0);
		}
	}

	@Test
	void withinOneEntryBothEndsCount() {
		assertPart(new Selection(new Position(2, 7), new Position(2, 3)), 2, 3, 7);
	}

	@Test
	void anEntryThatBecameShorterIsNotOverrun() {
		assertPart(new Selection(new Position(2, 20), new Position(2, 30)), 2, 9, 9);
	}

	@Test
	void nothingTouchesNothing() {
		Selection none = Selection.at(new Position(2, 3));
		assertTrue(none.isEmpty());
		assertFalse(none.touches(2));
		assertFalse(none.to(new Position(2, 4)).isEmpty());
	}

	private static void assertPart(Selection selection, long number, int start, int end) {
		assertEquals(start != end && start < end, selection.touches(number) && selection.endIn(number, 9) > selection.startIn(number, 9));
		if (selection.touches(number)) {
			assertEquals(start, selection.startIn(number, 9));
			assertEquals(end, selection.endIn(number, 9));
		}
	}
}
