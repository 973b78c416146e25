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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.PaletteData;

import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;

/** Makes image files to be read. */
final class PictureFiles {

	private PictureFiles() {
	}

	/** Small pictures such as people paste, in {@code folder}. */
	static List<Picture> small(Path folder, int count) throws IOException {
		var pictures = new ArrayList<Picture>();
		for (int i = 0; i < count; i++) {
			Path file = folder.resolve("plot " + i + ".png");
			if (Files.notExists(file)) {
				save(photo(320 + 8 * i, 240, i), SWT.IMAGE_PNG, file);
			}
			pictures.add(Talk.picture(file, PictureFormat.PNG));
		}
		return pictures;
	}

	/** A photograph as a camera of 24 megapixels makes it. */
	static Path photograph(Path folder) {
		Path file = folder.resolve("photograph.jpg");
		save(photo(6_000, 4_000, 1), SWT.IMAGE_JPEG, file);
		return file;
	}

	/** A file of about 107 KiB that says, truly, that it is an image of {@code side} × {@code side} pixels. */
	static Path bomb(Path folder, int side) throws IOException {
		Path file = folder.resolve("bomb.png");
		var data = new ByteArrayOutputStream();
		var deflater = new Deflater(Deflater.BEST_COMPRESSION);
		try (var zlib = new DeflaterOutputStream(data, deflater, 1 << 16)) {
			var row = new byte[1 + (side + 7) / 8];
			for (int y = 0; y < side; y++) {
				zlib.write(row);
			}
		} finally {
			deflater.end();
		}
		try (OutputStream out = Files.newOutputStream(file)) {
			out.write("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
			// One bit of gray per pixel; see ISO/IEC 15948, 11.2.2
			chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(side).putInt(side).put((byte) 1).array());
			chunk(out, "IDAT", data.toByteArray());
			chunk(out, "IEND", new byte[0]);
		}
		return file;
	}

	private static void chunk(OutputStream out, String type, byte[] data) throws IOException {
		byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
		var crc = new CRC32();
		crc.update(name);
		crc.update(data);
		out.write(ByteBuffer.allocate(4).putInt(data.length).array());
		out.write(name);
		out.write(data);
		out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
	}

	/** Smooth colours with a little noise, so that it compresses as photographs do. */
	private static ImageData photo(int width, int height, int seed) {
		var data = new ImageData(width, height, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
		var random = new Random(seed);
		for (int y = 0; y < height; y++) {
			int at = y * data.bytesPerLine;
			for (int x = 0; x < width; x++) {
				int noise = random.nextInt() & 15;
				data.data[at++] = (byte) (x * 200 / width + noise);
				data.data[at++] = (byte) (y * 200 / height + noise);
				data.data[at++] = (byte) (100 + (x / 64 + y / 64 + seed & 1) * 60 + noise);
			}
		}
		return data;
	}

	private static void save(ImageData data, int format, Path file) {
		var loader = new ImageLoader();
		loader.data = new ImageData[] { data };
		loader.compression = format == SWT.IMAGE_JPEG ? 90 : -1;
		loader.save(file.toString(), format);
	}
}
