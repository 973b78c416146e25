/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.app;

import java.text.MessageFormat;

import org.eclipse.core.runtime.Platform;

/** What the product says about itself. */
public final class About {

	private About() {
	}

	public static String title() {
		return Words.of("about.title");
	}

	public static String text() {
		return MessageFormat.format(Words.of("about.text"), AnteroomApplication.version(), Runtime.version(),
				Platform.getOS() + '/' + Platform.getOSArch());
	}
}
