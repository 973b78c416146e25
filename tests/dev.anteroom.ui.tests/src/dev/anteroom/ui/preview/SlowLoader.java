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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Rectangle;

import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.ui.pictures.AnimationFrame;
import dev.anteroom.ui.pictures.DecodedPicture;
import dev.anteroom.ui.pictures.PictureAnimation;
import dev.anteroom.ui.pictures.PictureInfo;
import dev.anteroom.ui.pictures.PictureLoader;

/** Decodes when a test says so. UI thread. */
final class SlowLoader extends PictureLoader {

	/** What was asked for; all of the picture when there is no part. */
	record Request(Picture picture, Rectangle part, int width, int height, CompletableFuture<DecodedPicture> answer) {

		/** Decodes a picture of so many pixels. */
		void answer(int pictureWidth, int pictureHeight) {
			double fit = Math.min(1, Math.min((double) width / pictureWidth, (double) height / pictureHeight));
			ImageData pixels = part != null ? pixels(width, height)
					: pixels((int) Math.round(pictureWidth * fit), (int) Math.round(pictureHeight * fit));
			answer.complete(new DecodedPicture(pixels, pictureWidth, pictureHeight, false));
		}

		boolean isCancelled() {
			return answer.isCancelled();
		}
	}

	/** An animation whose frames come when they are sent. */
	static final class Film implements PictureAnimation {

		CompletableFuture<AnimationFrame> asked;
		int count;
		boolean closed;

		@Override
		public CompletableFuture<AnimationFrame> next() {
			asked = new CompletableFuture<>();
			count++;
			return asked;
		}

		/** Sends a frame; {@code null} ends it. */
		void send(Integer millis) {
			asked.complete(millis == null ? null : new AnimationFrame(pixels(40, 30), millis));
		}

		@Override
		public void close() {
			closed = true;
		}
	}

	final List<Request> requests = new ArrayList<>();
	final List<Film> films = new ArrayList<>();
	boolean animated;

	Request last() {
		return requests.getLast();
	}

	Film film() {
		return films.getLast();
	}

	@Override
	public CompletableFuture<PictureInfo> info(Picture picture) {
		return CompletableFuture.completedFuture(new PictureInfo(PictureFormat.GIF, 40, 30, animated));
	}

	@Override
	public CompletableFuture<DecodedPicture> load(Picture picture, int mostWidth, int mostHeight) {
		return request(picture, null, mostWidth, mostHeight);
	}

	@Override
	public CompletableFuture<DecodedPicture> region(Picture picture, Rectangle source, int width, int height) {
		return request(picture, source, width, height);
	}

	@Override
	public PictureAnimation animation(Picture picture) {
		films.add(new Film());
		return film();
	}

	private CompletableFuture<DecodedPicture> request(Picture picture, Rectangle part, int width, int height) {
		var request = new Request(picture, part, width, height, new CompletableFuture<>());
		requests.add(request);
		return request.answer();
	}

	private static ImageData pixels(int width, int height) {
		return new ImageData(Math.max(1, width), Math.max(1, height), 32, new PaletteData(0xFF0000, 0xFF00, 0xFF));
	}
}
