/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.swtbot;

import java.nio.file.Path;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.PaletteData;

/** Pictures to send. */
final class Pictures {

	private Pictures() {
	}

	/** A PNG file of that size in {@code folder}, named {@code picture.png}. */
	static Path png(Path folder, int width, int height) {
		var data = new ImageData(width, height, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				data.setPixel(x, y, (x & 0xFF) << 16 | (y & 0xFF) << 8 | 0x80);
			}
		}
		var loader = new ImageLoader();
		loader.data = new ImageData[] { data };
		Path file = folder.resolve("picture.png");
		loader.save(file.toString(), SWT.IMAGE_PNG);
		return file;
	}
}
