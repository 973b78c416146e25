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

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.function.LongConsumer;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelProgressiveFuture;
import io.netty.channel.ChannelProgressiveFutureListener;
import io.netty.channel.ChannelProgressivePromise;
import io.netty.channel.DefaultFileRegion;

import dev.anteroom.chat.Picture;

/**
 * A kept picture as one image frame. Its file goes from the system's cache to the socket as the connection takes it, and
 * does not come into Java's memory. On the event loop only.
 */
final class PictureFrame {

	private PictureFrame() {
	}

	/**
	 * Writes {@code picture} to {@code channel}, and flushes it.
	 *
	 * @param written told how many of the picture's bytes were written, ever more
	 * @return done when all of it is written; when it fails, the frame may have begun
	 * @throws IOException if the file can't be read, or has not the size that was kept; nothing was written then
	 */
	static ChannelFuture write(Picture picture, Channel channel, LongConsumer written) throws IOException {
		FileChannel file = open(picture);
		ChannelFuture length = channel.write(Unpooled.copyInt((int) picture.size()));
		if (length.isDone() && !length.isSuccess()) {
			file.close();
			return length;
		}
		ChannelProgressivePromise whole = channel.newProgressivePromise();
		whole.addListener(new ChannelProgressiveFutureListener() {

			@Override
			public void operationProgressed(ChannelProgressiveFuture future, long progress, long total) {
				written.accept(progress);
			}

			@Override
			public void operationComplete(ChannelProgressiveFuture future) {
				// That is for the caller.
			}
		});
		return channel.writeAndFlush(new DefaultFileRegion(file, 0, picture.size()), whole);
	}

	/** Whether the file of {@code picture} is still what was kept, by its size. */
	static boolean isWhole(Picture picture) {
		try {
			return Files.size(picture.file()) == picture.size();
		} catch (IOException e) {
			return false;
		}
	}

	private static FileChannel open(Picture picture) throws IOException {
		FileChannel file = FileChannel.open(picture.file());
		try {
			long size = file.size();
			if (size != picture.size()) {
				throw new IOException(picture.file() + " has " + size + " bytes, not " + picture.size());
			}
			return file;
		} catch (IOException e) {
			file.close();
			throw e;
		}
	}
}
