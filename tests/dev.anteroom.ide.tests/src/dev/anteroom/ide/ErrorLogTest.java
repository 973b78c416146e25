/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.anteroom.ui.Ids;

class ErrorLogTest {

	/** What others log meanwhile, on any thread, is theirs. */
	private final List<IStatus> logged = new CopyOnWriteArrayList<>();
	private final ILogListener listener = (status, plugin) -> {
		if (status.getPlugin().startsWith("dev.an")) {
			logged.add(status);
		}
	};

	@BeforeEach
	void listen() {
		// Whoever opens a view loads a class of this bundle.
		Ide.view(Ids.WAITING_LINE_PART, Object.class);
		Platform.addLogListener(listener);
	}

	@AfterEach
	void clear() {
		Platform.removeLogListener(listener);
		Ide.close(Ids.WAITING_LINE_PART);
	}

	@Test
	void whatABundleLogsIsInTheErrorLogUnderItsName() {
		var failure = new IllegalStateException("for a test");
		System.getLogger("dev.anteroom.protocol.Door").log(System.Logger.Level.WARNING, "Cannot close", failure);
		System.getLogger("dev.anteroom.history.internal.Worker").log(System.Logger.Level.ERROR, "Cannot write");
		System.getLogger("dev.anteroom.protocol.Door").log(System.Logger.Level.INFO, "not worth an entry");
		System.getLogger("dev.another").log(System.Logger.Level.WARNING, "not ours");
		assertEquals(List.of("dev.anteroom.protocol: Cannot close", "dev.anteroom.history: Cannot write"),
				logged.stream().map(status -> status.getPlugin() + ": " + status.getMessage()).toList());
		assertEquals(List.of(IStatus.WARNING, IStatus.ERROR), logged.stream().map(IStatus::getSeverity).toList());
		assertSame(failure, logged.getFirst().getException());
	}
}
