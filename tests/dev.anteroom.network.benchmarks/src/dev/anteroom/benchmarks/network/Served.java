/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.benchmarks.network;

import java.io.IOException;

/** A server of this process. It says again what it is told, and keeps pictures. */
interface Served extends AutoCloseable {

	int textPort();

	int imagePort();

	/** How many are in line now. */
	int waiting();

	/** Returns when so many pictures have come in since the start and are in their files. */
	void awaitPictures(long count) throws InterruptedException;

	/** Removes the files of all pictures that have come in. */
	void removePictures() throws IOException;

	@Override
	void close();
}
