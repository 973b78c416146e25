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

import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;

/** The pixels of a picture or of a part of it, ready to be drawn. UI thread. */
final class PictureLayer {

	private final Image image;
	private final Rectangle part;
	private final int width;
	private final int height;
	private final boolean translucent;
	private final double scale;

	/**
	 * @param part of the upright picture, which {@code data} shows
	 * @param zoom of the screen it is to be seen on, in percent
	 */
	PictureLayer(Device device, ImageData data, Rectangle part, int zoom) {
		this.part = part;
		width = data.width;
		height = data.height;
		translucent = data.alphaData != null || data.alpha != -1 || data.getTransparencyType() != 0;
		scale = zoom / 100.0;
		// Told to be of the screen's zoom, so that no pixel is doubled and halved again on the way to the screen.
		ImageDataProvider provider = asked -> asked == zoom ? data
				: data.scaledTo(Math.max(1, Math.round((float) width * asked / zoom)),
						Math.max(1, Math.round((float) height * asked / zoom)));
		image = new Image(device, provider);
	}

	/** Of the upright picture. */
	Rectangle part() {
		return part;
	}

	/** Its pixels for each of the picture's; 1 when it shows all there is. */
	double density() {
		return Math.max((double) width / part.width, (double) height / part.height);
	}

	int pixels() {
		return width * height;
	}

	/** Whether what is behind it may be seen. */
	boolean isTranslucent() {
		return translucent;
	}

	boolean covers(Viewport view) {
		return Closeup.contains(part, view.visible());
	}

	/** Whether nothing better could be decoded for {@code view}. */
	boolean serves(Viewport view) {
		return Closeup.isServedBy(part, density(), view);
	}

	/**
	 * @param matrix from the upright picture to device pixels
	 * @param points device pixels for each unit of {@code gc}
	 */
	void draw(GC gc, double[] matrix, double points) {
		double across = scale / points * part.width / width;
		double down = scale / points * part.height / height;
		var transform = new Transform(gc.getDevice(), (float) (matrix[0] * across), (float) (matrix[1] * across),
				(float) (matrix[2] * down), (float) (matrix[3] * down),
				(float) ((matrix[4] + matrix[0] * part.x + matrix[2] * part.y) / points),
				(float) ((matrix[5] + matrix[1] * part.x + matrix[3] * part.y) / points));
		gc.setTransform(transform);
		gc.drawImage(image, 0, 0);
		gc.setTransform(null);
		transform.dispose();
	}

	void dispose() {
		image.dispose();
	}
}
