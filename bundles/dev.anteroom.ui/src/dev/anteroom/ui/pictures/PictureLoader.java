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

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.swt.graphics.Rectangle;

import dev.anteroom.chat.Picture;
import dev.anteroom.protocol.Limits;
import dev.anteroom.ui.pictures.DecoderPool.Urgency;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Decodes pictures away from the UI thread, in bounded time and memory, on two threads at the most. They end when they
 * are idle: the views that share this come and go, so none of them may end it.
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
	/** Some seventy thumbnails of the largest size, in bytes. */
	private static final long KEPT = 32L << 20;
	private static final int THREADS = 2;
	private static final Duration LIMIT = Duration.ofSeconds(30);
	private static final Duration HEADER_LIMIT = Duration.ofSeconds(10);

	private final DecoderPool pool = new DecoderPool(THREADS);
	private final PictureDecoder decoder = new PictureDecoder(new MemoryBudget(PictureDecoder.leastBudget()));
	private final Thumbnails thumbnails = new Thumbnails(pool, decoder, DENSITY * THUMBNAIL_WIDTH,
			DENSITY * THUMBNAIL_HEIGHT, KEPT);

	@Inject
	public PictureLoader() {
		// The container wants to be told which one.
	}

	/**
	 * {@code picture} small: twice {@link #THUMBNAIL_WIDTH} × {@link #THUMBNAIL_HEIGHT} at the most, to be shown
	 * {@linkplain DecodedPicture#within within} these. Pictures of the same content are decoded once.
	 * <p>
	 * This and all that follows fails with a {@link PictureException}, completes on another thread, and is given up
	 * when it is cancelled, whether it has begun or not. What a person waits for goes before thumbnails.
	 */
	public CompletableFuture<DecodedPicture> thumbnail(Picture picture) {
		return thumbnails.of(picture.file());
	}

	/** What the header of {@code picture} says. */
	public CompletableFuture<PictureInfo> info(Picture picture) {
		return pool.submit(Urgency.AWAITED, HEADER_LIMIT, stop -> decoder.info(picture.file(), stop));
	}

	/**
	 * All of {@code picture} in its own size, or smaller where it would be larger than asked for, or than 16 million
	 * pixels, or than memory allows.
	 */
	public CompletableFuture<DecodedPicture> load(Picture picture, int mostWidth, int mostHeight) {
		return pool.submit(Urgency.AWAITED, LIMIT,
				stop -> decoder.decode(picture.file(), null, mostWidth, mostHeight, stop));
	}

	/**
	 * A part of {@code picture}, to look closely at one too large to be loaded in its own size.
	 *
	 * @param source the part, in pixels of the original turned the right way up; what lies outside of it is cut off
	 * @param width  of the result, in pixels; it is never enlarged, so that it may be smaller
	 * @param height of the result, likewise
	 */
	public CompletableFuture<DecodedPicture> region(Picture picture, Rectangle source, int width, int height) {
		return pool.submit(Urgency.AWAITED, LIMIT, stop -> decoder.decode(picture.file(), source, width, height, stop));
	}

	/** Plays {@code picture}, whose {@link PictureInfo#animated()} says that it can be. To be closed. */
	public PictureAnimation animation(Picture picture) {
		return new GifAnimation(pool, picture.file());
	}

	/** The picture in somebody's own file; fails as {@link Picture#probe} does. */
	public CompletableFuture<Picture> probe(Path file) {
		return pool.submit(Urgency.AWAITED, HEADER_LIMIT, stop -> Picture.probe(file, Limits.DEFAULT.imageFrame()));
	}

	/** What made a decoding fail, without the wrapper that completion stages put around it. */
	public static Throwable cause(Throwable failure) {
		return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
	}
}
