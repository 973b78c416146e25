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
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class PagesTest {

	private final ListSource source = new ListSource();
	private final List<Long> arrived = new ArrayList<>();
	private final Pages pages = new Pages(source, Runnable::run, arrived::add);

	@Test
	void entriesAreThereAsSoonAsTheyAreAdded() {
		for (int i = 1; i <= 3 * Pages.SIZE; i++) {
			source.say("message " + i);
			assertEquals(i, pages.get(i).number());
		}
		for (int i = 1; i <= 3 * Pages.SIZE; i++) {
			assertEquals(i, pages.get(i).number());
		}
		assertNull(pages.get(3 * Pages.SIZE + 1));
		assertEquals(List.of(), arrived);
	}

	@Test
	void whatHasToBeReadComesLaterAndOnceOnly() {
		fill(1000);
		source.beSlow();
		assertNull(pages.get(300));
		assertNull(pages.get(301));
		source.answer();
		assertEquals(List.of(256L), arrived);
		assertEquals(300, pages.get(300).number());
	}

	@Test
	void whatIsThereStaysThereWhileMoreIsRead() {
		fill(10);
		assertNotNull(pages.get(10));
		source.beSlow();
		fill(5);
		assertNull(pages.get(15));
		assertNotNull(pages.get(10));
		source.answer();
		assertNotNull(pages.get(15));
	}

	@Test
	void whatIsForgottenIsNotAskedForAgainAndAgain() {
		fill(100);
		source.forget(60);
		source.beSlow();
		assertNull(pages.get(5));
		source.answer();
		assertNull(pages.get(5));
		assertEquals(1, arrived.size());
		assertNotNull(pages.get(60));
	}

	private void fill(int count) {
		for (int i = 0; i < count; i++) {
			source.say("message");
		}
	}
}
