/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.composer;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;

/**
 * Pictures from the clipboard that have no file: each becomes a PNG in a temporary folder of ours. They are written one
 * after another on a thread that ends when it is idle, so that one at a time is in memory twice. What is not discarded
 * goes when the process does.
 */
final class PastedPictures {

	/** The most pixels a picture may have. */
	static final long MOST_PIXELS = 100_000_000;

	private static final System.Logger LOG = System.getLogger(PastedPictures.class.getName());
	private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'pasted_'yyyyMMdd_HHmmss");

	private final Executor writer;
	private Path folder;
	private String lastTime;
	private int number;

	PastedPictures() {
		var pool = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
			var thread = new Thread(task, "anteroom-clipboard");
			thread.setDaemon(true);
			return thread;
		});
		pool.allowCoreThreadTimeOut(true);
		writer = pool;
	}

	/** Whether {@code data} is small enough to be taken. */
	static boolean isAcceptable(ImageData data) {
		return (long) data.width * data.height <= MOST_PIXELS;
	}

	/** The picture {@code data}, which is not to be changed from now on. */
	Attachment take(ImageData data) {
		CompletableFuture<Path> file = CompletableFuture.supplyAsync(() -> {
			try {
				return write(data);
			} catch (IOException | OutOfMemoryError e) {
				throw new UncheckedIOException(e instanceof IOException io ? io : new IOException(e));
			}
		}, writer);
		return Attachment.pasted(file, () -> file.thenAcceptAsync(PastedPictures::delete, writer));
	}

	private Path write(ImageData data) throws IOException {
		if (folder == null || !Files.isDirectory(folder)) {
			folder = Files.createTempDirectory("anteroom-pasted-");
			folder.toFile().deleteOnExit();
		}
		Path file = folder.resolve(freshName());
		file.toFile().deleteOnExit();
		try {
			ImageIO.write(image(data), "png", file.toFile());
			return file;
		} catch (IOException | RuntimeException e) {
			delete(file);
			throw e instanceof IOException io ? io : new IOException(e);
		}
	}

	/** The name is told to the person and stands in the log, so it is short and legible. None comes twice. */
	private String freshName() {
		String time = LocalDateTime.now().format(NAME);
		number = time.equals(lastTime) ? number + 1 : 1;
		lastTime = time;
		return time + (number == 1 ? "" : "_" + number) + ".png";
	}

	private static void delete(Path file) {
		try {
			Files.deleteIfExists(file);
		} catch (IOException e) {
			LOG.log(Level.WARNING, "A pasted picture could not be removed", e);
		}
	}

	private static BufferedImage image(ImageData data) {
		boolean translucent = data.alphaData != null || data.alpha != -1;
		var image = new BufferedImage(data.width, data.height,
				translucent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
		var row = new int[data.width];
		var alphas = new byte[data.width];
		for (int y = 0; y < data.height; y++) {
			data.getPixels(0, y, data.width, row, 0);
			if (translucent) {
				data.getAlphas(0, y, data.width, alphas, 0);
			}
			for (int x = 0; x < data.width; x++) {
				row[x] = (translucent ? alphas[x] << 24 : 0xFF000000) | rgb(row[x], data.palette);
			}
			image.setRGB(0, y, data.width, 1, row, 0, data.width);
		}
		return image;
	}

	private static int rgb(int pixel, PaletteData palette) {
		if (!palette.isDirect) {
			var colour = palette.getRGB(pixel);
			return colour.red << 16 | colour.green << 8 | colour.blue;
		}
		return shifted(pixel & palette.redMask, palette.redShift) << 16
				| shifted(pixel & palette.greenMask, palette.greenShift) << 8
				| shifted(pixel & palette.blueMask, palette.blueShift);
	}

	private static int shifted(int bits, int shift) {
		return shift < 0 ? bits >>> -shift : bits << shift;
	}
}
