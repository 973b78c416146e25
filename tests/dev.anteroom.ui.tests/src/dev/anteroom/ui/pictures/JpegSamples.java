/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.pictures;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.util.Arrays;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import dev.anteroom.ui.pictures.Samples.Bytes;
import dev.anteroom.ui.pictures.Samples.Painting;

/** Writes JPEG with the JDK, and puts segments into it. */
final class JpegSamples {

	private JpegSamples() {
	}

	static byte[] write(int width, int height, boolean progressive, Painting painting) {
		var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				image.setRGB(x, y, painting.at(x, y));
			}
		}
		return write(new IIOImage(image, null, null), progressive);
	}

	static byte[] gray(int width, int height, Painting painting) {
		var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 1, null);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				raster.setSample(x, y, 0, painting.at(x, y) & 0xFF);
			}
		}
		return write(new IIOImage(raster, null, null), false);
	}

	/**
	 * Four components as they are.
	 *
	 * @param painting its four bytes are what is stored, first component first
	 */
	static byte[] fourComponents(int width, int height, Painting painting) {
		var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				int value = painting.at(x, y);
				for (int i = 0; i < 4; i++) {
					raster.setSample(x, y, i, value >>> 24 - 8 * i & 0xFF);
				}
			}
		}
		return write(new IIOImage(raster, null, null), false);
	}

	private static byte[] write(IIOImage image, boolean progressive) {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		var bytes = new ByteArrayOutputStream();
		try (var output = new MemoryCacheImageOutputStream(bytes)) {
			ImageWriteParam param = writer.getDefaultWriteParam();
			param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			param.setCompressionQuality(0.95f);
			if (progressive) {
				param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
			}
			writer.setOutput(output);
			writer.write(null, image, param);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

	/** {@code jpeg} with one segment more, before all others. */
	static byte[] with(byte[] jpeg, int marker, byte[] data) {
		return new Bytes(ByteOrder.BIG_ENDIAN).add1(0xFF, 0xD8, 0xFF, marker).add2(data.length + 2).add(data)
				.add(Arrays.copyOfRange(jpeg, 2, jpeg.length)).toArray();
	}

	/** {@code jpeg} without its segments of one kind. */
	static byte[] without(byte[] jpeg, int marker) {
		var result = new Bytes(ByteOrder.BIG_ENDIAN).add1(0xFF, 0xD8);
		int at = 2;
		while ((jpeg[at + 1] & 0xFF) != 0xDA) {
			int end = at + 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
			if ((jpeg[at + 1] & 0xFF) != marker) {
				result.add(Arrays.copyOfRange(jpeg, at, end));
			}
			at = end;
		}
		return result.add(Arrays.copyOfRange(jpeg, at, jpeg.length)).toArray();
	}

	static byte[] adobe(byte[] jpeg, int transform) {
		return with(without(jpeg, 0xEE), 0xEE, new Bytes(ByteOrder.BIG_ENDIAN).add("Adobe").add2(100, 0, 0)
				.add1(transform).toArray());
	}

	static byte[] turned(byte[] jpeg, int orientation, ByteOrder order) {
		return with(jpeg, 0xE1, new Bytes(order).add("Exif\0\0").add(exif(orientation, order)).toArray());
	}

	/** TIFF's header and a directory with the camera's maker and the orientation. */
	static byte[] exif(int orientation, ByteOrder order) {
		return new Bytes(order).add(order == ByteOrder.BIG_ENDIAN ? "MM" : "II").add2(42).add4(8).add2(2)
				.add2(0x010F, 2).add4(4).add("me\0\0").add2(0x0112, 3).add4(1).add2(orientation, 0).add4(0).toArray();
	}
}
