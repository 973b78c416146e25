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

import java.nio.charset.StandardCharsets;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.codec.TooLongFrameException;

/**
 * Bytes into text frames: a 4-byte unsigned big-endian length N, then N bytes of UTF-8, as PROTOCOL.md 1 has it.
 * What is not UTF-8 becomes U+FFFD. Frames with N = 0 are dropped. A longer frame than the limit is told by a
 * {@link FrameException} as soon as its length is known, before any of it is kept, and nothing is decoded after it.
 */
final class TextFrameDecoder extends LengthFieldBasedFrameDecoder implements FrameDeadline.Progress {

	private static final int LENGTH = 4;

	private final int limit;
	private boolean failed;
	private long frames;

	/** @param limit of N */
	TextFrameDecoder(int limit) {
		super(limit + LENGTH, 0, LENGTH, 0, LENGTH, true);
		this.limit = limit;
	}

	@Override
	protected Object decode(ChannelHandlerContext ctx, ByteBuf in) throws Exception {
		if (failed) {
			in.skipBytes(in.readableBytes());
			return null;
		}
		ByteBuf frame;
		try {
			frame = (ByteBuf) super.decode(ctx, in);
		} catch (TooLongFrameException e) {
			failed = true;
			throw new FrameException(FrameException.Kind.TOO_LONG, limit);
		}
		if (frame == null) {
			return null;
		}
		frames++;
		try {
			return frame.isReadable() ? frame.toString(StandardCharsets.UTF_8) : null;
		} finally {
			frame.release();
		}
	}

	@Override
	public boolean isInFrame() {
		return actualReadableBytes() > 0;
	}

	@Override
	public long framesEnded() {
		return frames;
	}
}
