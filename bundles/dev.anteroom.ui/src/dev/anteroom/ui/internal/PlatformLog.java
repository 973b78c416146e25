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

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.osgi.framework.Bundle;

/**
 * Brings the warnings and errors that our bundles log by {@link System.Logger}, which knows no platform, to the error
 * log of the platform, each under the name of its bundle. Any thread.
 */
final class PlatformLog extends Handler {

	private static final String OURS = "dev.anteroom";

	/** Held, since nobody else does. */
	private final Logger ours = Logger.getLogger(OURS);

	void install() {
		setLevel(Level.WARNING);
		setFormatter(new SimpleFormatter());
		ours.addHandler(this);
	}

	void uninstall() {
		ours.removeHandler(this);
	}

	@Override
	public void publish(LogRecord entry) {
		if (!isLoggable(entry)) {
			return;
		}
		Bundle bundle = Platform.getBundle(bundle(entry.getLoggerName()));
		ILog log = bundle == null ? ILog.of(PlatformLog.class) : ILog.of(bundle);
		int severity = entry.getLevel().intValue() < Level.SEVERE.intValue() ? IStatus.WARNING : IStatus.ERROR;
		log.log(new Status(severity, log.getBundle().getSymbolicName(), getFormatter().formatMessage(entry),
				entry.getThrown()));
	}

	/** The bundle whose class a logger is named for: packages begin with its name. */
	static String bundle(String logger) {
		int end = logger.indexOf('.', OURS.length() + 1);
		return end < 0 ? logger : logger.substring(0, end);
	}

	@Override
	public void flush() {
		// Nothing is kept back.
	}

	@Override
	public void close() {
		// Nothing is open.
	}
}
