/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.fuzz;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders in memory: with the system's own, most of the time would be its. */
public final class MemoryFolder {

	private MemoryFolder() {
	}

	/** An empty folder in a file system of its own, which is Jimfs: {@code fuzz.sh} fetches it, and no build needs it. */
	public static Path create() {
		try {
			var system = (FileSystem) Class.forName("com.google.common.jimfs.Jimfs").getMethod("newFileSystem").invoke(null);
			return Files.createDirectory(system.getPath("fuzz"));
		} catch (IOException | ReflectiveOperationException e) {
			throw new ExceptionInInitializerError(e);
		}
	}
}
