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

import java.util.concurrent.TimeUnit;

import org.eclipse.swt.graphics.Rectangle;

import dev.anteroom.chat.Picture;
import dev.anteroom.ui.pictures.AnimationFrame;
import dev.anteroom.ui.pictures.PictureAnimation;

/**
 * Plays an animated picture on a canvas, one frame being decoded while the one before it is seen. While the canvas is
 * out of sight no timer runs and nothing is decoded; being painted is what wakes it. UI thread.
 */
final class Playback {

	private static final int LEAST_MILLIS = 10;

	private final Picture picture;
	private final PictureCanvas canvas;
	private final PreviewTools tools;
	private final Runnable changed;
	private final Runnable due = this::due;
	private PictureAnimation animation;
	private LayerTask<AnimationFrame> decoding;
	private LayerTask.Made<AnimationFrame> next;
	/** When the frame that is seen has been seen long enough, as {@link System#nanoTime()}. */
	private long end = System.nanoTime();
	private boolean playing;
	private boolean timed;

	/** @param changed called when it begins or ends to play */
	Playback(Picture picture, PictureCanvas canvas, PreviewTools tools, Runnable changed) {
		this.picture = picture;
		this.canvas = canvas;
		this.tools = tools;
		this.changed = changed;
	}

	boolean isPlaying() {
		return playing;
	}

	/** Goes on, or begins anew when it has ended. */
	void play() {
		if (animation == null) {
			animation = tools.pictures().animation(picture);
		}
		playing = true;
		goOn();
		changed.run();
	}

	/** Keeps the frame that is seen. */
	void pause() {
		playing = false;
		stopTimer();
		changed.run();
	}

	/** To be called when the canvas is painted. */
	void seen() {
		if (playing && !timed) {
			goOn();
		}
	}

	/** Ends it for good; what is on the canvas stays there. */
	void close() {
		playing = false;
		stopTimer();
		if (decoding != null) {
			decoding.cancel();
			decoding = null;
		}
		if (next != null) {
			next.layer().dispose();
			next = null;
		}
		if (animation != null) {
			animation.close();
			animation = null;
		}
	}

	private void goOn() {
		if (next != null) {
			timed = true;
			long rest = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
			canvas.getDisplay().timerExec((int) Math.max(0, rest), due);
		} else if (decoding == null) {
			var all = new Rectangle(0, 0, canvas.view().pictureWidth(), canvas.view().pictureHeight());
			decoding = new LayerTask<>(animation.next(), canvas, tools.sync(), AnimationFrame::data, frame -> all,
					this::decoded);
		}
	}

	private void decoded(LayerTask.Made<AnimationFrame> made, Throwable failure) {
		decoding = null;
		if (failure != null || made.layer() == null) {
			// What was seen last stays; Play begins anew.
			close();
			changed.run();
			return;
		}
		next = made;
		if (playing) {
			goOn();
		}
	}

	private void due() {
		timed = false;
		if (canvas.isDisposed() || !playing || next == null) {
			return;
		}
		if (!canvas.isVisible() || canvas.getShell().getMinimized()) {
			return;
		}
		end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Math.max(LEAST_MILLIS, next.result().millis()));
		PictureLayer layer = next.layer();
		next = null;
		canvas.setWhole(layer);
		goOn();
	}

	private void stopTimer() {
		timed = false;
		if (!canvas.isDisposed()) {
			canvas.getDisplay().timerExec(-1, due);
		}
	}
}
