/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.anteroom.ui.pictures.DecoderPool.Urgency;

/** Work is done in its order, by few, and not for ever. */
@Timeout(60)
class DecoderPoolTest {

	private static final Duration LONG = Duration.ofMinutes(1);

	/** Returns when it is told to end; fails if that is not soon. */
	private static Void untilStopped(StopSignal stop) throws IOException {
		var stopped = new CountDownLatch(1);
		stop.whenStopped(stopped::countDown);
		try {
			assertTrue(stopped.await(30, TimeUnit.SECONDS));
		} catch (InterruptedException e) {
			throw new IOException(e);
		}
		stop.check();
		return null;
	}

	@Test
	void noMoreThanItsThreads() throws Exception {
		var pool = new DecoderPool(2);
		var running = new AtomicInteger();
		var most = new AtomicInteger();
		var results = new ArrayList<CompletableFuture<Integer>>();
		var both = new CountDownLatch(2);
		for (int i = 0; i < 50; i++) {
			results.add(pool.submit(Urgency.AWAITED, LONG, stop -> {
				most.accumulateAndGet(running.incrementAndGet(), Math::max);
				both.countDown();
				try {
					assertTrue(both.await(30, TimeUnit.SECONDS));
				} catch (InterruptedException e) {
					throw new IOException(e);
				}
				return running.decrementAndGet();
			}));
		}
		for (var result : results) {
			result.get();
		}
		assertEquals(2, most.get());
	}

	@Test
	void whatSomebodyWaitsForGoesFirst() throws Exception {
		var pool = new DecoderPool(1);
		var gate = new CountDownLatch(1);
		pool.submit(Urgency.AWAITED, LONG, stop -> {
			try {
				return gate.await(30, TimeUnit.SECONDS);
			} catch (InterruptedException e) {
				throw new IOException(e);
			}
		});
		List<String> order = Collections.synchronizedList(new ArrayList<>());
		var all = new ArrayList<CompletableFuture<Boolean>>();
		all.add(pool.submit(Urgency.CONTENT, LONG, stop -> order.add("content")));
		all.add(pool.submit(Urgency.THUMBNAIL, LONG, stop -> order.add("thumbnail 1")));
		all.add(pool.submit(Urgency.THUMBNAIL, LONG, stop -> order.add("thumbnail 2")));
		all.add(pool.submit(Urgency.AWAITED, LONG, stop -> order.add("awaited")));
		gate.countDown();
		for (var one : all) {
			one.get();
		}
		assertEquals(List.of("awaited", "thumbnail 1", "thumbnail 2", "content"), order);
	}

	@Test
	void itsTimeIsLimited() {
		var pool = new DecoderPool(1);
		var late = new CompletableFuture<Boolean>();
		CompletableFuture<Void> slow = pool.submit(Urgency.AWAITED, Duration.ofMillis(20), stop -> {
			try {
				return untilStopped(stop);
			} finally {
				late.complete(stop.isLate());
			}
		});
		assertInstanceOf(IOException.class, assertThrows(ExecutionException.class, slow::get).getCause());
		assertTrue(late.join());
	}

	@Test
	void cancellingEndsWhatHasBegun() throws Exception {
		var pool = new DecoderPool(1);
		var begun = new CountDownLatch(1);
		var ended = new CountDownLatch(1);
		CompletableFuture<Void> work = pool.submit(Urgency.AWAITED, LONG, stop -> {
			begun.countDown();
			try {
				return untilStopped(stop);
			} finally {
				assertFalse(stop.isLate());
				ended.countDown();
			}
		});
		assertTrue(begun.await(30, TimeUnit.SECONDS));
		work.cancel(false);
		assertTrue(ended.await(30, TimeUnit.SECONDS));
		assertEquals(7, pool.submit(Urgency.CONTENT, LONG, stop -> 7).get(), "The thread goes on");
	}

	@Test
	void cancellingKeepsOthersFromBeginning() throws Exception {
		var pool = new DecoderPool(1);
		CompletableFuture<Void> first = pool.submit(Urgency.AWAITED, LONG, DecoderPoolTest::untilStopped);
		var began = new AtomicInteger();
		CompletableFuture<Integer> second = pool.submit(Urgency.AWAITED, LONG, stop -> began.incrementAndGet());
		second.cancel(false);
		first.cancel(false);
		pool.submit(Urgency.CONTENT, LONG, stop -> 0).get();
		assertEquals(0, began.get());
	}

	@Test
	void memoryIsWaitedFor() throws Exception {
		var budget = new MemoryBudget(100);
		budget.take(60, new StopSignal());
		var pool = new DecoderPool(1);
		CompletableFuture<Long> waiting = pool.submit(Urgency.AWAITED, LONG, stop -> {
			budget.take(50, stop);
			return budget.taken();
		});
		assertFalse(waiting.isDone());
		budget.giveBack(60);
		assertEquals(50, waiting.get());
		CompletableFuture<Long> tired = pool.submit(Urgency.AWAITED, Duration.ofMillis(20), stop -> {
			budget.take(100, stop);
			return budget.taken();
		});
		assertThrows(ExecutionException.class, tired::get);
		assertEquals(50, budget.taken());
	}
}
