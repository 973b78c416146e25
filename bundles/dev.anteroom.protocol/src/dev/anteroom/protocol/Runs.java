/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.protocol;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The runs of something that can be started and stopped: one at a time, and each begins only when the one before is
 * over, so that it finds the ports free. Any thread.
 */
public final class Runs<R extends Runs.Run> {

	/** From a start to a stop. */
	public interface Run {

		/** Done when it has started; a run that fails to start is over by itself. Called once. */
		CompletionStage<Void> begin();

		/** Ends it; done when it is over, and never fails. Called once at the most. */
		CompletableFuture<Void> end();
	}

	private R present;
	private CompletableFuture<Void> lastOver = CompletableFuture.completedFuture(null);

	/**
	 * Begins a run when the last one is over.
	 *
	 * @param make    asked only when there is none
	 * @param started completed as {@link Run#begin()} is
	 * @return {@code false} when there is one already, and nothing was done
	 */
	public synchronized boolean begin(Supplier<R> make, CompletableFuture<Void> started) {
		if (present != null) {
			return false;
		}
		R run = make.get();
		present = run;
		lastOver.thenRun(() -> run.begin().whenComplete((done, failure) -> {
			if (failure == null) {
				started.complete(null);
			} else {
				forget(run);
				started.completeExceptionally(failure);
			}
		}));
		return true;
	}

	/** Ends the present run, if there is one; done when the last is over, and never fails. */
	public synchronized CompletableFuture<Void> end() {
		if (present != null) {
			lastOver = present.end();
			present = null;
		}
		return lastOver;
	}

	/** The run that was begun last, unless it failed or was ended. */
	public synchronized Optional<R> present() {
		return Optional.ofNullable(present);
	}

	private synchronized void forget(R failed) {
		if (present == failed) {
			present = null;
		}
	}
}
