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

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.codec.LengthFieldPrepender;
import io.netty.handler.codec.string.StringDecoder;
import io.netty.handler.codec.string.StringEncoder;
import io.netty.util.ReferenceCountUtil;

/** What a frame costs to take apart or to put together, in a pipeline without a socket. */
@State(Scope.Thread)
public class CodecBenchmark {

	private static final int LIMIT = 2 << 20;
	private static final String LINE = "Client(127.0.0.1):" + "0123456789abcdef".repeat(4) + "\n";

	private final EmbeddedChannel text = new EmbeddedChannel(new TextFrameDecoder(LIMIT), TextFrameEncoder.INSTANCE);
	private final EmbeddedChannel netty = new EmbeddedChannel(new LengthFieldBasedFrameDecoder(LIMIT, 0, 4, 0, 4),
			new LengthFieldPrepender(4), new StringDecoder(StandardCharsets.UTF_8),
			new StringEncoder(StandardCharsets.UTF_8));
	private final EmbeddedChannel images = new EmbeddedChannel(new ImageFrameDecoder(LIMIT), new Dropping());
	private final EmbeddedChannel nettyImages = new EmbeddedChannel(new LengthFieldBasedFrameDecoder(LIMIT, 0, 4, 0, 4),
			new Dropping());
	private final ByteBuf frame = Unpooled.directBuffer();
	private final ByteBuf first = Unpooled.directBuffer();
	private final ByteBuf piece = Unpooled.directBuffer();

	@Setup
	public void fill() {
		byte[] line = LINE.getBytes(StandardCharsets.UTF_8);
		frame.writeInt(line.length).writeBytes(line);
		first.writeInt(1 << 20);
		piece.writeZero(64 << 10);
	}

	@TearDown
	public void release() {
		frame.release();
		first.release();
		piece.release();
	}

	@Benchmark
	public Object decode() {
		return in(text);
	}

	@Benchmark
	public Object decodeNetty() {
		return in(netty);
	}

	private Object in(EmbeddedChannel channel) {
		channel.writeInbound(frame.retainedDuplicate());
		return channel.readInbound();
	}

	@Benchmark
	public int encode() {
		return out(text);
	}

	@Benchmark
	public int encodeNetty() {
		return out(netty);
	}

	private static int out(EmbeddedChannel channel) {
		channel.writeOutbound(LINE);
		int bytes = 0;
		for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
			bytes += part.readableBytes();
			part.release();
		}
		return bytes;
	}

	@Benchmark
	public void picture() {
		pieces(images);
	}

	@Benchmark
	public void pictureNetty() {
		pieces(nettyImages);
	}

	private void pieces(EmbeddedChannel channel) {
		channel.writeInbound(first.retainedDuplicate());
		for (int i = 0; i < 16; i++) {
			channel.writeInbound(piece.retainedDuplicate());
		}
	}

	/** Takes what is decoded and forgets it. */
	private static final class Dropping extends ChannelInboundHandlerAdapter {

		@Override
		public void channelRead(ChannelHandlerContext ctx, Object message) {
			ReferenceCountUtil.release(message instanceof ImageFrame.Content content ? content.bytes() : message);
		}
	}
}
