/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.chat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Hears of every entry, in order, each once. */
@FunctionalInterface
public interface JournalListener {

	/**
	 * Called on the thread that appended the entry, often a network thread, while the journal is held: it must return
	 * at once, must not wait for anything, and must not append. One that throws is logged and called again next time.
	 */
	void appended(Entry entry);

	/**
	 * Of a listener that keeps entries: done when it has written those that it was told of until now, so that they
	 * outlive this process, or has told in the journal that it can't. Called on any thread, and returns at once.
	 *
	 * @return completes on any thread; never fails
	 */
	default CompletionStage<Void> kept() {
		return CompletableFuture.completedStage(null);
	}
}
