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
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

import dev.anteroom.chat.PictureFormat;
import dev.anteroom.ui.pictures.PictureException.Reason;
import dev.anteroom.ui.pictures.SplicedInput.Piece;

/**
 * Reads the header of a BMP, and its pixels with the reader of the JDK, in the order of the file: mostly from the
 * bottom up. Pixels that runs pass over have the first colour. The alpha of 16 bit pixels is not looked at.
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
	private static final int V4_HEADER = 108;
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
	/** Of red, green, blue and alpha; 0 if there is none. */
	private final int[] masks;
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
		masks = bits > 8 ? readMasks(header) : new int[4];
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
			case 1 -> compression == UNCOMPRESSED;
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

	private int[] readMasks(int header) throws IOException {
		if (compression == UNCOMPRESSED) {
			return bits == 16 ? new int[] { 0x7C00, 0x3E0, 0x1F, 0 } : new int[] { 0xFF0000, 0xFF00, 0xFF, 0 };
		}
		input.seek(FILE_HEADER + INFO_HEADER);
		int red = input.readInt();
		int green = input.readInt();
		int blue = input.readInt();
		boolean alpha = compression == MASKS_WITH_ALPHA || header >= V3_HEADER && header != OS2_HEADER;
		return new int[] { red, green, blue, alpha ? input.readInt() : 0 };
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
		long pixels = JdkReader.memory(request, Math.ceilDiv(bits, 8));
		// The reader wants all runs at once, and joins pieces of them.
		return isRuns() ? pixels + 2 * input.length() : pixels;
	}

	private boolean isRuns() {
		return compression == RLE8 || compression == RLE4;
	}

	private int rowLength() {
		return (int) (((long) width * bits + 31) / 32 * 4);
	}

	@Override
	public void read(Request request, Scaler target, StopSignal stop) throws IOException {
		target.begin(request.columns(), request.rows(), bits == 32 && masks[3] != 0);
		Rectangle part = request.part();
		if (!isRuns()) {
			// The reader would make up the rows that are missing.
			long there = Math.max(0, input.length() - start) / rowLength();
			part.height = (int) Math.min(part.height, there - part.y);
			if (part.height <= 0) {
				throw new EOFException();
			}
		}
		var pieces = List.of(Piece.of(header()), Piece.of(start, Math.max(start, input.length())));
		try (var reader = new JdkReader(PictureFormat.BMP, input, pieces, part, request.step())) {
			reader.read(false, bits <= 8 ? palette : null, stop, (y, argb) -> target.row(argb));
		}
	}

	/**
	 * A header that the reader knows, whatever the file has; with it all sizes are true. It says that the rows begin at
	 * the top. The colours of its palette are not looked at.
	 */
	private byte[] header() {
		int colors = bits <= 8 ? 1 << bits : 0;
		int offset = FILE_HEADER + V4_HEADER + 4 * colors;
		int size = isRuns() ? (int) Math.max(0, input.length() - start) : rowLength() * height;
		ByteBuffer header = ByteBuffer.allocate(offset).order(ByteOrder.LITTLE_ENDIAN);
		header.put((byte) 'B').put((byte) 'M').putInt(offset + size).putInt(0).putInt(offset);
		header.putInt(V4_HEADER).putInt(width).putInt(-height).putShort((short) 1).putShort((short) bits);
		header.putInt(compression == MASKS_WITH_ALPHA ? MASKS : compression).putInt(size).putLong(0).putLong(0);
		for (int mask : masks) {
			header.putInt(mask);
		}
		return header.array();
	}
}
