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

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where pictures are decoded: few threads, the urgent first, each for a limited time. Its threads end when they are
 * idle.
 */
final class DecoderPool {

	/** What goes first. */
	enum Urgency {
		/** Somebody looks at where it is to be seen. */
		AWAITED,
		/** A thumbnail whose content is known. */
		THUMBNAIL,
		/** What only leads to a thumbnail: begun thumbnails are completed first. */
		CONTENT
	}

	/** What is done there. */
	@FunctionalInterface
	interface Work<T> {
		/** @param stop says when to end early, with any exception */
		T run(StopSignal stop) throws IOException;
	}

	private final ThreadPoolExecutor threads;
	/** Its thread lives while decodings run, and a little longer. */
	private final ScheduledThreadPoolExecutor clock;
	private final AtomicLong numbers = new AtomicLong();

	DecoderPool(int size) {
		threads = new ThreadPoolExecutor(size, size, 10, TimeUnit.SECONDS, new PriorityBlockingQueue<>(),
				Thread.ofPlatform().daemon().name("anteroom-pictures-", 1).factory());
		threads.allowCoreThreadTimeOut(true);
		clock = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("anteroom-clock").factory());
		clock.setKeepAliveTime(10, TimeUnit.SECONDS);
		clock.allowCoreThreadTimeOut(true);
		clock.setRemoveOnCancelPolicy(true);
	}

	/**
	 * Does {@code work} when its turn comes. Cancelling the result ends it, whether it has begun or not.
	 *
	 * @param limit how long it may take once it has begun
	 */
	<T> CompletableFuture<T> submit(Urgency urgency, Duration limit, Work<T> work) {
		var task = new Task<>(urgency, limit, work);
		task.result.whenComplete((value, failure) -> {
			if (task.result.isCancelled()) {
				task.stop.cancel();
				threads.remove(task);
			}
		});
		threads.execute(task);
		return task.result;
	}

	private final class Task<T> implements Runnable, Comparable<Task<?>> {

		private final Urgency urgency;
		private final long number = numbers.getAndIncrement();
		private final Duration limit;
		private final Work<T> work;
		private final StopSignal stop = new StopSignal();
		private final CompletableFuture<T> result = new CompletableFuture<>();

		Task(Urgency urgency, Duration limit, Work<T> work) {
			this.urgency = urgency;
			this.limit = limit;
			this.work = work;
		}

		@Override
		public void run() {
			if (result.isDone()) {
				return;
			}
			Future<?> timeOut = clock.schedule(stop::timeOut, limit.toMillis(), TimeUnit.MILLISECONDS);
			try {
				result.complete(work.run(stop));
			} catch (Throwable e) {
				// Whatever it is, somebody waits for it.
				result.completeExceptionally(e);
			} finally {
				timeOut.cancel(false);
			}
		}

		@Override
		public int compareTo(Task<?> other) {
			int order = urgency.compareTo(other.urgency);
			return order != 0 ? order : Long.compare(number, other.number);
		}
	}
}
