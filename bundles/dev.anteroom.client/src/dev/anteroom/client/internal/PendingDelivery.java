/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.client.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import dev.anteroom.chat.Delivery;
import dev.anteroom.chat.Registration;

/** A delivery that the network thread has not come to yet, and then that delivery. */
final class PendingDelivery implements Delivery {

	private final CompletableFuture<Delivery> real;

	/**
	 * @param real never fails; completes on the network thread, or before anybody has this when that thread has ended
	 */
	PendingDelivery(CompletableFuture<Delivery> real) {
		this.real = real;
	}

	@Override
	public CompletionStage<Void> done() {
		return real.thenCompose(Delivery::done).minimalCompletionStage();
	}

	@Override
	public Progress progress() {
		return real.isDone() ? real.join().progress() : Progress.NONE;
	}

	@Override
	public Registration onProgress(Runnable listener) {
		boolean pending = !real.isDone();
		CompletableFuture<Registration> registration = real.thenApply(delivery -> {
			Registration registered = delivery.onProgress(listener);
			if (pending) {
				listener.run();
			}
			return registered;
		});
		return () -> registration.thenAccept(Registration::close);
	}

	@Override
	public CompletionStage<Boolean> cancel() {
		return real.thenCompose(Delivery::cancel);
	}
}
