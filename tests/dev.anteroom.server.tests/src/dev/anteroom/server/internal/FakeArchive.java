/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.server.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import dev.anteroom.chat.Archive;
import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.EntrySpool;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.chat.PictureStore;

/** Keeps pictures in a temporary folder and the text nowhere. */
final class FakeArchive implements Archive {

	private final Path folder;
	private final ExecutorService writer = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
	private final AtomicInteger pictures = new AtomicInteger();
	final AtomicInteger open = new AtomicInteger();
	/** How many transcripts there ever were. */
	final AtomicInteger opened = new AtomicInteger();
	/** What it throws instead of taking anything; {@code null} for nothing. */
	volatile Error failure;

	FakeArchive(Path folder) {
		this.folder = folder;
	}

	@Override
	public Transcript open(Location location, Journal journal) {
		if (failure != null) {
			throw failure;
		}
		open.incrementAndGet();
		opened.incrementAndGet();
		return new Transcript() {

			@Override
			public Path file() {
				return folder.resolve(location.prefix() + ".txt");
			}

			@Override
			public PictureStore pictures() {
				return new Store();
			}

			@Override
			public void close() {
				open.decrementAndGet();
			}
		};
	}

	@Override
	public EntrySpool spool() {
		return EntrySpool.NONE;
	}

	private Picture store(byte[] bytes, String name) throws IOException {
		int number = pictures.incrementAndGet();
		Path file = folder.resolve("image_" + number);
		Files.write(file, bytes);
		return new Picture(file, name == null ? file.getFileName().toString() : name, bytes.length,
				PictureFormat.of(bytes, bytes.length));
	}

	private final class Store implements PictureStore {

		@Override
		public CompletionStage<Picture> keep(Path source, long most) {
			return CompletableFuture.supplyAsync(() -> {
				try {
					return store(Files.readAllBytes(source), source.getFileName().toString());
				} catch (IOException e) {
					throw new UncheckedIOException(e);
				}
			}, writer).exceptionallyCompose(e -> CompletableFuture.failedFuture(new ChatException(Notice.of(
					Phrase.PICTURE_SEND_FAILED, source.getFileName(), Notice.reason(Phrase.FILE_MISSING)), e)));
		}

		@Override
		public void discard(Picture picture) {
			writer.execute(() -> picture.file().toFile().delete());
		}

		@Override
		public Reception receive() {
			var bytes = new ByteArrayOutputStream();
			return new Reception() {

				@Override
				public CompletionStage<Void> write(ByteBuffer part) {
					if (failure != null) {
						throw failure;
					}
					return CompletableFuture.runAsync(() -> {
						byte[] copy = new byte[part.remaining()];
						part.get(copy);
						bytes.writeBytes(copy);
					}, writer);
				}

				@Override
				public CompletionStage<Picture> complete() {
					return CompletableFuture.supplyAsync(() -> {
						try {
							return store(bytes.toByteArray(), null);
						} catch (IOException e) {
							throw new UncheckedIOException(e);
						}
					}, writer);
				}

				@Override
				public void abort() {
					bytes.reset();
				}
			};
		}
	}
}
