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
import org.eclipse.swt.graphics.Rectangle;

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

	/** The width of the box that a thumbnail fits, in logical pixels: at 100 %. */
	public static final int THUMBNAIL_WIDTH = 240;
	/** The height of the box that a thumbnail fits, in logical pixels: at 100 %. */
	public static final int THUMBNAIL_HEIGHT = 160;
	/** Pixels of a thumbnail for each logical one, for displays of up to 200 %. */
	private static final int DENSITY = 2;
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
	 * {@code picture} small: twice {@link #THUMBNAIL_WIDTH} × {@link #THUMBNAIL_HEIGHT} at the most, to be shown
	 * {@linkplain DecodedPicture#within within} these. Pictures of the same content are decoded once.
	 * <p>
	 * This and all that follows fails with a {@link PictureException}, completes on another thread, and is given up when
	 * it is cancelled, whether it has begun or not. What a person waits for goes before thumbnails.
	 */
	public CompletableFuture<DecodedPicture> thumbnail(Picture picture) {
		return load(picture, DENSITY * THUMBNAIL_WIDTH, DENSITY * THUMBNAIL_HEIGHT);
	}

	/** What the header of {@code picture} says. */
	public CompletableFuture<PictureInfo> info(Picture picture) {
		return run(() -> PictureDecoder.info(picture.file()));
	}

	/** All of {@code picture} in its own size, or smaller where it would be larger than asked for or than is sensible. */
	public CompletableFuture<DecodedPicture> load(Picture picture, int mostWidth, int mostHeight) {
		return decode(picture, mostWidth, mostHeight);
	}

	/**
	 * A part of {@code picture}, to look closely at one too large to be loaded in its own size.
	 *
	 * @param source the part, in pixels of the original turned the right way up; what lies outside of it is cut off
	 * @param width  of the result, in pixels; it is never enlarged, so that it may be smaller
	 * @param height of the result, likewise
	 */
	public CompletableFuture<DecodedPicture> region(Picture picture, Rectangle source, int width, int height) {
		return run(() -> PictureDecoder.region(picture.file(), source, width, height));
	}

	/** Plays {@code picture}, whose {@link PictureInfo#animated()} says that it can be. */
	public PictureAnimation animation(Picture picture) {
		throw new UnsupportedOperationException();
	}

	/** The picture in somebody's own file; fails as {@link Picture#probe} does. */
	public CompletableFuture<Picture> probe(Path file) {
		return run(() -> Picture.probe(file, Limits.DEFAULT.imageFrame()));
	}

	private CompletableFuture<DecodedPicture> decode(Picture picture, int width, int height) {
		return run(() -> {
			if (!picture.format().isShowable()) {
				throw new IOException("Not a picture: " + picture.name());
			}
			return PictureDecoder.decode(picture.file(), width, height);
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
