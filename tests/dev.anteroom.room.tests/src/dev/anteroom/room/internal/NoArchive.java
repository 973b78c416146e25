/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.room.internal;

import java.nio.file.Path;

import dev.anteroom.chat.Archive;
import dev.anteroom.chat.EntrySpool;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.PictureStore;

/** Keeps nothing, and counts what is open. */
final class NoArchive implements Archive {

	static final Location NOWHERE = new Location(Path.of("nowhere"), "room_log", null);

	private int open;

	synchronized int open() {
		return open;
	}

	private synchronized void count(int change) {
		open += change;
	}

	@Override
	public Transcript open(Location location, Journal journal) {
		count(1);
		return new Transcript() {

			@Override
			public Path file() {
				return location.folder().resolve(location.prefix() + ".txt");
			}

			@Override
			public PictureStore pictures() {
				throw new UnsupportedOperationException("A room has no pictures");
			}

			@Override
			public void close() {
				count(-1);
			}
		};
	}

	@Override
	public EntrySpool spool() {
		return EntrySpool.NONE;
	}
}
