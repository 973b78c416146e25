/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.preview;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;

/**
 * Something that is being decoded to be drawn. What was decoded is made a layer away from the UI thread, and brought
 * there. UI thread.
 *
 * @param <T> what is decoded
 */
final class LayerTask<T> {

	/**
	 * @param result what was decoded; {@code null} when there was nothing more or it failed
	 * @param layer  its pixels; {@code null} when there are none
	 */
	record Made<T>(T result, PictureLayer layer) {
	}

	private final CompletableFuture<T> decoding;
	private boolean cancelled;

	/**
	 * @param pixels of what was decoded
	 * @param part   of the upright picture, which they show
	 * @param then   called on the UI thread with what was made, or with what made it fail; not after {@link #cancel()}
	 */
	LayerTask(CompletableFuture<T> decoding, PictureCanvas canvas, UISynchronize sync, Function<T, ImageData> pixels,
			Function<T, Rectangle> part, BiConsumer<Made<T>, Throwable> then) {
		this.decoding = decoding;
		Display display = canvas.getDisplay();
		int zoom = canvas.getMonitor().getZoom();
		// Not on this thread, even if it is done already.
		decoding.thenApplyAsync(result -> new Made<>(result,
				result == null ? null : layer(display, pixels.apply(result), part.apply(result), zoom)))
				.whenComplete((made, failure) -> deliver(canvas, sync, made, failure, then));
	}

	/** Gives it up. Nothing is called any more. */
	void cancel() {
		cancelled = true;
		decoding.cancel(true);
	}

	private static PictureLayer layer(Display display, ImageData data, Rectangle part, int zoom) {
		try {
			return new PictureLayer(display, data, part, zoom);
		} catch (SWTError e) {
			// No more handles: of no use to whoever waits for an exception.
			throw new SWTException(e.getMessage());
		}
	}

	private void deliver(PictureCanvas canvas, UISynchronize sync, Made<T> made, Throwable failure,
			BiConsumer<Made<T>, Throwable> then) {
		sync.asyncExec(() -> {
			if (!cancelled && !canvas.isDisposed()) {
				then.accept(made, failure);
			} else if (made != null && made.layer() != null) {
				made.layer().dispose();
			}
		});
	}
}
