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
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import dev.anteroom.ui.pictures.DecoderPool.Urgency;

/** Plays a GIF on the threads where pictures are decoded. */
final class GifAnimation implements PictureAnimation {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private final DecoderPool pool;
	private final Path file;
	/** Held while the player is used. */
	private final Object playing = new Object();
	private GifPlayer player;
	private volatile boolean closed;
	private CompletableFuture<AnimationFrame> current = CompletableFuture.completedFuture(null);

	GifAnimation(DecoderPool pool, Path file) {
		this.pool = pool;
		this.file = file;
	}

	@Override
	public synchronized CompletableFuture<AnimationFrame> next() {
		if (closed || !current.isDone()) {
			throw new IllegalStateException(closed ? "Closed" : "Not yet");
		}
		current = pool.submit(Urgency.AWAITED, LIMIT, this::decode);
		return current;
	}

	private AnimationFrame decode(StopSignal stop) throws IOException {
		synchronized (playing) {
			stop.check();
			if (player == null) {
				player = new GifPlayer(file, stop);
			}
			return player.next(stop);
		}
	}

	@Override
	public synchronized void close() {
		if (closed) {
			return;
		}
		closed = true;
		current.cancel(false);
		// Not here: what was just cancelled may need a moment to notice.
		pool.submit(Urgency.AWAITED, LIMIT, stop -> {
			synchronized (playing) {
				if (player != null) {
					player.close();
					player = null;
				}
				return null;
			}
		});
	}
}
