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

import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the application itself, outside the application model. */
final class Words {

	private Words() {
	}

	/** The line for {@code key} in the language of the machine; English where there is none. */
	static String of(String key) {
		return ResourceBundle.getBundle("dev.anteroom.app.words", Locale.getDefault(), Words.class.getClassLoader(),
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT)).getString(key);
	}
}
