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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.ui.UiThread;
import dev.anteroom.ui.pictures.PictureLoader;
import dev.anteroom.ui.preview.Viewport.Spot;

/** From a file to what is seen, with nothing in between replaced. */
class PreviewRenderingTest {

	private static final int WIDTH = 6_000;
	private static final int HEIGHT = 4_000;
	/** Of the squares of the picture, each in a colour of its own. */
	private static final int SIDE = 200;

	@TempDir
	private Path folder;

	@Test
	void whatIsSeenIsWhatLiesThereInEveryView() throws IOException {
		Picture picture = squares();
		try (var stage = new PreviewStage(new PictureLoader())) {
			UiThread thread = stage.thread;
			PictureCanvas canvas = stage.preview.canvas();
			stage.show(stage.add(picture));
			thread.await("the picture", canvas::hasImage);
			for (int turn = 0; turn < 4; turn++) {
				compare(stage, canvas);
				stage.press('1', 0);
				compare(stage, canvas);
				thread.act(() -> canvas.setView(canvas.view().movedTo(-1_234, -567)));
				compare(stage, canvas);
				thread.act(() -> canvas.setView(canvas.view().zoomedTo(0.3, 50, 70)));
				compare(stage, canvas);
				stage.press('0', 0);
				stage.press('r', 0);
			}
			assertFalse(thread.ui(canvas::isDisposed));
		}
	}

	@Test
	void squaresAreSeenThroughATransparentPicture() throws IOException {
		Path file = folder.resolve("clear.png");
		ImageIO.write(new BufferedImage(300, 300, BufferedImage.TYPE_INT_ARGB), "png", file.toFile());
		try (var stage = new PreviewStage(new PictureLoader())) {
			stage.show(stage.add(new Picture(file, "clear.png", Files.size(file), PictureFormat.PNG)));
			PictureCanvas canvas = stage.preview.canvas();
			stage.thread.await("the picture", canvas::hasImage);
			long colors = stage.thread.ui(() -> {
				ImageData seen = seen(canvas);
				Rectangle bounds = canvas.pictureBounds();
				return IntStream.range(0, 40)
						.map(i -> seen.getPixel(bounds.x + 20 + i, bounds.y + 20)).distinct().count();
			});
			assertEquals(2, colors);
		}
	}

	private static void compare(PreviewStage stage, PictureCanvas canvas) {
		stage.thread.await("a sharp picture", canvas::isSharp);
		stage.thread.act(() -> {
			ImageData seen = seen(canvas);
			Viewport view = canvas.view();
			double scale = canvas.scale();
			int compared = 0;
			for (int x = 20; x < seen.width - 20; x += 17) {
				for (int y = 20; y < seen.height - 20; y += 13) {
					Spot there = view.toPicture((x + 0.5) * scale, (y + 0.5) * scale);
					if (isWithinSquare(there, 3 / view.zoom())) {
						RGB rgb = seen.palette.getRGB(seen.getPixel(x, y));
						Color expected = color((int) there.x() / SIDE, (int) there.y() / SIDE);
						assertEquals(expected, new Color(rgb.red, rgb.green, rgb.blue), there + " of " + view);
						compared++;
					}
				}
			}
			assertTrue(compared > 50, view::toString);
		});
	}

	/** Away from where two squares meet, and from the picture's edges. */
	private static boolean isWithinSquare(Spot spot, double margin) {
		return spot.x() > 0 && spot.y() > 0 && spot.x() < WIDTH && spot.y() < HEIGHT
				&& Math.abs(spot.x() % SIDE - SIDE / 2.0) < SIDE / 2.0 - margin
				&& Math.abs(spot.y() % SIDE - SIDE / 2.0) < SIDE / 2.0 - margin;
	}

	private static ImageData seen(PictureCanvas canvas) {
		Rectangle area = canvas.getClientArea();
		var image = new Image(canvas.getDisplay(), area.width, area.height);
		var gc = new GC(image);
		canvas.print(gc);
		gc.dispose();
		ImageData data = image.getImageData(100);
		image.dispose();
		return data;
	}

	private static Color color(int column, int row) {
		return new Color(8 * column, 12 * row, (column + row) % 2 == 0 ? 255 : 0);
	}

	private Picture squares() throws IOException {
		var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		for (int column = 0; column < WIDTH / SIDE; column++) {
			for (int row = 0; row < HEIGHT / SIDE; row++) {
				graphics.setColor(color(column, row));
				graphics.fillRect(column * SIDE, row * SIDE, SIDE, SIDE);
			}
		}
		graphics.dispose();
		Path file = folder.resolve("squares.png");
		ImageIO.write(image, "png", file.toFile());
		return new Picture(file, "squares.png", Files.size(file), PictureFormat.PNG);
	}
}
