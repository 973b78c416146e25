/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ide.places;

/**
 * Lines of a file that somebody named in a text.
 *
 * @param start     of the name's first character in the text
 * @param end       after its last one
 * @param path      the file, or the end of its path: names with {@code /} between them, never absolute, none of them
 *                  {@code ..}
 * @param firstLine counted from 1
 * @param lastLine  not less than the first
 */
record FilePlace(int start, int end, String path, int firstLine, int lastLine) {

	/** The file's own name. */
	String fileName() {
		return path.substring(path.lastIndexOf('/') + 1);
	}
}
