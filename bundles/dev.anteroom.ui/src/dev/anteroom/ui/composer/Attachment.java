/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.composer;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** A picture that is to go out, told from others by its identity. UI thread. */
final class Attachment {

	private final CompletableFuture<Path> file;
	private final Runnable discard;

	private Attachment(CompletableFuture<Path> file, Runnable discard) {
		this.file = file;
		this.discard = discard;
	}

	/** The picture in the person's own {@code file}. */
	static Attachment of(Path file) {
		return new Attachment(CompletableFuture.completedFuture(file), () -> {
		});
	}

	/**
	 * A picture that had no file.
	 *
	 * @param file    the file it is being written to, on another thread
	 * @param discard removes that file
	 */
	static Attachment pasted(CompletableFuture<Path> file, Runnable discard) {
		return new Attachment(file, discard);
	}

	/** The file, once it is written. Fails with an {@link java.io.IOException} when it could not be. */
	CompletableFuture<Path> file() {
		return file;
	}

	/** The file, which must be there by now. */
	Path path() {
		return file.resultNow();
	}

	/** It is not needed any more. */
	void discard() {
		discard.run();
	}
}
