/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.pictures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.eclipse.e4.core.di.annotations.Creatable;

import dev.anteroom.chat.Picture;
import dev.anteroom.protocol.Limits;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Decodes pictures away from the UI thread, on two threads at the most. They end when they are idle: the views that
 * share this come and go, so none of them may end it.
 */
@Creatable
@Singleton
public class PictureLoader {

	/** The side of the box that a thumbnail fits, in pixels. */
	public static final int THUMBNAIL = 200;
	private static final int LARGE = 8_192;
	private static final int THREADS = 2;

	private final ExecutorService threads;

	@Inject
	public PictureLoader() {
		var pool = new ThreadPoolExecutor(THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
				task -> {
					var thread = new Thread(task, "anteroom-pictures");
					thread.setDaemon(true);
					return thread;
				});
		pool.allowCoreThreadTimeOut(true);
		threads = pool;
	}

	/**
	 * {@code picture} within {@link #THUMBNAIL} × {@link #THUMBNAIL}. Fails, like {@link #load(Picture)}, with an
	 * {@link IOException}; completes on a thread of its own. Cancelling it before it begins saves the work.
	 */
	public CompletableFuture<DecodedPicture> thumbnail(Picture picture) {
		return decode(picture, THUMBNAIL);
	}

	/** {@code picture} in its own size, or as large as is sensible. */
	public CompletableFuture<DecodedPicture> load(Picture picture) {
		return decode(picture, LARGE);
	}

	/** The picture in somebody's own file; fails as {@link Picture#probe} does. */
	public CompletableFuture<Picture> probe(Path file) {
		return run(() -> Picture.probe(file, Limits.DEFAULT.imageFrame()));
	}

	private CompletableFuture<DecodedPicture> decode(Picture picture, int side) {
		return run(() -> {
			if (!picture.format().isShowable()) {
				throw new IOException("Not a picture: " + picture.name());
			}
			return PictureDecoder.decode(picture.file(), side, side);
		});
	}

	/** What reads a file and may find it wanting. */
	@FunctionalInterface
	private interface Reading<T> {
		T read() throws IOException;
	}

	private <T> CompletableFuture<T> run(Reading<T> reading) {
		var result = new CompletableFuture<T>();
		threads.execute(() -> {
			if (result.isDone()) {
				return;
			}
			try {
				result.complete(reading.read());
			} catch (IOException e) {
				result.completeExceptionally(e);
			} catch (OutOfMemoryError e) {
				result.completeExceptionally(new IOException(e));
			}
		});
		return result;
	}

	/** What made a decoding fail, without the wrapper that completion stages put around it. */
	public static Throwable cause(Throwable failure) {
		return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
	}
}
