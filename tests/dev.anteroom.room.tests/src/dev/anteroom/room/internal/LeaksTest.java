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

import io.netty.buffer.PooledByteBufAllocator;

class LeaksTest {

	@Test
	void aBufferThatIsNotReleasedIsTold() throws Exception {
		var leaks = new Leaks();
		leaks.begin();
		PooledByteBufAllocator.DEFAULT.buffer(1);
		assertEquals(1, leaks.end().size());
	}

	@Test
	void nothingElseIs() throws Exception {
		var leaks = new Leaks();
		leaks.begin();
		PooledByteBufAllocator.DEFAULT.buffer(1).release();
		assertEquals(0, leaks.end().size());
	}
}
