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

/** A command line that makes no sense. Its message is one line for the person, in the machine's language. */
public final class OptionsException extends Exception {

	private static final long serialVersionUID = 1L;

	OptionsException(String line) {
		super(line);
	}
}
