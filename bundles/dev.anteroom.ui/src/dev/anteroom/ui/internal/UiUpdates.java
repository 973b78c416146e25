/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.internal;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.swt.widgets.Widget;

/**
 * Brings changes told on any thread to the UI thread, many at once: however often {@link #run()} is called, at most one
 * refresh is under way.
 */
public final class UiUpdates implements Runnable {

	private final Executor ui;
	private final Runnable refresh;
	private final AtomicBoolean pending = new AtomicBoolean();

	/**
	 * @param owner   nothing is refreshed any more once it is disposed of
	 * @param refresh reads what is new for itself; called on the UI thread
	 */
	public UiUpdates(UISynchronize sync, Widget owner, Runnable refresh) {
		this(new UiExecutor(sync, owner), refresh);
	}

	/** For what no widget owns. */
	UiUpdates(Executor ui, Runnable refresh) {
		this.ui = ui;
		this.refresh = refresh;
	}

	@Override
	public void run() {
		if (pending.compareAndSet(false, true)) {
			ui.execute(() -> {
				pending.set(false);
				refresh.run();
			});
		}
	}
}
