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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureStore.Reception;

/**
 * A picture that comes in. Its state belongs to the transcript's thread; its methods only give that thread work. What
 * comes in while that thread is busy is written together: to wake it, and to call the system, for each of the small
 * pieces that a connection is read in takes longer than to write them.
 */
final class IncomingPicture implements Reception {

	/** Bytes written by one call; lines of the transcript wait no longer than for that. */
	private static final int TOGETHER = 512 << 10;

	private record Piece(ByteBuffer bytes, CompletableFuture<Void> done) {
	}

	private final Worker worker;
	private final PictureFolders folders;
	private final Set<IncomingPicture> unfinished;
	/** What is to be written. Guarded by itself. */
	private final ArrayDeque<Piece> pieces = new ArrayDeque<>();
	/** Whether the worker has a task to write it; guarded by the pieces. */
	private boolean isDue;
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
		var piece = new Piece(bytes, new CompletableFuture<>());
		boolean begins;
		synchronized (pieces) {
			pieces.add(piece);
			begins = !isDue;
			isDue = true;
		}
		if (begins && !worker.execute(this::writeSome)) {
			forget();
		}
		return piece.done;
	}

	/** It is closed already, and there will be no picture. */
	private void forget() {
		do {
			take(Integer.MAX_VALUE).forEach(piece -> piece.done.complete(null));
		} while (isMoreDue());
	}

	private void writeSome() {
		try {
			write(take(TOGETHER));
		} finally {
			// In turn with what else there is to do; what is given after this is closed would be done by nobody.
			while (isMoreDue() && !worker.execute(this::writeSome)) {
				writeRest();
			}
		}
	}

	private boolean isMoreDue() {
		synchronized (pieces) {
			isDue = !pieces.isEmpty();
			return isDue;
		}
	}

	/** The next pieces, about {@code most} bytes. */
	private List<Piece> take(int most) {
		var taken = new ArrayList<Piece>();
		synchronized (pieces) {
			for (long sum = 0; sum < most && !pieces.isEmpty(); sum += taken.getLast().bytes.remaining()) {
				taken.add(pieces.remove());
			}
		}
		return taken;
	}

	@Override
	public CompletionStage<Picture> complete() {
		var done = new CompletableFuture<Picture>();
		boolean accepted = worker.execute(() -> {
			try {
				writeRest();
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

	/** What came in before and is not written yet. */
	private void writeRest() {
		for (List<Piece> some = take(TOGETHER); !some.isEmpty(); some = take(TOGETHER)) {
			write(some);
		}
	}

	private void write(List<Piece> some) {
		try {
			append(some.stream().map(Piece::bytes).toArray(ByteBuffer[]::new));
		} finally {
			some.forEach(piece -> piece.done.complete(null));
		}
	}

	private void append(ByteBuffer... bytes) {
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
