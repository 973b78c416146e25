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
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;

/** Tells the person that something can't be written, once, and once more when it can. Used by one thread. */
final class Fault {

	private final Journal journal;
	private boolean told;

	Fault(Journal journal) {
		this.journal = journal;
	}

	/** {@code path} could not be written. */
	void begin(Path path, IOException cause) {
		if (!told) {
			told = true;
			journal.append(Phrase.TRANSCRIPT_FAILED, path, reason(cause));
		}
	}

	/** {@code path} was written. */
	void end(Path path) {
		if (told) {
			told = false;
			journal.append(Phrase.TRANSCRIPT_RESUMED, path);
		}
	}

	/** Why writing failed, as an argument of a notice. */
	static String reason(IOException e) {
		String why = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
		if (says(why, "no space", "not enough space", "quota", "disk full")) {
			return Notice.reason(Phrase.DISK_FULL);
		}
		boolean closed = e instanceof AccessDeniedException || e instanceof NoSuchFileException
				|| e instanceof NotDirectoryException || e instanceof FileAlreadyExistsException;
		if (closed || says(why, "not a directory", "read-only", "permission denied", "not permitted")) {
			return Notice.reason(Phrase.NOT_WRITABLE);
		}
		return why == null || why.isBlank() ? e.getClass().getSimpleName() : why;
	}

	private static boolean says(String why, String... words) {
		return why != null && Stream.of(words).anyMatch(why.toLowerCase(Locale.ROOT)::contains);
	}
}
