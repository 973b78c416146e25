/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.console;

import dev.anteroom.chat.Legible;

/** Texts that quote what somebody typed, as one line that is safe to print. */
final class OneLine {

	private OneLine() {
	}

	static String of(String text) {
		return Legible.text(text).replace('\n', ' ');
	}
}
