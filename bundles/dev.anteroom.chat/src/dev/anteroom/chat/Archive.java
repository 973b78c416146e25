/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.chat;

import java.nio.file.Path;

/** Keeps what is said. */
public interface Archive {

	/**
	 * Begins a transcript and follows {@code journal} from its next entry on. Never fails: what can't be written is told
	 * in the journal ({@link Phrase#TRANSCRIPT_FAILED}) once, and pictures then go to a temporary folder.
	 */
	Transcript open(Location location, Journal journal);

	/** Keeps what one journal no longer holds in memory; the caller closes it. Never fails, and touches no file yet. */
	EntrySpool spool();

	/**
	 * Where a transcript goes. The file is {@code <folder>/<prefix>_YYYYMMDD_HHMMSS.txt}, named for the moment it is
	 * opened, in local time.
	 *
	 * @param folder made when it is missing
	 * @param prefix the beginning of the file's name
	 * @param images the folder for pictures; {@code null} for one beside the file, with its name and {@code _images}
	 */
	record Location(Path folder, String prefix, Path images) {
	}

	/** A transcript being written. */
	interface Transcript extends AutoCloseable {

		/** The text file, an absolute path; it may be missing while nothing was written, or if it could not be. */
		Path file();

		/** Keeps this transcript's pictures. */
		PictureStore pictures();

		/**
		 * Stops following the journal, and returns when everything is on disk. Not for a network thread or the UI's.
		 */
		@Override
		void close();
	}
}
