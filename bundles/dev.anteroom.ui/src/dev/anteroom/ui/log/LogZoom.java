/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.log;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;

import org.eclipse.e4.core.di.annotations.Creatable;

import dev.anteroom.chat.Registration;
import dev.anteroom.ui.internal.Settings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** How large the logs of all views are shown, in percent of the font's size; it is remembered. UI thread. */
@Creatable
@Singleton
public final class LogZoom {

	public static final int NORMAL = 100;
	private static final int LEAST = 50;
	private static final int MOST = 300;
	private static final int STEP = 10;

	private final IntConsumer memory;
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private int percent;

	@Inject
	public LogZoom(Settings settings) {
		this(settings.logZoom(), settings::setLogZoom);
	}

	/** @param memory takes each new value */
	public LogZoom(int percent, IntConsumer memory) {
		this.percent = Math.clamp(percent, LEAST, MOST);
		this.memory = memory;
	}

	public int percent() {
		return percent;
	}

	/** Goes one step up, or down if {@code direction} is negative. */
	public void step(int direction) {
		set(percent + Integer.signum(direction) * STEP);
	}

	public void reset() {
		set(NORMAL);
	}

	/** Calls {@code listener} after each change. */
	public Registration addListener(Runnable listener) {
		listeners.add(listener);
		return () -> listeners.remove(listener);
	}

	private void set(int wanted) {
		int bounded = Math.clamp(wanted, LEAST, MOST);
		if (bounded != percent) {
			percent = bounded;
			memory.accept(percent);
			listeners.forEach(Runnable::run);
		}
	}
}
