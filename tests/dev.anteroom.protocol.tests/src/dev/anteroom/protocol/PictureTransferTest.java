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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;

import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.chat.PictureStore;

class PictureTransferTest {

	@TempDir
	Path folder;

	/** A store that writes nothing until it is told to. */
	private static final class SlowStore implements PictureStore, PictureStore.Reception {

		private final List<CompletableFuture<Void>> writes = new ArrayList<>();
		private int completed;
		private int aborted;

		@Override
		public Reception receive() {
			return this;
		}

		@Override
		public CompletionStage<Picture> keep(Path source, long most) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void discard(Picture picture) {
			throw new UnsupportedOperationException();
		}

		@Override
		public CompletionStage<Void> write(ByteBuffer bytes) {
			var write = new CompletableFuture<Void>();
			writes.add(write);
			return write;
		}

		@Override
		public CompletionStage<Picture> complete() {
			completed++;
			return new CompletableFuture<>();
		}

		@Override
		public void abort() {
			aborted++;
		}
	}

	private static EmbeddedChannel receiving(SlowStore store) {
		return new EmbeddedChannel(new ImageFrameDecoder(64 << 20), new PictureReceiver(store, () -> {
		}, picture -> {
		}));
	}

	@Test
	void whileTheStoreLagsBehindNothingIsRead() {
		var store = new SlowStore();
		EmbeddedChannel channel = receiving(store);
		channel.writeInbound(Unpooled.buffer().writeInt(8 << 20));
		var sent = new ArrayList<ByteBuf>();
		for (int i = 0; i < 4; i++) {
			sent.add(Unpooled.wrappedBuffer(new byte[1 << 20]));
			channel.writeInbound(sent.getLast());
		}
		assertTrue(channel.config().isAutoRead());
		channel.writeInbound(Unpooled.wrappedBuffer(new byte[1]));
		assertFalse(channel.config().isAutoRead());
		assertEquals(1, sent.getFirst().refCnt());
		store.writes.subList(0, 3).forEach(write -> write.complete(null));
		channel.runPendingTasks();
		assertTrue(channel.config().isAutoRead());
		assertEquals(0, sent.getFirst().refCnt());
		assertEquals(1, sent.getLast().refCnt());
		store.writes.forEach(write -> write.complete(null));
		channel.finishAndReleaseAll();
		assertEquals(1, store.aborted);
		assertEquals(0, store.completed);
	}

	@Test
	void aWholePictureIsNotGivenUp() {
		var store = new SlowStore();
		EmbeddedChannel channel = receiving(store);
		channel.writeInbound(Unpooled.wrappedBuffer(Pipes.hex("00000002 0102 00000001")));
		store.writes.forEach(write -> write.complete(null));
		assertEquals(1, store.completed);
		channel.finishAndReleaseAll();
		assertEquals(1, store.aborted, "the second");
	}

	private static PictureFrame frame(Path file, int size) {
		return new PictureFrame(new Picture(file, "p", size, PictureFormat.PNG), written -> {
		});
	}

	private static byte[] read(PictureFrame frame) throws IOException {
		var all = new ByteArrayOutputStream();
		while (!frame.isWhole()) {
			ByteBuf chunk = frame.read(ByteBufAllocator.DEFAULT);
			chunk.readBytes(all, chunk.readableBytes());
			chunk.release();
		}
		frame.close();
		return all.toByteArray();
	}

	@Test
	void aPictureGoesOutAsOneFrame() throws IOException {
		for (int size : new int[] { 1, (64 << 10) - 1, 64 << 10, 200_000 }) {
			byte[] bytes = new byte[size];
			new Random(size).nextBytes(bytes);
			Path file = Files.write(folder.resolve("p"), bytes);
			byte[] frame = read(frame(file, size));
			assertEquals(size, ByteBuffer.wrap(frame).getInt());
			assertArrayEquals(bytes, Arrays.copyOfRange(frame, 4, frame.length));
		}
	}

	@Test
	void aFileThatChangedMeanwhileFails() throws IOException {
		Path file = Files.write(folder.resolve("p"), new byte[200_000]);
		var other = frame(file, 5);
		assertThrows(IOException.class, () -> read(other));
		assertFalse(other.isBegun());
		var frame = frame(file, 200_000);
		frame.read(ByteBufAllocator.DEFAULT).release();
		Files.write(file, new byte[100_000]);
		assertThrows(IOException.class, () -> read(frame));
		assertTrue(frame.isBegun());
		frame.close();
	}
}
