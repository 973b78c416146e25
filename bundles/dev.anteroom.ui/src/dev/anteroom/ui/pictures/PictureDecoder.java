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

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

import dev.anteroom.chat.PictureFormat;
import dev.anteroom.ui.pictures.PictureException.Reason;

/**
 * Decodes pictures from strangers in bounded memory: the first bytes, then the header, then only as many pixels as are
 * wanted. SWT's own loader never sees them, since it decodes whatever a header announces.
 */
final class PictureDecoder {

	/** The most pixels a picture may have. */
	static final long MOST_PIXELS = 100_000_000;
	/** The most pixels a side of it may have: those of a JPEG. */
	static final int MOST_SIDE = 65_535;
	/** The most pixels of a result, whatever was asked for. */
	static final int MOST_RESULT = 16_000_000;
	/** The most memory that one decoding takes beside its result, in bytes. */
	static final long MOST_MEMORY = 256L << 20;

	/** What a pixel of a result takes, in bytes. */
	private static final int RESULT_MEMORY = 4;

	private final MemoryBudget budget;

	/** @param budget at least {@link #MOST_MEMORY} and a result */
	PictureDecoder(MemoryBudget budget) {
		this.budget = budget;
	}

	/** Memory for the largest decoding that there may be. */
	static long leastBudget() {
		return MOST_MEMORY + (long) RESULT_MEMORY * MOST_RESULT;
	}

	/** What the header of the picture in {@code file} says. */
	PictureInfo info(Path file, StopSignal stop) throws IOException {
		return read(file, stop, (input, format) -> {
			PixelSource source = source(input, format);
			Point size = source.orientation().size(source.width(), source.height());
			return new PictureInfo(format, size.x, size.y, source.isAnimated());
		});
	}

	/**
	 * The picture in {@code file}, its first frame if it has many.
	 *
	 * @param part       what is wanted of it the right way up, or {@code null} for all
	 * @param mostWidth  of the result; it is never enlarged
	 * @param mostHeight of the result
	 */
	DecodedPicture decode(Path file, Rectangle part, int mostWidth, int mostHeight, StopSignal stop)
			throws IOException {
		return read(file, stop, (input, format) -> {
			PixelSource source = source(input, format);
			Orientation orientation = source.orientation();
			Point size = orientation.size(source.width(), source.height());
			var all = new Rectangle(0, 0, size.x, size.y);
			Rectangle wanted = part == null ? all : part.intersection(all);
			if (wanted.isEmpty()) {
				wanted = new Rectangle(size.x - 1, size.y - 1, 1, 1);
			}
			Point result = part == null ? DecodedPicture.within(size.x, size.y, mostWidth, mostHeight)
					: new Point(Math.clamp(mostWidth, 1, wanted.width), Math.clamp(mostHeight, 1, wanted.height));
			double excess = Math.sqrt((double) result.x * result.y / MOST_RESULT);
			if (excess > 1) {
				result = new Point(Math.max(1, (int) (result.x / excess)), Math.max(1, (int) (result.y / excess)));
			}
			Rectangle stored = orientation.stored(wanted, source.width(), source.height());
			Point target = orientation.size(result.x, result.y);
			Request request = Request.of(stored, target.x, target.y);
			while (source.memory(request) > MOST_MEMORY && request.columns() > 1) {
				request = request.coarser();
			}
			if (source.memory(request) > MOST_MEMORY) {
				throw PictureException.tooLarge(format, size.x, size.y);
			}
			return decode(input, source, request, size, stop);
		});
	}

	private DecodedPicture decode(PictureInput input, PixelSource source, Request request, Point size, StopSignal stop)
			throws IOException {
		long memory = source.memory(request) + (long) RESULT_MEMORY * request.targetWidth() * request.targetHeight();
		budget.take(memory, stop);
		try {
			var scaler = new Scaler(request.targetWidth(), request.targetHeight(), source.orientation());
			boolean truncated = false;
			try {
				source.read(request, scaler, stop);
			} catch (PictureException e) {
				throw e;
			} catch (IOException | RuntimeException e) {
				// Half a picture is better than none, unless the disk or the clock took the other half.
				if (stop.isStopped() || input.failure() != null || !scaler.hasRows()) {
					throw e;
				}
				truncated = true;
			}
			truncated |= source.isTruncated() || !scaler.isComplete();
			return new DecodedPicture(scaler.finish(), size.x, size.y, truncated);
		} finally {
			budget.giveBack(memory);
		}
	}

	/** What reads a picture, with any exception when it can't. */
	@FunctionalInterface
	interface Reading<T> {
		T read(PictureInput input, PictureFormat format) throws IOException;
	}

	/** Reads from {@code file}, and gives every failure its reason. */
	static <T> T read(Path file, StopSignal stop, Reading<T> reading) throws IOException {
		PictureFormat format = PictureFormat.UNKNOWN;
		try (PictureInput input = open(file, stop)) {
			try {
				format = formatOf(input);
				return reading.read(input, format);
			} catch (IOException | RuntimeException | OutOfMemoryError e) {
				throw explain(e, format, input, stop);
			}
		}
	}

	static PictureInput open(Path file, StopSignal stop) throws PictureException {
		try {
			return new PictureInput(file, stop);
		} catch (IOException e) {
			throw PictureException.of(Reason.UNREADABLE, PictureFormat.UNKNOWN, e);
		}
	}

	static PictureException explain(Throwable failure, PictureFormat format, PictureInput input, StopSignal stop) {
		if (stop.isStopped()) {
			return PictureException.of(Reason.TOO_SLOW, format, failure);
		} else if (failure instanceof PictureException e) {
			return e;
		} else if (failure instanceof OutOfMemoryError || failure.getCause() instanceof OutOfMemoryError) {
			return PictureException.of(Reason.NO_MEMORY, format, failure);
		}
		return PictureException.of(input.failure() != null ? Reason.UNREADABLE : Reason.DAMAGED, format, failure);
	}

	/** The format by the first bytes of the file, whatever it is called. */
	static PictureFormat formatOf(PictureInput input) throws IOException {
		var header = new byte[PictureFormat.HEADER_LENGTH];
		input.seek(0);
		int length = 0;
		int count;
		while (length < header.length && (count = input.read(header, length, header.length - length)) > 0) {
			length += count;
		}
		return PictureFormat.of(header, length);
	}

	/**
	 * The picture in {@code input}, whose header is read.
	 *
	 * @throws PictureException for a picture that is not decoded
	 */
	static PixelSource source(PictureInput input, PictureFormat format) throws IOException {
		return switch (format) {
			case PNG -> new PngSource(input);
			case JPEG -> new JpegSource(input);
			case GIF -> new GifSource(input);
			case BMP -> new BmpSource(input);
			case WEBP -> new WebPSource(input);
			case UNKNOWN -> throw PictureException.of(Reason.NOT_A_PICTURE, format);
		};
	}

	/** Fails for a size that is not decoded. */
	static void checkSize(PictureFormat format, int width, int height) throws PictureException {
		if (width <= 0 || height <= 0) {
			throw PictureException.of(Reason.DAMAGED, format);
		}
		if (width > MOST_SIDE || height > MOST_SIDE || (long) width * height > MOST_PIXELS) {
			throw PictureException.tooLarge(format, width, height);
		}
	}
}
