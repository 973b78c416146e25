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
import java.nio.ByteOrder;
import java.util.Arrays;

import dev.anteroom.chat.PictureFormat;
import dev.anteroom.ui.pictures.PictureException.Reason;

/**
 * Reads BMP row by row, in the order of the file: mostly from the bottom up.
 * <p>
 * Sources: Microsoft, Bitmap Storage, BITMAPCOREHEADER to BITMAPV5HEADER, Bitmap Compression; IBM, OS/2 2.0
 * Presentation Manager Programming Guide, Bitmap File Format.
 */
final class BmpSource implements PixelSource {

	private static final int FILE_HEADER = 14;
	private static final int CORE_HEADER = 12;
	private static final int INFO_HEADER = 40;
	private static final int OS2_HEADER = 64;
	/** A header of Microsoft's that holds the masks, the one for alpha among them. */
	private static final int V3_HEADER = 56;
	private static final int MOST_HEADER = 124;

	private static final int UNCOMPRESSED = 0;
	private static final int RLE8 = 1;
	private static final int RLE4 = 2;
	private static final int MASKS = 3;
	private static final int MASKS_WITH_ALPHA = 6;

	private final PictureInput input;
	private final int width;
	private final int height;
	private final boolean topDown;
	private final int bits;
	private final int compression;
	private final int[] palette = new int[256];
	private final BmpMask[] masks;
	private final long start;

	BmpSource(PictureInput input) throws IOException {
		this.input = input;
		input.setByteOrder(ByteOrder.LITTLE_ENDIAN);
		input.seek(10);
		long offset = input.readUnsignedInt();
		int header = input.readInt();
		boolean core = header == CORE_HEADER;
		if (!core && (header < 16 || header > MOST_HEADER)) {
			throw failure(Reason.DAMAGED);
		}
		width = core ? input.readUnsignedShort() : input.readInt();
		int signedHeight = core ? input.readUnsignedShort() : input.readInt();
		height = Math.abs(signedHeight);
		topDown = signedHeight < 0;
		input.skipBytes(2);
		bits = input.readUnsignedShort();
		compression = header >= 20 ? input.readInt() : UNCOMPRESSED;
		PictureDecoder.checkSize(PictureFormat.BMP, width, height);
		checkCompression(header);
		int colors = 0;
		if (header >= 36) {
			input.seek(FILE_HEADER + 32);
			colors = input.readInt();
		}
		masks = bits > 8 ? readMasks(header) : null;
		if (bits <= 8) {
			readPalette(header, core, colors);
		}
		long least = FILE_HEADER + header;
		start = Math.max(offset, least);
	}

	private static PictureException failure(Reason reason) {
		return PictureException.of(reason, PictureFormat.BMP);
	}

	private void checkCompression(int header) throws PictureException {
		boolean known = switch (bits) {
			case 1, 2 -> compression == UNCOMPRESSED;
			case 4 -> compression == UNCOMPRESSED || compression == RLE4;
			case 8 -> compression == UNCOMPRESSED || compression == RLE8;
			case 16, 32 -> compression == UNCOMPRESSED || compression == MASKS || compression == MASKS_WITH_ALPHA;
			case 24 -> compression == UNCOMPRESSED;
			default -> false;
		};
		// In OS/2's header, 3 means another compression.
		if (!known || header == OS2_HEADER && compression == MASKS) {
			throw failure(Reason.UNSUPPORTED);
		}
	}

	private BmpMask[] readMasks(int header) throws IOException {
		if (compression == UNCOMPRESSED) {
			return bits == 16 ? BmpMask.of(0x7C00, 0x3E0, 0x1F, 0) : BmpMask.of(0xFF0000, 0xFF00, 0xFF, 0);
		}
		input.seek(FILE_HEADER + INFO_HEADER);
		int red = input.readInt();
		int green = input.readInt();
		int blue = input.readInt();
		boolean alpha = compression == MASKS_WITH_ALPHA || header >= V3_HEADER && header != OS2_HEADER;
		return BmpMask.of(red, green, blue, alpha ? input.readInt() : 0);
	}

	private void readPalette(int header, boolean core, int colors) throws IOException {
		Arrays.fill(palette, 0xFF000000);
		input.seek(FILE_HEADER + header);
		int count = colors > 0 && colors <= 1 << bits ? colors : 1 << bits;
		for (int i = 0; i < count; i++) {
			int blue = input.readUnsignedByte();
			int green = input.readUnsignedByte();
			palette[i] = 0xFF000000 | input.readUnsignedByte() << 16 | green << 8 | blue;
			if (!core) {
				input.readUnsignedByte();
			}
		}
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
		return topDown ? Orientation.UPRIGHT : Orientation.BOTTOM_UP;
	}

	@Override
	public long memory(Request request) {
		return 0;
	}

	@Override
	public void read(Request request, Scaler target, StopSignal stop) throws IOException {
		boolean runs = compression == RLE8 || compression == RLE4;
		target.begin(request.columns(), request.rows(), runs || masks != null && masks[3].isThere());
		input.seek(start);
		if (runs) {
			readRuns(request, target);
		} else {
			readRows(request, target);
		}
	}

	private void readRows(Request request, Scaler target) throws IOException {
		var row = new byte[(int) (((long) width * bits + 31) / 32 * 4)];
		var argb = new int[request.columns()];
		for (int y = 0; y < request.height(); y += request.step()) {
			input.seek(start + (long) (request.y() + y) * row.length);
			input.readFully(row);
			for (int i = 0, x = request.x(); i < argb.length; i++, x += request.step()) {
				argb[i] = pixel(row, x);
			}
			target.row(argb);
		}
	}

	private int pixel(byte[] row, int x) {
		if (bits <= 8) {
			long bit = (long) x * bits;
			return palette[row[(int) (bit / 8)] >> 8 - bits - (int) (bit % 8) & (1 << bits) - 1];
		}
		int at = x * (bits / 8);
		int low = row[at] & 0xFF | (row[at + 1] & 0xFF) << 8;
		if (bits == 24) {
			return 0xFF000000 | (row[at + 2] & 0xFF) << 16 | low;
		}
		return BmpMask.argb(masks, bits == 16 ? low : low | (row[at + 2] & 0xFF) << 16 | row[at + 3] << 24);
	}

	/** Pixels that no run tells of are transparent, as everywhere else. */
	private void readRuns(Request request, Scaler target) throws IOException {
		var runs = new BmpRuns(input, compression == RLE4, width);
		var argb = new int[request.columns()];
		for (int y = 0; y < request.y() + request.height(); y++) {
			short[] row = runs.next();
			int of = y - request.y();
			if (of >= 0 && of % request.step() == 0) {
				for (int i = 0, x = request.x(); i < argb.length; i++, x += request.step()) {
					argb[i] = row[x] < 0 ? 0 : palette[row[x]];
				}
				target.row(argb);
			}
		}
	}
}
