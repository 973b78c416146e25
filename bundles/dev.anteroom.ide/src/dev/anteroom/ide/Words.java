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

import java.util.Locale;
import java.util.ResourceBundle;

import org.eclipse.osgi.util.NLS;

/** The words of what only an IDE shows, outside of its plug-in's description. */
public final class Words {

	private Words() {
	}

	/** The words for {@code key} in the language of the IDE; English where there are none. */
	public static String of(String key) {
		return ResourceBundle.getBundle("dev.anteroom.ide.words", Locale.getDefault(), Words.class.getClassLoader(),
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT)).getString(key);
	}

	/** The same, with {@code values} in the places of {@code {0}}, {@code {1}} and so on. */
	public static String bind(String key, Object... values) {
		return NLS.bind(of(key), values);
	}
}
