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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.junit.jupiter.api.Test;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;

import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureStore;

class PictureTransferTest {

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
}
