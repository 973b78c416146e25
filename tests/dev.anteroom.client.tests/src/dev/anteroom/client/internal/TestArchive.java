/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.client.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import dev.anteroom.chat.Archive;
import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Entry;
import dev.anteroom.chat.EntrySpool;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.chat.PictureStore;
import dev.anteroom.chat.Registration;

/** Transcripts in memory, pictures in a folder, everything at once on the caller's thread. */
final class TestArchive implements Archive {

	final List<TestTranscript> transcripts = Collections.synchronizedList(new ArrayList<>());
	/** What opening a transcript fails with; {@code null} for nothing. */
	volatile Error failure;
	private final Path folder;

	TestArchive(Path folder) {
		this.folder = folder;
	}

	@Override
	public Transcript open(Location location, Journal journal) {
		if (failure != null) {
			throw failure;
		}
		var transcript = new TestTranscript(journal, location);
		transcripts.add(transcript);
		return transcript;
	}

	@Override
	public EntrySpool spool() {
		return EntrySpool.NONE;
	}

	final class TestTranscript implements Transcript, PictureStore {

		final Location location;
		final List<Entry> entries = Collections.synchronizedList(new ArrayList<>());
		volatile boolean closed;
		private final Registration registration;

		TestTranscript(Journal journal, Location location) {
			this.location = location;
			registration = journal.addListener(entries::add);
		}

		@Override
		public Path file() {
			return folder.resolve("transcript.txt");
		}

		@Override
		public PictureStore pictures() {
			return this;
		}

		@Override
		public void close() {
			registration.close();
			closed = true;
		}

		@Override
		public CompletionStage<Picture> keep(Path source, long most) {
			try {
				String name = source.getFileName().toString();
				return CompletableFuture.completedStage(store(Files.readAllBytes(source), name));
			} catch (IOException e) {
				return CompletableFuture.failedStage(new ChatException(Notice.of(Phrase.PICTURE_SEND_FAILED,
						source.getFileName(), Notice.reason(Phrase.FILE_MISSING)), e));
			}
		}

		@Override
		public void discard(Picture picture) {
			picture.file().toFile().delete();
		}

		@Override
		public Reception receive() {
			var bytes = new ByteArrayOutputStream();
			return new Reception() {

				@Override
				public CompletionStage<Void> write(ByteBuffer part) {
					byte[] array = new byte[part.remaining()];
					part.get(array);
					bytes.writeBytes(array);
					return CompletableFuture.completedStage(null);
				}

				@Override
				public CompletionStage<Picture> complete() {
					try {
						return CompletableFuture.completedStage(store(bytes.toByteArray(), "received"));
					} catch (IOException e) {
						return CompletableFuture.failedStage(e);
					}
				}

				@Override
				public void abort() {
					// There is nothing to remove.
				}
			};
		}

		private Picture store(byte[] bytes, String name) throws IOException {
			Path file = Files.write(Files.createTempFile(folder, "picture", ".bin"), bytes);
			return new Picture(file, name, bytes.length, PictureFormat.of(bytes, bytes.length));
		}
	}
}
