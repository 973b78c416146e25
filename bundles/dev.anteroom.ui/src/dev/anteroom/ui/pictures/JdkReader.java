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

import java.awt.Rectangle;
import java.awt.image.Raster;
import java.io.EOFException;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

import dev.anteroom.chat.PictureFormat;
import dev.anteroom.ui.pictures.SplicedInput.Piece;

/**
 * A reader of the JDK, which reads a part of one picture from what it is given of the file. One thread; to be closed.
 */
final class JdkReader implements AutoCloseable {

	/** Takes rows of pixels, top to bottom, each once. */
	interface Rows {
		/**
		 * @param y    among those that were read
		 * @param argb not premultiplied; overwritten by the next row
		 */
		void row(int y, int[] argb);
	}

	private final SplicedInput input;
	private final ImageReader reader;
	private final ImageReadParam param;
	private final int columns;
	private final int rows;
	private boolean complained;

	/**
	 * @param pieces what the reader sees of {@code file}: as little as possible, since all of it is from a stranger
	 * @param part   what is read, inside of the picture
	 * @param step   one in so many columns and rows is read, the first being taken
	 */
	JdkReader(PictureFormat format, PictureInput file, List<Piece> pieces, Rectangle part, int step)
			throws IOException {
		reader = reader(format);
		input = new SplicedInput(file, pieces);
		param = reader.getDefaultReadParam();
		param.setSourceRegion(part);
		param.setSourceSubsampling(step, step, 0, 0);
		columns = Math.ceilDiv(part.width, step);
		rows = Math.ceilDiv(part.height, step);
	}

	/** What {@link #read} takes, in bytes. */
	static long memory(Request request, int bytesPerPixel) {
		long pixels = (long) request.columns() * request.rows();
		return bytesPerPixel * pixels + pixels / 8;
	}

	/** The reader of the JDK, whatever else somebody has registered. */
	private static ImageReader reader(PictureFormat format) throws IOException {
		String name = format.name().toLowerCase(Locale.ROOT);
		Iterator<ImageReaderSpi> readers = IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class,
				true);
		while (readers.hasNext()) {
			ImageReaderSpi reader = readers.next();
			if (reader.getClass().getModule() == ImageReader.class.getModule()
					&& List.of(reader.getFormatNames()).contains(name)) {
				return reader.createReaderInstance();
			}
		}
		throw PictureException.of(PictureException.Reason.UNSUPPORTED, format);
	}

	/**
	 * Reads all pixels, then tells {@code target}. When some are missing this fails, and tells of the others before.
	 *
	 * @param interlaced whether the pixels come in several passes; missing ones are then like others nearby
	 * @param palette    ARGB of each sample, for pixels of one; or {@code null}
	 */
	void read(boolean interlaced, int[] palette, StopSignal stop, Rows target) throws IOException {
		var pixels = new JdkPixels(columns, rows, interlaced);
		reader.addIIOReadUpdateListener(pixels);
		try {
			read(stop, () -> reader.read(0, param));
			if (!pixels.isComplete()) {
				throw new EOFException();
			}
		} finally {
			if (!stop.isStopped()) {
				pixels.tell(palette, target);
			}
		}
	}

	/** Reads all pixels, not converted to any colour space; only of a JPEG. */
	Raster readRaster(StopSignal stop) throws IOException {
		reader.addIIOReadWarningListener((from, warning) -> complained = true);
		return read(stop, () -> reader.readRaster(0, param));
	}

	/** Whether something was not as it should be, although the raster could be read. */
	boolean hasComplained() {
		return complained;
	}

	private interface Reading<T> {
		T read() throws IOException;
	}

	private <T> T read(StopSignal stop, Reading<T> reading) throws IOException {
		reader.setInput(input, true, true);
		stop.whenStopped(reader::abort);
		try {
			T result = reading.read();
			stop.check();
			return result;
		} finally {
			stop.whenStopped(null);
		}
	}

	@Override
	public void close() throws IOException {
		reader.dispose();
		input.close();
	}
}
