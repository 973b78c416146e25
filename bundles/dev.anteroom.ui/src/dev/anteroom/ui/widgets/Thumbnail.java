/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.widgets;

import java.util.concurrent.CompletableFuture;

import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;

import dev.anteroom.chat.Picture;
import dev.anteroom.ui.pictures.DecodedPicture;
import dev.anteroom.ui.pictures.PictureLoader;

/** A picture's place in a log: a box while it is being decoded, then its thumbnail or what stands for it. UI thread. */
final class Thumbnail {

	private static final Point PENDING = new Point(96, 64);

	private final Picture picture;
	private final CompletableFuture<DecodedPicture> decoding;
	private Image image;
	private boolean failed;

	Thumbnail(Picture picture, PictureLoader loader) {
		this.picture = picture;
		this.decoding = loader.thumbnail(picture);
	}

	Picture picture() {
		return picture;
	}

	/** Done, on another thread, when there is something to {@link #take()}. */
	CompletableFuture<DecodedPicture> decoding() {
		return decoding;
	}

	/** Takes what was decoded. */
	void take(org.eclipse.swt.graphics.Device device) {
		if (decoding.isCompletedExceptionally()) {
			failed = true;
		} else if (image == null) {
			var decoded = decoding.join();
			Point size = decoded.within(PictureLoader.THUMBNAIL_WIDTH, PictureLoader.THUMBNAIL_HEIGHT);
			image = new Image(device, decoded.data().scaledTo(size.x, size.y));
		}
	}

	/** The thumbnail, or {@code null} while there is none. */
	Image image() {
		return image;
	}

	/** Whether there will never be a thumbnail. */
	boolean hasFailed() {
		return failed;
	}

	Point size() {
		return image == null ? PENDING : new Point(image.getBounds().width, image.getBounds().height);
	}

	void dispose() {
		decoding.cancel(false);
		if (image != null) {
			image.dispose();
		}
	}
}
