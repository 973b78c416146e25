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

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

import dev.anteroom.chat.Picture;
import dev.anteroom.ui.internal.UiExecutor;
import dev.anteroom.ui.pictures.DecodedPicture;
import dev.anteroom.ui.pictures.PictureInfo;
import dev.anteroom.ui.pictures.PictureLoader;

/**
 * A picture on its way to a canvas, and what is looked at closely there. At first it is decoded in the size of the
 * view. Whenever the view has come to rest, what is missing for a sharp one is decoded behind it, and what is no longer
 * wanted is cancelled. So nothing waits for a large picture, and no more of it is in memory than some screens hold. UI
 * thread.
 */
final class ShownPicture {

	/** How long the view has to be at rest, in milliseconds. */
	private static final int REST = 120;
	private static final int LEAST = 64;

	private final Picture picture;
	private final PictureCanvas canvas;
	private final PreviewTools tools;
	private final Runnable rested = this::rested;
	private final Playback playback;
	private CompletableFuture<PictureInfo> header;
	private LayerTask<DecodedPicture> loading;
	private LayerTask<DecodedPicture> sharpening;
	private Closeup wanted;
	private boolean shown;
	private boolean animated;
	private boolean closed;

	/** @param playing called when the picture turns out to be an animation, and when that begins or ends to play */
	ShownPicture(Picture picture, PictureCanvas canvas, PreviewTools tools, Runnable playing) {
		this.picture = picture;
		this.canvas = canvas;
		this.tools = tools;
		playback = new Playback(picture, canvas, tools, playing);
	}

	/** @param outcome what was decoded, once it is on the canvas, or what made it fail */
	void load(BiConsumer<DecodedPicture, Throwable> outcome) {
		PictureLoader loader = tools.pictures();
		Point room = canvas.fullRoom();
		loading = new LayerTask<>(loader.load(picture, Math.max(LEAST, room.x), Math.max(LEAST, room.y)), canvas,
				tools.sync(), DecodedPicture::data, ShownPicture::all, (made, failure) -> {
					if (failure == null) {
						shown = true;
						canvas.setPicture(made.layer());
						outcome.accept(made.result(), null);
						playIfAnimated();
					} else {
						outcome.accept(null, failure);
					}
				});
		header = loader.info(picture);
		header.whenCompleteAsync((info, failure) -> {
			if (info != null && info.animated() && !closed) {
				animated = true;
				playIfAnimated();
			}
		}, new UiExecutor(tools.sync(), canvas));
	}

	/** Whether it is known to be an animation. */
	boolean isAnimated() {
		return animated && shown;
	}

	Playback playback() {
		return playback;
	}

	/** To be called when the canvas shows another part of it. */
	void viewChanged() {
		if (shown && !isAnimated()) {
			canvas.getDisplay().timerExec(REST, rested);
		}
	}

	/** Gives up whatever is being decoded. What is on the canvas stays there. */
	void close() {
		closed = true;
		if (loading != null) {
			loading.cancel();
			header.cancel(true);
		}
		stopSharpening();
		playback.close();
		if (!canvas.isDisposed()) {
			canvas.getDisplay().timerExec(-1, rested);
		}
	}

	private void playIfAnimated() {
		if (isAnimated()) {
			stopSharpening();
			canvas.setCloseup(null);
			playback.play();
		}
	}

	private void rested() {
		if (closed || canvas.isDisposed()) {
			return;
		}
		if (canvas.isSharp()) {
			stopSharpening();
			return;
		}
		Closeup closeup = Closeup.of(canvas.view());
		if (closeup.equals(wanted)) {
			return;
		}
		stopSharpening();
		wanted = closeup;
		boolean all = closeup.part().width == canvas.view().pictureWidth()
				&& closeup.part().height == canvas.view().pictureHeight();
		var decoding = all ? tools.pictures().load(picture, closeup.width(), closeup.height())
				: tools.pictures().region(picture, closeup.part(), closeup.width(), closeup.height());
		sharpening = new LayerTask<>(decoding, canvas, tools.sync(), DecodedPicture::data, decoded -> closeup.part(),
				(made, failure) -> {
					sharpening = null;
					// What is there already will do if this failed; it is not tried again for the same view.
					if (failure == null && all) {
						canvas.setWhole(made.layer());
						canvas.setCloseup(null);
					} else if (failure == null) {
						canvas.setCloseup(made.layer());
					}
				});
	}

	private void stopSharpening() {
		wanted = null;
		if (sharpening != null) {
			sharpening.cancel();
			sharpening = null;
		}
	}

	private static Rectangle all(DecodedPicture decoded) {
		return new Rectangle(0, 0, decoded.width(), decoded.height());
	}
}
