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

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Bytes into {@link ImageFrame}s: a 4-byte unsigned big-endian length N, then N bytes. Frames with N = 0 are dropped. A
 * longer frame than the limit is told by a {@link FrameException} before any of its content, and nothing is decoded
 * after it.
 * <p>
 * Netty's {@code LengthFieldBasedFrameDecoder} would gather a whole frame first. A picture may have 64 MiB, which must
 * not sit in memory, so this one passes the bytes on as they come and allocates nothing for the length announced.
 */
final class ImageFrameDecoder extends ChannelInboundHandlerAdapter implements FrameDeadline.Progress {

	private final int limit;
	private int lengthBytes;
	private int length;
	private int remaining;
	private boolean failed;
	private long frames;

	/** @param limit of N */
	ImageFrameDecoder(int limit) {
		this.limit = limit;
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		var in = (ByteBuf) message;
		try {
			while (in.isReadable() && !failed) {
				if (remaining == 0) {
					readLength(ctx, in);
				} else {
					readContent(ctx, in);
				}
			}
		} finally {
			in.release();
		}
	}

	private void readLength(ChannelHandlerContext ctx, ByteBuf in) {
		length = length << 8 | in.readUnsignedByte();
		if (++lengthBytes < Integer.BYTES) {
			return;
		}
		lengthBytes = 0;
		if (length < 0 || length > limit) {
			failed = true;
			ctx.fireExceptionCaught(new FrameException(FrameException.Kind.TOO_LONG, limit));
		} else if (length == 0) {
			frames++;
		} else {
			remaining = length;
			ctx.fireChannelRead(new ImageFrame.Start(length));
		}
		length = 0;
	}

	private void readContent(ChannelHandlerContext ctx, ByteBuf in) {
		int count = Math.min(remaining, in.readableBytes());
		remaining -= count;
		ctx.fireChannelRead(new ImageFrame.Content(in.readRetainedSlice(count)));
		if (remaining == 0) {
			frames++;
			ctx.fireChannelRead(new ImageFrame.End());
		}
	}

	@Override
	public boolean isInFrame() {
		return remaining > 0 || lengthBytes > 0;
	}

	@Override
	public long framesEnded() {
		return frames;
	}
}
