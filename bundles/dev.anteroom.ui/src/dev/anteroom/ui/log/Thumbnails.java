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

import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;

import dev.anteroom.chat.Picture;
import dev.anteroom.ui.pictures.DecodedPicture;
import dev.anteroom.ui.pictures.PictureLoader;

/** The small views of the pictures that were in sight last. UI thread. */
final class Thumbnails {

	private static final int MOST = 64;

	private final Device device;
	private final PictureLoader loader;
	private final Executor ui;
	private final Consumer<Picture> changed;
	private final Map<Picture, Thumbnail> thumbnails = new LinkedHashMap<>(MOST, 0.75f, true);
	private final Set<Picture> wanted = new HashSet<>();

	/** @param changed called when there is something else to be shown for a picture */
	Thumbnails(Device device, PictureLoader loader, Executor ui, Consumer<Picture> changed) {
		this.device = device;
		this.loader = loader;
		this.ui = ui;
		this.changed = changed;
	}

	/** What there is of {@code picture} now; begins to decode it if need be. */
	Thumbnail get(Picture picture) {
		wanted.add(picture);
		Thumbnail thumbnail = thumbnails.get(picture);
		if (thumbnail == null) {
			thumbnail = new Thumbnail(loader.thumbnail(picture));
			thumbnails.put(picture, thumbnail);
			Thumbnail begun = thumbnail;
			thumbnail.decoding.whenComplete((decoded, failure) -> ui.execute(() -> {
				if (thumbnails.get(picture) == begun) {
					begun.take(device);
					changed.accept(picture);
				}
			}));
		}
		return thumbnail;
	}

	/** What was not {@linkplain #get asked for} since the last call is out of sight: its decoding is given up. */
	void trim() {
		Iterator<Map.Entry<Picture, Thumbnail>> oldest = thumbnails.entrySet().iterator();
		while (oldest.hasNext()) {
			Map.Entry<Picture, Thumbnail> next = oldest.next();
			boolean outOfSight = !wanted.contains(next.getKey());
			if (outOfSight && (thumbnails.size() > MOST || next.getValue().isPending())) {
				next.getValue().dispose();
				oldest.remove();
			}
		}
		wanted.clear();
	}

	void dispose() {
		thumbnails.values().forEach(Thumbnail::dispose);
		thumbnails.clear();
	}

	/** One small view. */
	static final class Thumbnail {

		private final CompletableFuture<DecodedPicture> decoding;
		private Image image;
		private boolean truncated;
		private Throwable failure;

		Thumbnail(CompletableFuture<DecodedPicture> decoding) {
			this.decoding = decoding;
		}

		/** Takes what was decoded; the system may have no room for it. */
		private void take(Device device) {
			try {
				DecodedPicture decoded = decoding.join();
				image = shrunk(new Image(device, decoded.data()), decoded.data());
				truncated = decoded.truncated();
			} catch (RuntimeException | SWTError e) {
				failure = e;
			}
		}

		/**
		 * {@code whole} in the size in which it is drawn, so that it need not be scaled each time; as it is where a display
		 * has more pixels than points, or the background shows through.
		 */
		private static Image shrunk(Image whole, ImageData data) {
			Device device = whole.getDevice();
			Rectangle size = LogPainter.fitted(data.width, data.height,
					new Rectangle(0, 0, ItemLayout.BOX.x, ItemLayout.BOX.y));
			boolean opaque = data.alphaData == null && data.maskData == null && data.transparentPixel < 0;
			if (!opaque || size.width == data.width || !isPlain(device)) {
				return whole;
			}
			try {
				var small = new Image(device, size.width, size.height);
				var gc = new GC(small);
				gc.setAntialias(SWT.ON);
				gc.setInterpolation(SWT.HIGH);
				gc.drawImage(whole, 0, 0, data.width, data.height, 0, 0, size.width, size.height);
				gc.dispose();
				return small;
			} finally {
				whole.dispose();
			}
		}

		private static boolean isPlain(Device device) {
			return device instanceof Display display
					&& Arrays.stream(display.getMonitors()).allMatch(monitor -> monitor.getZoom() == 100);
		}

		/** {@code null} while there is none. */
		Image image() {
			return image;
		}

		/** Whether the file ends too early, so that a part of the picture is missing. */
		boolean isTruncated() {
			return truncated;
		}

		/** Why there will never be one; {@code null} if there is, or may be. */
		Throwable failure() {
			return failure;
		}

		boolean isPending() {
			return image == null && failure == null;
		}

		private void dispose() {
			decoding.cancel(true);
			if (image != null) {
				image.dispose();
			}
		}
	}
}
