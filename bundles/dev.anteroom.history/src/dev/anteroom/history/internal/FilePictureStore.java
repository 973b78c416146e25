/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.history.internal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureStore;

/** Keeps pictures as files. All that touches files happens on the transcript's thread. */
final class FilePictureStore implements PictureStore {

	private static final System.Logger LOG = System.getLogger(FilePictureStore.class.getName());
	private static final int CHUNK = 256 << 10;

	private final Worker worker;
	private final PictureFolders folders;
	private final Set<IncomingPicture> incoming = new HashSet<>();

	FilePictureStore(Worker worker, PictureFolders folders) {
		this.worker = worker;
		this.folders = folders;
	}

	@Override
	public Reception receive() {
		return new IncomingPicture(worker, folders, incoming);
	}

	@Override
	public CompletionStage<Picture> keep(Path source, long most) {
		var result = new CompletableFuture<Picture>();
		boolean accepted = worker.execute(() -> {
			try {
				result.complete(copy(source, most));
			} catch (ChatException e) {
				result.completeExceptionally(e);
			} catch (RuntimeException | Error e) {
				LOG.log(Level.ERROR, "A picture to be sent could not be kept", e);
				result.completeExceptionally(failure(source, Notice.reason(Phrase.FILE_UNREADABLE), e));
			}
		});
		if (!accepted) {
			result.completeExceptionally(failure(source, Notice.reason(Phrase.CONNECTION_CLOSED), null));
		}
		return result;
	}

	@Override
	public void discard(Picture picture) {
		worker.execute(() -> {
			if (!folders.hold(picture.file())) {
				return;
			}
			try {
				Files.deleteIfExists(picture.file());
			} catch (IOException e) {
				LOG.log(Level.DEBUG, "A picture that was not sent could not be removed", e);
			}
		});
	}

	/** Gives up what has not come in completely. On the transcript's thread. */
	void abandon() {
		Set.copyOf(incoming).forEach(IncomingPicture::discard);
	}

	private Picture copy(Path source, long most) throws ChatException {
		try (SeekableByteChannel channel = openChecked(source, most)) {
			PictureWriter copy;
			try {
				copy = new PictureWriter(folders);
			} catch (IOException e) {
				throw failure(source, Fault.reason(e), e);
			}
			try {
				return copy(channel, source, copy, most);
			} catch (ChatException e) {
				copy.discard();
				throw e;
			}
		} catch (ChatException e) {
			throw e;
		} catch (IOException e) {
			throw failure(source, Phrase.FILE_UNREADABLE, e);
		}
	}

	private static SeekableByteChannel openChecked(Path source, long most) throws IOException {
		Picture.probe(source, most);
		return Files.newByteChannel(source);
	}

	/** Copies to the end of {@code from}, which may grow meanwhile. */
	private static Picture copy(SeekableByteChannel from, Path source, PictureWriter to, long most)
			throws ChatException {
		ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(CHUNK, most + 1));
		long size = 0;
		while (read(from, source, buffer.clear()) >= 0) {
			size += buffer.flip().remaining();
			if (size > most) {
				throw failure(source, Phrase.PICTURE_TOO_BIG, null);
			}
			try {
				to.write(buffer);
			} catch (IOException e) {
				throw failure(source, Fault.reason(e), e);
			}
		}
		try {
			return to.finish(name(source));
		} catch (IOException e) {
			throw failure(source, Fault.reason(e), e);
		}
	}

	private static int read(SeekableByteChannel from, Path source, ByteBuffer buffer) throws ChatException {
		try {
			return from.read(buffer);
		} catch (IOException e) {
			throw failure(source, Phrase.FILE_UNREADABLE, e);
		}
	}

	private static ChatException failure(Path source, Phrase reason, Throwable cause) {
		return failure(source, Notice.reason(reason), cause);
	}

	private static ChatException failure(Path source, String reason, Throwable cause) {
		LOG.log(Level.DEBUG, "A picture could not be kept", cause);
		return new ChatException(Notice.of(Phrase.PICTURE_SEND_FAILED, name(source), reason), cause);
	}

	private static String name(Path source) {
		return source.getFileName() == null ? source.toString() : source.getFileName().toString();
	}
}
