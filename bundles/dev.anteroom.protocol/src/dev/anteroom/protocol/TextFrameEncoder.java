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
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;

/** Strings into text frames, the reverse of {@link TextFrameDecoder}. Half a surrogate pair becomes a question mark. */
@Sharable
final class TextFrameEncoder extends MessageToByteEncoder<String> {

	static final TextFrameEncoder INSTANCE = new TextFrameEncoder();

	private TextFrameEncoder() {
		super(String.class);
	}

	@Override
	protected ByteBuf allocateBuffer(ChannelHandlerContext ctx, String text, boolean preferDirect) {
		return ctx.alloc().ioBuffer(Integer.BYTES + ByteBufUtil.utf8Bytes(text));
	}

	@Override
	protected void encode(ChannelHandlerContext ctx, String text, ByteBuf out) {
		int bytes = ByteBufUtil.utf8Bytes(text);
		out.writeInt(bytes);
		ByteBufUtil.reserveAndWriteUtf8(out, text, bytes);
	}
}
