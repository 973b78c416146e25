/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.ui.UiThread;
import dev.anteroom.ui.pictures.DecodedPicture;
import dev.anteroom.ui.pictures.PictureLoader;

class ThumbnailsTest {

	private final UiThread ui = UiThread.running();
	private final Picture picture = new Picture(Path.of("any"), "any.png", 5, PictureFormat.PNG);
	private final List<Picture> changed = new ArrayList<>();
	private final CompletableFuture<DecodedPicture> decoding = new CompletableFuture<>();
	private final PictureLoader loader = new PictureLoader() {

		@Override
		public CompletableFuture<DecodedPicture> thumbnail(Picture which) {
			return decoding;
		}
	};
	private final Thumbnails thumbnails = new Thumbnails(ui.display(), loader, Runnable::run, changed::add);

	@AfterEach
	void dispose() {
		ui.act(thumbnails::dispose);
	}

	@Test
	void whatWasDecodedIsShown() {
		var data = new ImageData(400, 300, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
		Thumbnails.Thumbnail thumbnail = complete(new DecodedPicture(data, 400, 300, true));
		assertNotNull(thumbnail.image());
		assertTrue(thumbnail.isTruncated());
	}

	@Test
	void whatTheSystemTakesForNoPictureIsAFailure() {
		var data = new ImageData(40, 30, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
		data.data = null;
		Thumbnails.Thumbnail thumbnail = complete(new DecodedPicture(data, 40, 30, false));
		assertNull(thumbnail.image());
		assertNotNull(thumbnail.failure());
	}

	@Test
	void whatCannotBeDecodedIsAFailure() {
		Thumbnails.Thumbnail thumbnail = ui.ui(() -> {
			Thumbnails.Thumbnail asked = thumbnails.get(picture);
			decoding.completeExceptionally(new IllegalStateException());
			return asked;
		});
		assertInstanceOf(IllegalStateException.class, PictureLoader.cause(thumbnail.failure()));
		assertFalse(thumbnail.isPending());
	}

	private Thumbnails.Thumbnail complete(DecodedPicture decoded) {
		return ui.ui(() -> {
			Thumbnails.Thumbnail thumbnail = thumbnails.get(picture);
			assertTrue(thumbnail.isPending());
			decoding.complete(decoded);
			assertFalse(thumbnail.isPending());
			assertEquals(List.of(picture), changed);
			return thumbnail;
		});
	}
}
