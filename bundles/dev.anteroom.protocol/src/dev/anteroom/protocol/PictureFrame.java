/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.protocol;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

import dev.anteroom.chat.Picture;

/**
 * A kept picture as one image frame, read from its file in pieces as the connection takes them. Netty's
 * {@code ChunkedNioFile} would go round for ever if the file became shorter meanwhile, and knows no length field.
 */
final class PictureFrame implements Closeable {

	private static final int PIECE = 64 << 10;

	private final Picture picture;
	private final LongConsumer written;
	private FileChannel file;
	private long sent;

	/** @param written told how many of the picture's bytes have been written, ever more */
	PictureFrame(Picture picture, LongConsumer written) {
		this.picture = picture;
		this.written = written;
	}

	/** Whether some of it has gone out already, so that the connection is of no use if the rest does not. */
	boolean isBegun() {
		return file != null;
	}

	/** Whether all of it was read. */
	boolean isWhole() {
		return sent == picture.size();
	}

	/** How many of the picture's bytes were read. */
	long sent() {
		return sent;
	}

	/** Tells that the first {@code bytes} of the picture were written. */
	void written(long bytes) {
		written.accept(bytes);
	}

	/**
	 * Reads the next piece; the first opens the file.
	 *
	 * @return to be released by the caller
	 * @throws IOException if the file can't be read, or has not the size that was kept
	 */
	ByteBuf read(ByteBufAllocator allocator) throws IOException {
		boolean first = file == null;
		if (first) {
			file = open();
		}
		int count = (int) Math.min(PIECE, picture.size() - sent);
		ByteBuf piece = allocator.ioBuffer(count + Integer.BYTES);
		try {
			if (first) {
				piece.writeInt((int) picture.size());
			}
			for (int left = count; left > 0;) {
				int read = piece.writeBytes(file, sent, left);
				if (read < 0) {
					throw new EOFException(picture.file() + " became shorter while it was sent");
				}
				left -= read;
				sent += read;
			}
			return piece;
		} catch (IOException | RuntimeException | Error e) {
			piece.release();
			throw e;
		}
	}

	private FileChannel open() throws IOException {
		FileChannel channel = FileChannel.open(picture.file(), StandardOpenOption.READ);
		if (channel.size() != picture.size()) {
			channel.close();
			throw new IOException(picture.file() + " has " + channel.size() + " bytes, not " + picture.size());
		}
		return channel;
	}

	/** What was read of it stays good. */
	@Override
	public void close() {
		if (file != null) {
			try {
				file.close();
			} catch (IOException e) {
				// It was only read.
			}
		}
	}
}
