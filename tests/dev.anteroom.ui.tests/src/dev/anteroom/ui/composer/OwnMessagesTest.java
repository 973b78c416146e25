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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class OwnMessagesTest {

	private final OwnMessages own = new OwnMessages();

	@Test
	void theNewestComesFirstAndTheUnsentTextLast() {
		own.add("one");
		own.add("two");
		assertEquals("two", own.older("unsent"));
		assertEquals("one", own.older("two"));
		assertNull(own.older("one"));
		assertEquals("two", own.newer("one"));
		assertEquals("unsent", own.newer("two"));
		assertNull(own.newer("unsent"));
	}

	@Test
	void withNothingSaidThereIsNothingToGoThrough() {
		assertNull(own.older("unsent"));
		assertNull(own.newer("unsent"));
	}

	@Test
	void whatWasChangedOnTheWayStaysUntilSomethingIsSaid() {
		own.add("one");
		own.add("two");
		own.older("unsent");
		own.older("two, changed");
		assertEquals("two, changed", own.newer("one"));
		own.add("three");
		assertEquals("three", own.older(""));
		assertEquals("two", own.older("three"));
	}

	@Test
	void whatIsRepeatedOrBlankCountsOnce() {
		own.add("one");
		own.add("one");
		own.add("  \n");
		assertEquals("one", own.older(""));
		assertNull(own.older("one"));
	}

	@Test
	void onlySoManyAreRemembered() {
		for (int i = 1; i <= OwnMessages.MOST + 5; i++) {
			own.add("message " + i);
		}
		String last = "";
		int count = 0;
		for (String each = own.older(""); each != null; each = own.older(each)) {
			last = each;
			count++;
		}
		assertEquals(OwnMessages.MOST, count);
		assertEquals("message 6", last);
	}

	@Test
	void onlySoMuchTextIsRemembered() {
		String half = "x".repeat(OwnMessages.MOST_CHARACTERS / 2);
		own.add(half + "1");
		own.add(half + "2");
		assertEquals(half + "2", own.older(""));
		assertNull(own.older(half + "2"));
	}
}
