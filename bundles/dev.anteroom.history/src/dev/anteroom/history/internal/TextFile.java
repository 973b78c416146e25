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
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * A text file that is made when it is first needed, never over another, and grows by whole pieces: what is torn of a
 * piece that could not be written is cut off before the next. When somebody has removed it, or put another in its place,
 * it begins anew. Used by one thread; {@link #path()} by any.
 */
final class TextFile {

	private static final String EXTENSION = ".txt";
	private static final int MOST_ATTEMPTS = 10_000;

	private final Path folder;
	private final String name;
	private final Opener opener;
	private volatile Path path;
	private boolean made;
	/** What tells it from another file at its path; {@code null} where the system has no such thing. */
	private Object key;
	private boolean renewed;
	private FileChannel channel;
	private long tornAt = -1;

	/** @param name without extension; one that is taken gets {@code _2}, {@code _3} and so on behind it */
	TextFile(Path folder, String name, Opener opener) {
		this.folder = folder;
		this.name = name;
		this.opener = opener;
		this.path = folder.resolve(name + EXTENSION);
	}

	/** Where it is, or will be if the name is still free then. */
	Path path() {
		return path;
	}

	/** Makes sure that it is there and open. */
	void open() throws IOException {
		if (made && !isThere()) {
			// What we wrote into what is left of it, nobody would ever see.
			close();
			made = false;
			renewed = true;
			tornAt = -1;
		}
		if (channel != null) {
			return;
		}
		if (made) {
			channel = opener.open(path, StandardOpenOption.WRITE);
			return;
		}
		if (!Files.isDirectory(folder)) {
			Files.createDirectories(folder);
		}
		channel = make();
		try {
			key = key(path);
		} catch (IOException e) {
			discard(e);
			throw e;
		}
		made = true;
	}

	/** Whether it began anew since this was last asked. */
	boolean wasRenewed() {
		boolean result = renewed && made;
		renewed &= !result;
		return result;
	}

	/** Writes {@code text} to its end, all or nothing. */
	void append(ByteBuffer text) throws IOException {
		open();
		try {
			if (tornAt >= 0) {
				channel.truncate(tornAt);
				tornAt = -1;
			}
			tornAt = channel.size();
			long position = tornAt;
			while (text.hasRemaining()) {
				position += channel.write(text, position);
			}
			tornAt = -1;
		} catch (IOException e) {
			repair(e);
			throw e;
		}
	}

	/** Returns when it is on disk. */
	void force() throws IOException {
		if (channel != null) {
			channel.force(false);
		}
	}

	/** Can be opened again. */
	void close() throws IOException {
		FileChannel old = channel;
		channel = null;
		if (old != null) {
			old.close();
		}
	}

	private FileChannel make() throws IOException {
		for (int attempt = 1;; attempt++) {
			Path candidate = folder.resolve(name + (attempt == 1 ? "" : "_" + attempt) + EXTENSION);
			try {
				FileChannel file = opener.open(candidate, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
				path = candidate;
				return file;
			} catch (FileAlreadyExistsException e) {
				if (attempt == MOST_ATTEMPTS) {
					throw e;
				}
			}
		}
	}

	/** Removes what was made just now: the next attempt is to have its name. */
	private void discard(IOException cause) {
		try {
			close();
			Files.deleteIfExists(path);
		} catch (IOException e) {
			cause.addSuppressed(e);
		}
	}

	private boolean isThere() throws IOException {
		try {
			return Objects.equals(key, key(path));
		} catch (NoSuchFileException e) {
			return false;
		}
	}

	private static Object key(Path path) throws IOException {
		return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
	}

	/** Removes the torn piece now if possible, else before the next; a channel that failed is not used again. */
	private void repair(IOException cause) {
		try {
			if (tornAt >= 0) {
				channel.truncate(tornAt);
				tornAt = -1;
			}
			close();
		} catch (IOException e) {
			cause.addSuppressed(e);
			channel = null;
		}
	}
}
