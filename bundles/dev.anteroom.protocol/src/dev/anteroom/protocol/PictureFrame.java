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

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.stream.ChunkedInput;

import dev.anteroom.chat.Picture;

/**
 * A kept picture as one image frame, read from its file in pieces as the connection takes them. Netty's
 * {@code ChunkedNioFile} would go round for ever if the file became shorter meanwhile, and knows no length field.
 */
final class PictureFrame implements ChunkedInput<ByteBuf> {

	private static final int CHUNK = 64 << 10;

	private final Picture picture;
	private FileChannel file;
	private long sent;

	PictureFrame(Picture picture) {
		this.picture = picture;
	}

	/** Whether some of it has gone out already, so that the connection is of no use if the rest does not. */
	boolean isBegun() {
		return file != null;
	}

	@Override
	public ByteBuf readChunk(ByteBufAllocator allocator) throws IOException {
		boolean first = file == null;
		if (first) {
			file = open();
		}
		int count = (int) Math.min(CHUNK, picture.size() - sent);
		ByteBuf chunk = allocator.ioBuffer(count + Integer.BYTES);
		try {
			if (first) {
				chunk.writeInt((int) picture.size());
			}
			for (int left = count; left > 0;) {
				int read = chunk.writeBytes(file, sent, left);
				if (read < 0) {
					throw new EOFException(picture.file() + " became shorter while it was sent");
				}
				left -= read;
				sent += read;
			}
			return chunk;
		} catch (IOException e) {
			chunk.release();
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

	@Override
	@Deprecated
	public ByteBuf readChunk(ChannelHandlerContext ctx) throws IOException {
		return readChunk(ctx.alloc());
	}

	@Override
	public boolean isEndOfInput() {
		return sent == picture.size();
	}

	@Override
	public void close() throws IOException {
		if (file != null) {
			file.close();
		}
	}

	@Override
	public long length() {
		return picture.size();
	}

	@Override
	public long progress() {
		return sent;
	}
}
