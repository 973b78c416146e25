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

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Those who want to be called after changes. One that throws, whatever it is, is logged and called again next time. Any
 * thread.
 */
public final class Listeners {

	private static final System.Logger LOG = System.getLogger(Listeners.class.getName());

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	/** Calls {@code listener} from now on, until the registration is closed. */
	public Registration add(Runnable listener) {
		listeners.add(listener);
		return () -> listeners.remove(listener);
	}

	/** Calls them all, in the order of their registration, on this thread. */
	public void call() {
		for (Runnable listener : listeners) {
			try {
				listener.run();
			} catch (RuntimeException | Error e) {
				LOG.log(Level.ERROR, "A listener failed", e);
			}
		}
	}
}
