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

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;

/** A picture that is being written, under another name until it is whole. Used by one thread. */
final class PictureFile {

	private static final int CHUNK = 256 << 10;

	private final PictureFolder folder;
	private final Path part;
	private final FileChannel channel;
	private final byte[] header = new byte[PictureFormat.HEADER_LENGTH];
	private long size;

	private PictureFile(PictureFolder folder, Path part, FileChannel channel) {
		this.folder = folder;
		this.part = part;
		this.channel = channel;
	}

	/** @param part an empty file in {@code folder} */
	static PictureFile create(PictureFolder folder, Path part, Opener opener) throws IOException {
		return new PictureFile(folder, part, opener.open(part, StandardOpenOption.READ, StandardOpenOption.WRITE));
	}

	/** Where it is until it is finished. */
	Path part() {
		return part;
	}

	/** Appends all of {@code bytes}; when that fails, what was written is gone from them. */
	void write(ByteBuffer... bytes) throws IOException {
		long rest = 0;
		for (ByteBuffer piece : bytes) {
			int at = (int) Math.min(header.length, size + rest);
			piece.get(piece.position(), header, at, Math.min(piece.remaining(), header.length - at));
			rest += piece.remaining();
		}
		while (rest > 0) {
			long written = channel.write(bytes);
			size += written;
			rest -= written;
		}
	}

	/** Appends what was written here to {@code other}; until it was closed, even if somebody has removed this file. */
	void copyTo(PictureFile other) throws IOException {
		if (channel.isOpen()) {
			copy(channel, other);
			return;
		}
		try (FileChannel reopened = FileChannel.open(part, StandardOpenOption.READ)) {
			copy(reopened, other);
		}
	}

	private void copy(FileChannel from, PictureFile to) throws IOException {
		ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
		for (long at = 0; at < size; at += buffer.limit()) {
			buffer.clear().limit((int) Math.min(CHUNK, size - at));
			while (buffer.hasRemaining()) {
				if (from.read(buffer, at + buffer.position()) < 0) {
					throw new EOFException("The file was cut off");
				}
			}
			to.write(buffer.flip());
		}
	}

	/**
	 * Gives it its name. When that fails, it can still be copied or discarded.
	 *
	 * @param name to show, or {@code null} for that of the finished file
	 */
	Picture finish(String name) throws IOException {
		if (Files.notExists(part)) {
			throw new NoSuchFileException(part.toString());
		}
		channel.close();
		PictureFormat format = PictureFormat.of(header, (int) Math.min(size, header.length));
		Path file = folder.finish(part, format);
		return new Picture(file, name == null ? file.getFileName().toString() : name, size, format);
	}

	/** Removes what was written. */
	void discard() throws IOException {
		try {
			channel.close();
		} finally {
			Files.deleteIfExists(part);
		}
	}
}
