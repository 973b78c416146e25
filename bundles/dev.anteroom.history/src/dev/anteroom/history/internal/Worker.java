/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.history.internal;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one thread that touches the files of a transcript, or of a spool: tasks run in the order they came. */
final class Worker {

	private static final System.Logger LOG = System.getLogger(Worker.class.getName());

	private static final Duration IDLE = Duration.ofSeconds(10);

	private final ScheduledThreadPoolExecutor thread;

	/** @param name of the thread, which is there while there is something to do and a little longer */
	Worker(String name) {
		thread = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name(name).factory());
		thread.setRemoveOnCancelPolicy(true);
		thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
		thread.setKeepAliveTime(IDLE.toNanos(), TimeUnit.NANOSECONDS);
		thread.allowCoreThreadTimeOut(true);
	}

	/** Runs {@code task} soon; {@code false} when it never will, because this is closed. */
	boolean execute(Runnable task) {
		try {
			thread.execute(() -> run(task));
			return true;
		} catch (RejectedExecutionException e) {
			return false;
		}
	}

	/** Runs {@code task} after {@code delay}, unless this is closed before; {@code null} when it is closed already. */
	Future<?> later(Duration delay, Runnable task) {
		try {
			return thread.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
		} catch (RejectedExecutionException e) {
			return null;
		}
	}

	/** Runs {@code last} after everything that came before it, and then no more. */
	void close(Runnable last) {
		execute(last);
		thread.shutdown();
	}

	/** Waits until the last task is done; {@code false} when {@code time} or an interruption came first. */
	boolean await(Duration time) {
		try {
			return thread.awaitTermination(time.toNanos(), TimeUnit.NANOSECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static void run(Runnable task) {
		try {
			task.run();
		} catch (RuntimeException | Error e) {
			// The executor would keep it to itself.
			LOG.log(Level.ERROR, "A task for files failed", e);
		}
	}
}
