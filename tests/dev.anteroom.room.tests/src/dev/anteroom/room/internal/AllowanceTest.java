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

import org.junit.jupiter.api.Test;

class AllowanceTest {

	private static final long SECOND = 1_000_000_000;

	private final Allowance allowance = new Allowance(1_000, 5_000, 7 * SECOND);

	@Test
	void aBurstIsFree() {
		assertEquals(0, allowance.take(2_500, 7 * SECOND));
		assertEquals(0, allowance.take(2_500, 7 * SECOND));
	}

	@Test
	void whatIsTooMuchIsWaitedOff() {
		assertEquals(SECOND, allowance.take(6_000, 7 * SECOND));
		assertEquals(SECOND, allowance.take(1_000, 8 * SECOND));
	}

	@Test
	void timeGivesItBackUpToABurst() {
		allowance.take(5_000, 7 * SECOND);
		assertEquals(0, allowance.take(3_000, 10 * SECOND));
		assertEquals(SECOND, allowance.take(6_000, 1_000 * SECOND));
	}
}
