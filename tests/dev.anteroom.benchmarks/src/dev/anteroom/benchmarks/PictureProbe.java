/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.CompletionException;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;

import dev.anteroom.chat.PictureFormat;
import dev.anteroom.ui.pictures.PictureLoader;

/** Makes a thumbnail. Arguments: who makes it, image file, small image file to begin with. */
final class PictureProbe {

	/** Who makes it. */
	enum Kind {
		ANTEROOM("Anteroom"), IMAGE_LOADER("ImageLoader");

		private final String label;

		Kind(String label) {
			this.label = label;
		}

		@Override
		public String toString() {
			return label;
		}
	}

	private PictureProbe() {
	}

	public static void main(String[] args) throws Exception {
		boolean anteroom = args[0].equals(Kind.ANTEROOM.toString());
		thumbnail(anteroom, Path.of(args[2]));
		Memory.heap();
		double before = Memory.resetPeak();
		long start = System.nanoTime();
		String outcome = thumbnail(anteroom, Path.of(args[1]));
		Child.tell("millis", (System.nanoTime() - start) / 1e6);
		Child.tell("memory", Memory.peak() - before);
		Child.tell("outcome", outcome);
		System.exit(0); // Whatever the decoding threads are doing
	}

	private static String thumbnail(boolean anteroom, Path file) throws Exception {
		try {
			ImageData data = anteroom ? ours(file) : theirs(file);
			return data.width + " × " + data.height;
		} catch (CompletionException e) {
			return "refused: " + e.getCause().getClass().getSimpleName();
		} catch (RuntimeException | OutOfMemoryError e) {
			return "failed: " + e.getClass().getSimpleName();
		}
	}

	private static ImageData ours(Path file) throws Exception {
		return new PictureLoader().thumbnail(Talk.picture(file, PictureFormat.of(file))).join().data();
	}

	private static ImageData theirs(Path file) {
		ImageData data = new ImageLoader().load(file.toString())[0];
		double scale = Math.min(1, Math.min(480.0 / data.width, 320.0 / data.height));
		return data.scaledTo(Math.max(1, (int) (scale * data.width)), Math.max(1, (int) (scale * data.height)));
	}
}
