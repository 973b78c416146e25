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

import dev.anteroom.ui.internal.UiExecutor;

/**
 * Something that is being decoded to be drawn. What was decoded is brought to the UI thread, and made a layer there.
 * UI thread.
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
	private final PictureCanvas canvas;
	private final Function<T, ImageData> pixels;
	private final Function<T, Rectangle> part;
	private final BiConsumer<Made<T>, Throwable> then;
	private boolean cancelled;

	/**
	 * @param pixels of what was decoded
	 * @param part   of the upright picture, which they show
	 * @param then   called later with what was made, or with what made it fail; not after {@link #cancel()}
	 */
	LayerTask(CompletableFuture<T> decoding, PictureCanvas canvas, UISynchronize sync, Function<T, ImageData> pixels,
			Function<T, Rectangle> part, BiConsumer<Made<T>, Throwable> then) {
		this.decoding = decoding;
		this.canvas = canvas;
		this.pixels = pixels;
		this.part = part;
		this.then = then;
		var ui = new UiExecutor(sync, canvas);
		decoding.whenComplete((result, failure) -> ui.execute(() -> deliver(result, failure)));
	}

	/** Gives it up. Nothing is called any more. */
	void cancel() {
		cancelled = true;
		decoding.cancel(true);
	}

	private void deliver(T result, Throwable failure) {
		if (cancelled) {
			return;
		}
		PictureLayer layer = null;
		if (result != null) {
			try {
				layer = new PictureLayer(canvas.getDisplay(), pixels.apply(result), part.apply(result),
						canvas.getMonitor().getZoom());
			} catch (SWTException | SWTError e) {
				// No memory or handles for it.
				then.accept(null, e);
				return;
			}
		}
		then.accept(failure == null ? new Made<>(result, layer) : null, failure);
	}
}
