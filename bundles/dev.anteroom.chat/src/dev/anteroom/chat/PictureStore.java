/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.chat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;

/** Where the bytes of pictures go, so that memory need not hold them. Calls return at once. */
public interface PictureStore {

	/** Begins to keep a picture that is coming in. */
	Reception receive();

	/**
	 * Keeps a copy of {@code source}, to be sent from there: whatever becomes of the original then, what is sent is one
	 * picture.
	 *
	 * @param most the size in bytes it may have
	 * @return the kept picture; fails with a {@link ChatException} whose notice is
	 *         {@link Phrase#PICTURE_SEND_FAILED} when the file is missing, unreadable, empty, no picture or too big.
	 *         Completes on the store's thread.
	 */
	CompletionStage<Picture> keep(Path source, long most);

	/**
	 * Removes the copy of a {@linkplain #keep kept} picture that was not sent after all, and that nothing refers to.
	 * Does nothing when {@code picture} is not in this store.
	 */
	void discard(Picture picture);

	/** One picture that is coming in. Its methods are called by one thread at a time. */
	interface Reception {

		/**
		 * Takes the next bytes.
		 *
		 * @param bytes not to be touched until the returned stage is done
		 * @return done, on the store's thread, when the bytes are no longer needed; never fails: what could not be
		 *         written is told by {@link #complete()}
		 */
		CompletionStage<Void> write(ByteBuffer bytes);

		/**
		 * The picture, once all its bytes are written; fails with a {@link ChatException} when they could not be.
		 * Completes on the store's thread.
		 */
		CompletionStage<Picture> complete();

		/** Gives it up: what was written is removed. */
		void abort();
	}
}
