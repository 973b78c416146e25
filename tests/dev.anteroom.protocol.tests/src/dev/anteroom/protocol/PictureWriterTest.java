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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;

import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;

class PictureWriterTest {

	private static final int PIECE = 64 << 10;
	private static final int SIZE = 5 * PIECE + 1;
	/** Linux has it. */
	private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

	@TempDir
	Path folder;
	private final byte[] bytes = new byte[SIZE];
	private final List<Long> written = new ArrayList<>();
	private final Line line = new Line();
	private final EmbeddedChannel channel = new EmbeddedChannel(line, new PictureWriter());
	private Path file;

	/** Takes what it is given only while it is open. */
	private static final class Line extends ChannelOutboundHandlerAdapter {

		private boolean open = true;
		private int pieces;

		@Override
		public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
			pieces++;
			ctx.write(message, promise);
		}

		@Override
		public void flush(ChannelHandlerContext ctx) {
			if (open) {
				ctx.flush();
			}
		}
	}

	@BeforeEach
	void create() throws IOException {
		new Random(1).nextBytes(bytes);
		file = Files.write(folder.resolve("p"), bytes);
	}

	@AfterEach
	void close() {
		channel.finishAndReleaseAll();
	}

	private PictureFrame frame(int size) {
		return new PictureFrame(new Picture(file, "p", size, PictureFormat.PNG), written::add);
	}

	private byte[] out() {
		CompositeByteBuf all = Unpooled.compositeBuffer();
		for (ByteBuf piece = channel.readOutbound(); piece != null; piece = channel.readOutbound()) {
			all.addComponent(true, piece);
		}
		byte[] out = new byte[all.readableBytes()];
		all.readBytes(out).release();
		return out;
	}

	@Test
	void aPictureIsLengthThenBytesAndTellsOfEachPiece() {
		ChannelFuture done = channel.writeAndFlush(frame(SIZE));
		assertTrue(done.isSuccess());
		assertEquals(6, line.pieces);
		assertArrayEquals(ByteBuffer.allocate(4 + SIZE).putInt(SIZE).put(bytes).array(), out());
		assertEquals(LongStream.of(PIECE, 2 * PIECE, 3 * PIECE, 4 * PIECE, 5 * PIECE, SIZE).boxed().toList(), written);
	}

	@Test
	void oneFollowsAnother() {
		assertTrue(channel.writeAndFlush(frame(SIZE)).isSuccess());
		assertTrue(channel.writeAndFlush(frame(SIZE)).isSuccess());
		assertEquals(2 * (4 + SIZE), out().length);
	}

	/** What is written and not taken stays in memory: that is the first piece, which crosses the high water mark. */
	@Test
	void nothingIsReadAheadOfTheConnection() {
		line.open = false;
		ChannelFuture done = channel.writeAndFlush(frame(SIZE));
		assertEquals(1, line.pieces);
		channel.pipeline().fireChannelWritabilityChanged();
		assertEquals(1, line.pieces);
		assertEquals(List.of(), written);
		line.open = true;
		channel.flush();
		assertTrue(done.isSuccess());
		assertArrayEquals(ByteBuffer.allocate(4 + SIZE).putInt(SIZE).put(bytes).array(), out());
	}

	@Test
	void aFileThatBecameShorterFailsItAndTheNextGoesOut() throws IOException {
		line.open = false;
		PictureFrame frame = frame(SIZE);
		ChannelFuture done = channel.writeAndFlush(frame);
		Files.write(file, new byte[2 * PIECE + 7]);
		line.open = true;
		channel.flush();
		assertInstanceOf(EOFException.class, done.cause());
		assertTrue(frame.isBegun());
		assertEquals(2, line.pieces);
		assertTrue(channel.writeAndFlush(frame(2 * PIECE + 7)).isSuccess());
	}

	@Test
	void aFileThatIsNotThereFailsItBeforeItBegins() throws IOException {
		Files.delete(file);
		PictureFrame frame = frame(SIZE);
		assertInstanceOf(IOException.class, channel.writeAndFlush(frame).cause());
		assertFalse(frame.isBegun());
		assertNull(channel.readOutbound());
	}

	@Test
	void aConnectionThatClosesFailsIt() {
		line.open = false;
		ChannelFuture done = channel.writeAndFlush(frame(SIZE));
		assertFalse(done.isDone());
		channel.close();
		assertInstanceOf(ClosedChannelException.class, done.cause());
		assertEquals(List.of(), written);
	}

	/** What is being closed is not writable, and fails what it is given: it has to be given it. */
	@Test
	void theFirstPieceGoesOutWhetherItIsWritableOrNot() {
		channel.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
		ChannelFuture done = channel.writeAndFlush(frame(SIZE));
		assertEquals(1, line.pieces);
		channel.unsafe().outboundBuffer().setUserDefinedWritability(1, true);
		channel.runPendingTasks();
		assertTrue(done.isSuccess());
	}

	@Test
	void memoryThatRunsOutFailsItAndTheNextGoesOut() {
		ByteBufAllocator allocator = channel.alloc();
		channel.config().setAllocator(scarce(1));
		assertInstanceOf(OutOfMemoryError.class, channel.writeAndFlush(frame(SIZE)).cause());
		channel.config().setAllocator(allocator);
		assertTrue(channel.writeAndFlush(frame(SIZE)).isSuccess());
	}

	@Test
	void whoIsToldOfPiecesCannotStopIt() {
		var frame = new PictureFrame(new Picture(file, "p", SIZE, PictureFormat.PNG), bytes -> {
			throw new AssertionError();
		});
		assertTrue(channel.writeAndFlush(frame).isSuccess());
		assertTrue(channel.writeAndFlush(frame(SIZE)).isSuccess());
	}

	/** The rest of the frame would be taken from what comes next. */
	@Test
	void aConnectionWhosePictureIsNotWholeIsOfNoUse() {
		var outbox = new PictureOutbox(channel.eventLoop(), Duration.ofSeconds(1));
		outbox.up(channel);
		channel.config().setAllocator(scarce(1));
		var done = outbox.send(new Picture(file, "p", SIZE, PictureFormat.PNG), written::add).done();
		assertTrue(done.toCompletableFuture().isCompletedExceptionally());
		assertFalse(channel.isOpen());
	}

	@Test
	void noFileStaysOpen() throws IOException {
		assumeTrue(Files.isDirectory(DESCRIPTORS));
		channel.writeAndFlush(frame(SIZE));
		assertFalse(isOpen());
		line.open = false;
		channel.writeAndFlush(frame(SIZE));
		assertTrue(isOpen());
		channel.close();
		assertFalse(isOpen());
	}

	private boolean isOpen() throws IOException {
		try (var descriptors = Files.list(DESCRIPTORS)) {
			return descriptors.anyMatch(descriptor -> {
				try {
					return file.toRealPath().equals(Files.readSymbolicLink(descriptor));
				} catch (IOException e) {
					// It was that of the list.
					return false;
				}
			});
		}
	}

	/** Has only some buffers. */
	private static ByteBufAllocator scarce(int buffers) {
		var left = new AtomicInteger(buffers);
		return (ByteBufAllocator) Proxy.newProxyInstance(PictureWriterTest.class.getClassLoader(),
				new Class<?>[] { ByteBufAllocator.class }, (allocator, method, arguments) -> {
					if (method.getName().equals("ioBuffer") && left.getAndDecrement() == 0) {
						throw new OutOfMemoryError("None left");
					}
					return method.invoke(ByteBufAllocator.DEFAULT, arguments);
				});
	}
}
