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

import java.util.List;
import java.util.function.UnaryOperator;

import dev.anteroom.chat.Listeners;
import dev.anteroom.chat.Registration;
import dev.anteroom.server.ServerStatus;
import dev.anteroom.server.WaitingClient;

/** What other threads see of the server: written by one thread at a time, read by any. */
final class ServerView {

	private final Listeners listeners = new Listeners();
	private volatile ServerStatus status = ServerStatus.NEW;
	private volatile List<WaitingClient> line = List.of();

	ServerStatus status() {
		return status;
	}

	List<WaitingClient> line() {
		return line;
	}

	Registration addListener(Runnable listener) {
		return listeners.add(listener);
	}

	/** Changes the status and tells the listeners. */
	void status(UnaryOperator<ServerStatus> change) {
		status = change.apply(status);
		listeners.call();
	}

	/** Shows {@code line}; the listeners are told by {@link #lineChanged()}. */
	void line(List<WaitingClient> now) {
		line = List.copyOf(now);
	}

	void lineChanged() {
		listeners.call();
	}
}
