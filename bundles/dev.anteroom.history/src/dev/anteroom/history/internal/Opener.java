/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.history.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/** Opens files as {@link FileChannel#open(Path, OpenOption...)} does: where tests put a disk that fails. */
@FunctionalInterface
interface Opener {

	FileChannel open(Path path, OpenOption... options) throws IOException;
}
