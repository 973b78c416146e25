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

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.anteroom.chat.Registration;

/** Those who want to be called after changes. One that throws, whatever it is, is logged and called again next time. */
final class Listeners {

	private static final System.Logger LOG = System.getLogger(Listeners.class.getName());

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	Registration add(Runnable listener) {
		listeners.add(listener);
		return () -> listeners.remove(listener);
	}

	void call() {
		for (Runnable listener : listeners) {
			try {
				listener.run();
			} catch (RuntimeException | Error e) {
				LOG.log(Level.ERROR, "A listener of the server failed", e);
			}
		}
	}
}
