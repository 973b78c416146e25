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
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.eclipse.swt.graphics.ImageData;

import dev.anteroom.ui.pictures.DecoderPool.Urgency;
import dev.anteroom.ui.pictures.PictureException.Reason;

/**
 * Keeps thumbnails by content: what is sent fifty times is decoded once, also while the first of them is being decoded.
 * What can't be decoded isn't tried again either. Any thread.
 */
final class Thumbnails {

	/** What is decoded of one content, for all who asked for it until then. */
	private static final class Decoding {
		CompletableFuture<DecodedPicture> result;
		int waiting;
	}

	/** What came of a content: one of both. */
	private record Outcome(DecodedPicture picture, PictureException failure) {

		private static final int OVERHEAD = 512;

		long bytes() {
			if (picture == null) {
				return OVERHEAD;
			}
			ImageData data = picture.data();
			return OVERHEAD + data.data.length + (data.alphaData == null ? 0 : data.alphaData.length);
		}
	}

	private static final Duration LIMIT = Duration.ofSeconds(10);
	private static final Duration CONTENT_LIMIT = Duration.ofSeconds(30);

	private final DecoderPool pool;
	private final PictureDecoder decoder;
	private final int width;
	private final int height;
	private final long most;
	private final ContentKeys keys = new ContentKeys();
	private final Map<String, Decoding> running = new HashMap<>();
	private final Map<String, Outcome> kept = new LinkedHashMap<>(16, 0.75f, true);
	private long bytes;

	/**
	 * @param width  the most of a thumbnail
	 * @param height the most of a thumbnail
	 * @param most   bytes to keep
	 */
	Thumbnails(DecoderPool pool, PictureDecoder decoder, int width, int height, long most) {
		this.pool = pool;
		this.decoder = decoder;
		this.width = width;
		this.height = height;
		this.most = most;
	}

	/** The thumbnail of the picture in {@code file}. Cancelling it ends the work, unless others wait for it, too. */
	CompletableFuture<DecodedPicture> of(Path file) {
		var result = new CompletableFuture<DecodedPicture>();
		CompletableFuture<String> key = pool.submit(Urgency.CONTENT, CONTENT_LIMIT, stop -> keys.of(file, stop));
		cancelWith(result, () -> key.cancel(false));
		key.whenComplete((found, failure) -> {
			if (failure != null) {
				result.completeExceptionally(failure);
			} else {
				await(found, file, result);
			}
		});
		return result;
	}

	private void await(String key, Path file, CompletableFuture<DecodedPicture> result) {
		Outcome outcome;
		Decoding decoding = null;
		synchronized (this) {
			outcome = kept.get(key);
			if (outcome == null) {
				decoding = running.computeIfAbsent(key, absent -> begin(file));
				decoding.waiting++;
			}
		}
		if (decoding == null) {
			complete(result, outcome.picture(), outcome.failure());
			return;
		}
		Decoding awaited = decoding;
		cancelWith(result, () -> leave(key, awaited));
		awaited.result.whenComplete((picture, failure) -> {
			done(key, awaited, picture, failure);
			complete(result, picture, failure);
		});
	}

	private Decoding begin(Path file) {
		var decoding = new Decoding();
		decoding.result = pool.submit(Urgency.THUMBNAIL, LIMIT,
				stop -> decoder.decode(file, null, width, height, stop));
		return decoding;
	}

	private static void cancelWith(CompletableFuture<?> result, Runnable action) {
		result.whenComplete((value, failure) -> {
			if (result.isCancelled()) {
				action.run();
			}
		});
	}

	private static void complete(CompletableFuture<DecodedPicture> result, DecodedPicture picture, Throwable failure) {
		if (failure != null) {
			result.completeExceptionally(failure);
		} else {
			result.complete(picture);
		}
	}

	private void leave(String key, Decoding decoding) {
		synchronized (this) {
			if (--decoding.waiting > 0) {
				return;
			}
			running.remove(key, decoding);
		}
		decoding.result.cancel(false);
	}

	private synchronized void done(String key, Decoding decoding, DecodedPicture picture, Throwable failure) {
		if (!running.remove(key, decoding)) {
			return;
		}
		if (picture != null) {
			keep(key, new Outcome(picture, null));
		} else if (failure instanceof PictureException e && e.reason() != Reason.UNREADABLE
				&& e.reason() != Reason.NO_MEMORY) {
			keep(key, new Outcome(null, e));
		}
	}

	private void keep(String key, Outcome outcome) {
		kept.put(key, outcome);
		bytes += outcome.bytes();
		Iterator<Outcome> oldest = kept.values().iterator();
		while (bytes > most && kept.size() > 1) {
			bytes -= oldest.next().bytes();
			oldest.remove();
		}
	}

	/** What is kept, in bytes. */
	synchronized long bytes() {
		return bytes;
	}
}
