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

import java.lang.System.Logger.Level;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How a role that is no longer wanted comes to its end. */
public final class Closing {

	private static final System.Logger LOG = System.getLogger(Closing.class.getName());

	private Closing() {
	}

	/**
	 * Waits for {@code end}, or until an interruption, and no longer than {@code seconds}. Not for a network thread.
	 *
	 * @param role for the log, if it takes longer or fails
	 */
	public static void await(CompletionStage<Void> end, long seconds, String role) {
		try {
			end.toCompletableFuture().get(seconds, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} catch (ExecutionException | TimeoutException e) {
			LOG.log(Level.WARNING, "The " + role + " did not end in time", e);
		}
	}
}
