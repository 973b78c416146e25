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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;

import dev.anteroom.chat.Delivery;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.JournalListener;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureStore;
import dev.anteroom.chat.Role;

/** What was sent is reported done once it is kept, and nothing else waits for that. */
class KeptTest {

	/** A transcript that keeps when it is told to. */
	private static final class Keeper implements JournalListener {

		private final List<Entry> entries = new ArrayList<>();
		private CompletableFuture<Void> kept = new CompletableFuture<>();

		@Override
		public void appended(Entry entry) {
			entries.add(entry);
		}

		@Override
		public CompletionStage<Void> kept() {
			return kept;
		}
	}

	private static final class NoPictures implements PictureStore {

		@Override
		public Reception receive() {
			throw new UnsupportedOperationException();
		}

		@Override
		public CompletionStage<Picture> keep(Path source, long most) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void discard(Picture picture) {
			throw new UnsupportedOperationException();
		}
	}

	private final Journal journal = new Journal();
	private final Keeper keeper = new Keeper();
	private final EmbeddedChannel text = new EmbeddedChannel(TextFrameEncoder.INSTANCE);
	private final Exchange exchange = new Exchange(Role.SERVER, text, journal, new NoPictures(), Limits.DEFAULT);

	@AfterEach
	void close() {
		text.finishAndReleaseAll();
	}

	@Test
	void aLineIsDoneWhenItIsKept() {
		journal.addListener(keeper);
		Delivery first = exchange.deliverNow(new Draft("one", null));
		assertEquals(1, keeper.entries.size());
		assertFalse(first.done().toCompletableFuture().isDone());
		CompletableFuture<Void> firstKept = keeper.kept;
		keeper.kept = new CompletableFuture<>();
		Delivery second = exchange.deliverNow(new Draft("two", null));
		assertEquals(2, keeper.entries.size());
		assertEquals(2, sent());
		firstKept.complete(null);
		assertTrue(first.done().toCompletableFuture().isDone());
		assertFalse(second.done().toCompletableFuture().isDone());
		exchange.end(false);
		assertFalse(second.done().toCompletableFuture().isDone());
		keeper.kept.complete(null);
		assertTrue(second.done().toCompletableFuture().isDone());
	}

	@Test
	void withoutATranscriptALineIsDoneWhenItIsSent() {
		assertTrue(exchange.deliverNow(new Draft("one", null)).done().toCompletableFuture().isDone());
	}

	@Test
	void everyoneWhoKeepsIsWaitedFor() {
		var other = new Keeper();
		journal.addListener(keeper);
		journal.addListener(entry -> {
		});
		journal.addListener(other);
		CompletableFuture<Void> kept = journal.kept().toCompletableFuture();
		other.kept.complete(null);
		assertFalse(kept.isDone());
		keeper.kept.complete(null);
		assertTrue(kept.isDone());
	}

	private int sent() {
		int count = 0;
		for (ByteBuf frame = text.readOutbound(); frame != null; frame = text.readOutbound()) {
			frame.release();
			count++;
		}
		return count;
	}
}
