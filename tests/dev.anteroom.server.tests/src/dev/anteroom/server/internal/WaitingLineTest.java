/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.server.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;

import org.junit.jupiter.api.Test;

class WaitingLineTest {

	@Test
	void anEmptyLineHasNobody() {
		var line = new WaitingLine<String>();
		assertTrue(line.isEmpty());
		assertNull(line.next());
		assertEquals(List.of(), line.inOrder());
		assertFalse(line.leave(1));
		assertThrows(NoSuchElementException.class, () -> line.placeOf(1));
	}

	@Test
	void aStayEndsOnlyOnce() {
		var line = new WaitingLine<String>();
		long ticket = line.join("a");
		assertTrue(line.leave(ticket));
		assertFalse(line.leave(ticket));
		long second = line.join("b");
		assertEquals("b", line.next());
		assertFalse(line.leave(second));
		assertNull(line.get(second));
	}

	@Test
	void thoseBehindOneThatLeavesMoveUp() {
		var line = new WaitingLine<String>();
		long a = line.join("a");
		long b = line.join("b");
		long c = line.join("c");
		line.leave(b);
		assertEquals(1, line.placeOf(a));
		assertEquals(2, line.placeOf(c));
		assertEquals(List.of("a", "c"), line.inOrder());
		assertEquals(List.of("c"), line.after(a, 5));
		assertEquals(List.of("c"), line.after(b, 5));
		assertEquals(List.of("a"), line.after(0, 1));
	}

	/** Every history gives what a list would, with every place checked every so often. */
	@Test
	void anyHistoryIsThatOfAList() {
		for (long seed = 0; seed < 60; seed++) {
			history(new Random(seed), 40 + (int) seed * 20, "seed " + seed);
		}
	}

	private static void history(Random random, int steps, String name) {
		var line = new WaitingLine<Long>();
		var model = new ArrayList<Long>();
		long last = 0;
		int joining = 3 + random.nextInt(6);
		for (int step = 0; step < steps; step++) {
			int choice = random.nextInt(10);
			if (choice < joining) {
				long ticket = line.join(last + 1);
				assertEquals(++last, ticket, name);
				model.add(ticket);
			} else if (choice == 9) {
				assertEquals(model.isEmpty() ? null : model.removeFirst(), line.next(), name);
			} else {
				long ticket = 1 + random.nextInt((int) last + 1);
				assertEquals(model.remove((Long) ticket), line.leave(ticket), name);
			}
			assertEquals(model.size(), line.size(), name);
			if (step % 7 == 0) {
				checkAll(line, model, last, random, name);
			}
		}
		checkAll(line, model, last, random, name);
	}

	private static void checkAll(WaitingLine<Long> line, List<Long> model, long last, Random random, String name) {
		assertEquals(model, line.inOrder(), name);
		for (long ticket = 1; ticket <= last; ticket++) {
			int place = model.indexOf(ticket) + 1;
			if (place > 0) {
				assertEquals(place, line.placeOf(ticket), name);
				assertEquals(ticket, line.get(ticket), name);
			} else {
				assertNull(line.get(ticket), name);
			}
		}
		long from = random.nextLong(last + 2);
		int most = random.nextInt(10);
		assertEquals(model.stream().filter(ticket -> ticket > from).limit(most).toList(), line.after(from, most), name);
	}
}
