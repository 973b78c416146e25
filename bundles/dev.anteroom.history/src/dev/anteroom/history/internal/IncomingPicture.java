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
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureStore.Reception;

/** A picture that comes in. Its state belongs to the transcript's thread; its methods only give that thread work. */
final class IncomingPicture implements Reception {

	private final Worker worker;
	private final PictureFolders folders;
	private final Set<IncomingPicture> unfinished;
	private PictureWriter file;
	private ChatException failure;

	/** @param unfinished this is in it while there is something to remove; used on the worker's thread */
	IncomingPicture(Worker worker, PictureFolders folders, Set<IncomingPicture> unfinished) {
		this.worker = worker;
		this.folders = folders;
		this.unfinished = unfinished;
	}

	@Override
	public CompletionStage<Void> write(ByteBuffer bytes) {
		var done = new CompletableFuture<Void>();
		boolean accepted = worker.execute(() -> {
			try {
				append(bytes);
			} finally {
				done.complete(null);
			}
		});
		if (!accepted) {
			done.complete(null);
		}
		return done;
	}

	@Override
	public CompletionStage<Picture> complete() {
		var done = new CompletableFuture<Picture>();
		boolean accepted = worker.execute(() -> {
			try {
				Picture picture = finish();
				if (picture == null) {
					done.completeExceptionally(failure);
				} else {
					done.complete(picture);
				}
			} finally {
				// Does nothing, unless something went wrong that nobody could foresee.
				done.completeExceptionally(closed());
			}
		});
		if (!accepted) {
			done.completeExceptionally(closed());
		}
		return done;
	}

	@Override
	public void abort() {
		worker.execute(this::discard);
	}

	/** Removes what was written; there will be no picture. On the worker's thread. */
	void discard() {
		if (failure == null) {
			failure = closed();
		}
		if (unfinished.remove(this)) {
			file.discard();
		}
	}

	private void append(ByteBuffer bytes) {
		if (failure != null) {
			return;
		}
		try {
			open().write(bytes);
		} catch (IOException e) {
			fail(e);
		}
	}

	private Picture finish() {
		if (failure != null) {
			return null;
		}
		try {
			Picture picture = open().finish(null);
			unfinished.remove(this);
			return picture;
		} catch (IOException e) {
			fail(e);
			return null;
		}
	}

	private PictureWriter open() throws IOException {
		if (file == null) {
			file = new PictureWriter(folders);
			unfinished.add(this);
		}
		return file;
	}

	private void fail(IOException cause) {
		String place = file == null ? System.getProperty("java.io.tmpdir") : file.folder().toString();
		failure = new ChatException(Notice.of(Phrase.PICTURE_LOST, place, Fault.reason(cause)), cause);
		discard();
	}

	private static ChatException closed() {
		return new ChatException(
				Notice.of(Phrase.CONNECTION_FAILED, "-", Notice.reason(Phrase.CONNECTION_CLOSED)));
	}
}
