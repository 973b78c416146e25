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

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderException;

import dev.anteroom.fuzz.Input;

/** What comes in on a connection, in the pieces in which it comes. */
final class FramePieces {

	private static final int[] LIMITS = { 1 << 20, 0, 1, 16, 64 << 20 };
	/** One for all executions: to make a channel each time takes a quarter more. */
	private static final EmbeddedChannel CHANNEL = new EmbeddedChannel();

	private final byte[] cuts;
	private final byte[] all;

	FramePieces(Input input) {
		cuts = input.bytes(4);
		all = input.rest();
	}

	static int limit(Input input) {
		return LIMITS[input.number(LIMITS.length)];
	}

	byte[] all() {
		return all;
	}

	/**
	 * What {@code decoder} makes of it: texts, starts, contents as one {@link ByteBuffer} each, ends, and the kind of the
	 * failure. Nothing that it was given or gave is left in memory.
	 */
	List<Object> decode(ChannelHandler decoder) {
		var sink = new Sink();
		CHANNEL.pipeline().addLast(decoder, sink);
		var buffers = new ArrayList<ByteBuf>();
		int begin = 0;
		for (int i = 0; begin < all.length; i++) {
			int cut = cuts.length == 0 ? 0 : cuts[i % cuts.length] & 0xFF;
			int length = Math.min(all.length - begin, cut == 0 ? all.length : cut);
			ByteBuf buffer = PooledByteBufAllocator.DEFAULT.heapBuffer(length).writeBytes(all, begin, length);
			buffers.add(buffer);
			CHANNEL.writeInbound(buffer);
			begin += length;
		}
		CHANNEL.pipeline().fireChannelInactive();
		CHANNEL.pipeline().remove(decoder);
		CHANNEL.pipeline().remove(sink);
		for (ByteBuf buffer : buffers) {
			Input.check(buffer.refCnt() == 0, "Leaked", buffer);
		}
		return sink.events;
	}

	private static final class Sink extends ChannelInboundHandlerAdapter {

		private final List<Object> events = new ArrayList<>();

		@Override
		public void channelRead(ChannelHandlerContext ctx, Object message) {
			if (message instanceof ImageFrame.Content content) {
				ByteBuf bytes = content.bytes();
				Input.check(bytes.isReadable(), "Empty content");
				add(bytes);
				bytes.release();
			} else {
				events.add(message);
			}
		}

		private void add(ByteBuf bytes) {
			ByteBuffer before = !events.isEmpty() && events.getLast() instanceof ByteBuffer last ? last : null;
			ByteBuffer joined = ByteBuffer.allocate((before == null ? 0 : before.remaining()) + bytes.readableBytes());
			if (before != null) {
				events.removeLast();
				joined.put(before);
			}
			bytes.readBytes(joined);
			events.add(joined.flip());
		}

		@Override
		public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
			Throwable failure = cause instanceof DecoderException ? cause.getCause() : cause;
			events.add(failure instanceof FrameException told ? told.kind() : cause);
		}
	}
}
