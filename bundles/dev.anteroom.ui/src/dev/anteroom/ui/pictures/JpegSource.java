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

import java.awt.image.Raster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import dev.anteroom.chat.PictureFormat;
import dev.anteroom.ui.pictures.SplicedInput.Piece;

/**
 * Reads JPEG: small ones of large ones by {@link JpegThumbnail}, others by the reader of the JDK, which is given what
 * it needs and nothing else: no colour profile, no embedded thumbnail, no text.
 */
final class JpegSource implements PixelSource {

	private final PictureInput input;
	private final JpegHeader header;
	private boolean truncated;

	JpegSource(PictureInput input) throws IOException {
		this.input = input;
		header = JpegHeader.read(input);
	}

	@Override
	public int width() {
		return header.width();
	}

	@Override
	public int height() {
		return header.height();
	}

	@Override
	public Orientation orientation() {
		return header.orientation();
	}

	@Override
	public boolean isTruncated() {
		return truncated;
	}

	@Override
	public long memory(Request request) {
		return isSmall(request) ? JpegThumbnail.memory(header)
				: (long) header.components().size() * request.columns() * request.rows() + coefficients();
	}

	/** What the reader keeps of a picture in several scans until the last one: two bytes for each sample. */
	private long coefficients() {
		if (!header.severalScans()) {
			return 0;
		}
		long unit = header.components().stream().mapToLong(component -> component.across() * component.down()).sum();
		long units = (long) Math.ceilDiv(width(), 8 * header.mostAcross())
				* Math.ceilDiv(height(), 8 * header.mostDown());
		return 2 * 64 * unit * units;
	}

	/** Whether a pixel for each 8 × 8 is enough, or all that can be afforded since the reader keeps too much. */
	private boolean isSmall(Request request) {
		return request.width() / JpegThumbnail.SCALE >= request.targetWidth()
				&& request.height() / JpegThumbnail.SCALE >= request.targetHeight()
				|| coefficients() > PictureDecoder.MOST_MEMORY / 2;
	}

	@Override
	public void read(Request request, Scaler target, StopSignal stop) throws IOException {
		if (isSmall(request)) {
			new JpegThumbnail(input, header).read(request, target);
			return;
		}
		try (var reader = new JdkReader(PictureFormat.JPEG, input, pieces(), request.part(), request.step())) {
			Raster raster = reader.readRaster(stop);
			// The reader makes up what is missing at the end, and complains.
			truncated = input.hasEnded() && reader.hasComplained();
			pass(raster, target);
		}
	}

	private List<Piece> pieces() {
		var pieces = new ArrayList<Piece>();
		pieces.add(Piece.of(0, 2));
		header.tables().forEach(table -> pieces.add(Piece.of(table[0], table[1])));
		pieces.add(Piece.of(header.firstScan(), Math.max(header.firstScan(), input.length() + 1)));
		return pieces;
	}

	private void pass(Raster raster, Scaler target) {
		int bands = raster.getNumBands();
		var samples = new byte[bands * raster.getWidth()];
		var argb = new int[raster.getWidth()];
		target.begin(raster.getWidth(), raster.getHeight(), false);
		for (int y = 0; y < raster.getHeight(); y++) {
			raster.getDataElements(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, samples);
			for (int x = 0; x < argb.length; x++) {
				argb[x] = header.colors().argb(samples, bands * x);
			}
			target.row(argb);
		}
	}
}
