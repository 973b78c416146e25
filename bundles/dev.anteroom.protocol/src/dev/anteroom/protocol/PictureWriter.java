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

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;

/**
 * Writes {@linkplain PictureFrame pictures}, one at a time, in pieces as the connection takes them. Netty's
 * {@code ChunkedWriteHandler} does that for any number of anything, and is in a bundle that does much else, whose wiring
 * an IDE would read whenever it starts.
 */
final class PictureWriter extends ChannelDuplexHandler {

	private PictureFrame frame;
	private ChannelPromise promise;
	private boolean writing;

	/**
	 * Begins to write a picture, and flushes what it writes.
	 *
	 * @param message a {@link PictureFrame}; the one before must be written, or have failed. It is closed here.
	 * @param done    done when all of it is written; fails with what its file, or the connection, failed with
	 */
	@Override
	public void write(ChannelHandlerContext ctx, Object message, ChannelPromise done) {
		if (frame != null) {
			throw new IllegalStateException();
		}
		frame = (PictureFrame) message;
		promise = done;
		// The first whether it is writable or not: one that is closed is not, and fails it.
		writePiece(ctx);
		writePieces(ctx);
	}

	@Override
	public void channelWritabilityChanged(ChannelHandlerContext ctx) {
		writePieces(ctx);
		ctx.fireChannelWritabilityChanged();
	}

	/** While it is not writable some piece is on its way, and either leaves or fails. */
	private void writePieces(ChannelHandlerContext ctx) {
		while (frame != null && !writing && ctx.channel().isWritable()) {
			writePiece(ctx);
		}
	}

	private void writePiece(ChannelHandlerContext ctx) {
		PictureFrame from = frame;
		ChannelPromise done = promise;
		ByteBuf piece;
		try {
			piece = from.read(ctx.alloc());
		} catch (IOException | RuntimeException | Error e) {
			// Whatever it is: there is no piece on its way that would end this one.
			fail(from, done, e);
			return;
		}
		long sent = from.sent();
		boolean last = from.isWhole();
		if (last) {
			end(from);
		}
		// What is flushed makes it writable, and would have the next piece be written within this one.
		writing = true;
		ctx.writeAndFlush(piece).addListener(written -> {
			if (!written.isSuccess()) {
				fail(from, done, written.cause());
				return;
			}
			try {
				from.written(sent);
			} finally {
				if (last) {
					done.trySuccess();
				}
			}
		});
		writing = false;
	}

	private void fail(PictureFrame failed, ChannelPromise done, Throwable cause) {
		end(failed);
		done.tryFailure(cause);
	}

	private void end(PictureFrame ended) {
		ended.close();
		if (frame == ended) {
			frame = null;
			promise = null;
		}
	}
}
