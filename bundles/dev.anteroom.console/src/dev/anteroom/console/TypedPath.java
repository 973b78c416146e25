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

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Paths as people type them where no shell has seen them. */
final class TypedPath {

	private TypedPath() {
	}

	/**
	 * The absolute path meant by {@code typed}: blanks around it and one pair of quotes are dropped, and a leading
	 * {@code ~} is the home folder, unless it was quoted.
	 *
	 * @throws InvalidPathException when there can be no such path
	 */
	static Path parse(String typed) {
		String path = typed.strip();
		boolean quoted = path.length() >= 2 && (path.charAt(0) == '"' || path.charAt(0) == '\'')
				&& path.charAt(path.length() - 1) == path.charAt(0);
		if (quoted) {
			path = path.substring(1, path.length() - 1);
		}
		if (!quoted && (path.equals("~") || path.startsWith("~/") || path.startsWith("~\\"))) {
			String inHome = path.length() < 2 ? "" : path.substring(2);
			return Path.of(System.getProperty("user.home"), inHome).toAbsolutePath().normalize();
		}
		return Path.of(path).toAbsolutePath().normalize();
	}
}
