/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.room.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class HearingTest {

	private final Hearing hearing = new Hearing();

	@Test
	void aLineIsToldWithoutItsEnd() {
		assertEquals("a", hearing.told("a\n"));
		assertEquals("b", hearing.told("b\r\n"));
		assertEquals("c\nd", hearing.told("c\nd\n"));
	}

	@Test
	void anEmptyLineIsTold() {
		assertEquals("", hearing.told("\n"));
		assertEquals("a", hearing.told("a\n"));
		assertEquals("", hearing.told("\r\n"));
	}

	@Test
	void aLineEndThatComesLaterIsNothingOfItsOwn() {
		assertEquals("a", hearing.told("a"));
		assertNull(hearing.told("\n"));
		assertEquals("b", hearing.told("b"));
		assertNull(hearing.told("\r\n"));
		assertEquals("", hearing.told("\n"));
	}

	@Test
	void whatComesWithItIsTold() {
		assertEquals("a", hearing.told("a"));
		assertEquals("b", hearing.told("\nb"));
		assertEquals("", hearing.told("\n\n"));
		assertEquals("c", hearing.told("c"));
		assertEquals("d\ne", hearing.told("\r\nd\ne\n"));
	}

	@Test
	void theRestOfALineIsTold() {
		assertEquals("a", hearing.told("a"));
		assertEquals("b", hearing.told("b\n"));
		assertEquals("\rc", hearing.told("\rc\n"));
	}
}
