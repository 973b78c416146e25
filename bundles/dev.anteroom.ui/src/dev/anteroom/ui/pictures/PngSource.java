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

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import dev.anteroom.chat.PictureFormat;

/**
 * Reads PNG row by row, so that its memory does not depend on how many rows there are. Checksums are not compared: a
 * picture with a few wrong bytes is worth more than none.
 * <p>
 * Source: W3C, Portable Network Graphics (PNG) Specification (Third Edition).
 */
final class PngSource implements PixelSource {

	private static final int IHDR = 0x49484452;
	private static final int PLTE = 0x504C5445;
	private static final int TRNS = 0x74524E53;
	private static final int EXIF = 0x65584966;
	private static final int IDAT = 0x49444154;
	private static final int IEND = 0x49454E44;
	private static final int MOST_EXIF = 1 << 16;

	/** The passes of Adam7: first column and row, distance between columns and rows. */
	private static final int[][] PASSES = { { 0, 0, 8, 8 }, { 4, 0, 8, 8 }, { 0, 4, 4, 8 }, { 2, 0, 4, 4 },
			{ 0, 2, 2, 4 }, { 1, 0, 2, 2 }, { 0, 1, 1, 2 } };

	private final PictureInput input;
	private final int width;
	private final int height;
	private final PngPixels pixels;
	private final boolean interlaced;
	private final Orientation orientation;
	private final byte[] compressed = new byte[8 * 1024];
	/** How much of the current IDAT has not been read yet. */
	private long left;

	PngSource(PictureInput input) throws IOException {
		this.input = input;
		input.seek(8);
		if (input.readInt() != 13 || input.readInt() != IHDR) {
			throw damaged();
		}
		width = input.readInt();
		height = input.readInt();
		int depth = input.readUnsignedByte();
		int type = input.readUnsignedByte();
		int methods = input.readUnsignedShort();
		int interlace = input.readUnsignedByte();
		pixels = PngPixels.of(depth, type);
		if (pixels == null || methods != 0 || interlace > 1) {
			throw damaged();
		}
		interlaced = interlace == 1;
		input.seek(input.getStreamPosition() + 4);
		PictureDecoder.checkSize(PictureFormat.PNG, width, height);
		orientation = readUntilData();
	}

	private static PictureException damaged() {
		return PictureException.of(PictureException.Reason.DAMAGED, PictureFormat.PNG);
	}

	private Orientation readUntilData() throws IOException {
		Orientation found = Orientation.UPRIGHT;
		while (true) {
			long length = input.readUnsignedInt();
			int type = input.readInt();
			long end = input.getStreamPosition() + length + 4;
			if (type == IDAT) {
				left = length;
				return found;
			} else if (type == IEND) {
				throw damaged();
			} else if (type == PLTE && length <= 3 * 256) {
				pixels.setPalette(readBytes((int) length));
			} else if (type == TRNS && length <= 256) {
				pixels.setTransparency(readBytes((int) length));
			} else if (type == EXIF && length <= MOST_EXIF) {
				found = Exif.orientation(readBytes((int) length));
			}
			input.seek(end);
		}
	}

	private byte[] readBytes(int length) throws IOException {
		var bytes = new byte[length];
		input.readFully(bytes);
		return bytes;
	}

	@Override
	public int width() {
		return width;
	}

	@Override
	public int height() {
		return height;
	}

	@Override
	public Orientation orientation() {
		return orientation;
	}

	@Override
	public long memory(Request request) {
		return interlaced ? 4L * request.columns() * request.rows() : 0;
	}

	@Override
	public void read(Request request, Scaler target, StopSignal stop) throws IOException {
		target.begin(request.columns(), request.rows(), pixels.isTranslucent());
		var inflater = new Inflater();
		try {
			if (interlaced) {
				readInterlaced(inflater, request, target);
			} else {
				readRows(inflater, request, target);
			}
		} catch (DataFormatException e) {
			throw new IOException(e);
		} finally {
			inflater.end();
		}
	}

	private void readRows(Inflater inflater, Request request, Scaler target) throws IOException, DataFormatException {
		var rows = new PngRows(pixels, width);
		var argb = new int[request.columns()];
		for (int y = 0; y < request.y() + request.height(); y++) {
			inflate(inflater, rows.next());
			rows.unfilter();
			int of = y - request.y();
			if (of >= 0 && of % request.step() == 0) {
				pixels.unpack(rows.current(), request.x(), request.step(), argb);
				target.row(argb);
			}
		}
	}

	private void readInterlaced(Inflater inflater, Request request, Scaler target)
			throws IOException, DataFormatException {
		var canvas = new int[request.columns() * request.rows()];
		boolean any = false;
		try {
			for (int[] pass : PASSES) {
				int columns = Math.ceilDiv(width - pass[0], pass[2]);
				var rows = new PngRows(pixels, columns);
				var argb = new int[Math.max(0, columns)];
				for (int y = pass[1]; y < height && columns > 0; y += pass[3]) {
					inflate(inflater, rows.next());
					rows.unfilter();
					pixels.unpack(rows.current(), 0, 1, argb);
					paint(argb, pass, y, request, canvas);
					any = true;
				}
			}
		} finally {
			// An early end leaves the picture whole but coarse.
			if (any) {
				for (int y = 0; y < request.rows(); y++) {
					target.row(Arrays.copyOfRange(canvas, y * request.columns(), (y + 1) * request.columns()));
				}
			}
		}
	}

	/** Paints each pixel of a pass as large as the room that only later passes will fill. */
	private static void paint(int[] argb, int[] pass, int y, Request request, int[] canvas) {
		int step = request.step();
		int blockHeight = pass[1] > 0 ? pass[1] : pass[3];
		int blockWidth = pass[0] > 0 ? pass[0] : pass[2];
		int top = Math.max(0, Math.ceilDiv(y - request.y(), step));
		int bottom = Math.min(request.rows(), Math.ceilDiv(y + blockHeight - request.y(), step));
		if (top >= bottom) {
			return;
		}
		for (int i = 0; i < argb.length; i++) {
			int x = pass[0] + i * pass[2] - request.x();
			int begin = Math.max(0, Math.ceilDiv(x, step));
			int end = Math.min(request.columns(), Math.ceilDiv(x + blockWidth, step));
			for (int row = top; row < bottom && begin < end; row++) {
				Arrays.fill(canvas, row * request.columns() + begin, row * request.columns() + end, argb[i]);
			}
		}
	}

	/** Fills {@code row} from as many IDAT chunks as it takes. */
	private void inflate(Inflater inflater, byte[] row) throws IOException, DataFormatException {
		int done = 0;
		while (done < row.length) {
			int count = inflater.inflate(row, done, row.length - done);
			done += count;
			if (count == 0) {
				if (inflater.finished() || inflater.needsDictionary()) {
					throw new EOFException();
				}
				feed(inflater);
			}
		}
	}

	private void feed(Inflater inflater) throws IOException {
		while (left == 0) {
			input.seek(input.getStreamPosition() + 4);
			left = input.readUnsignedInt();
			if (input.readInt() != IDAT) {
				throw new EOFException();
			}
		}
		int count = input.read(compressed, 0, (int) Math.min(compressed.length, left));
		if (count < 0) {
			throw new EOFException();
		}
		left -= count;
		inflater.setInput(compressed, 0, count);
	}
}
