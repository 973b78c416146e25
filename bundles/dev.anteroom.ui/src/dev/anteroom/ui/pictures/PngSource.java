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
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.anteroom.chat.PictureFormat;
import dev.anteroom.ui.pictures.SplicedInput.Piece;

/**
 * Reads the header of a PNG, and its pixels with the reader of the JDK, which is given these and nothing else: no
 * colour profile, no text. Of indexed pixels it is told that they are gray, since with a palette it wants all chunks to
 * the last to be whole. Checksums are not compared: a picture with a few wrong bytes is worth more than none.
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

	private static final int GRAY = 0;
	private static final int RGB = 2;
	private static final int INDEXED = 3;
	private static final int GRAY_ALPHA = 4;
	private static final int RGBA = 6;
	private static final int OPAQUE = 0xFF000000;

	private final PictureInput input;
	private final int width;
	private final int height;
	private final int depth;
	private final int type;
	private final boolean interlaced;
	private Orientation orientation = Orientation.UPRIGHT;
	/** Of PLTE and tRNS, what they hold. */
	private byte[] colors = {};
	private byte[] transparency = {};
	/** Where the first IDAT begins. */
	private final long data;

	PngSource(PictureInput input) throws IOException {
		this.input = input;
		input.seek(8);
		if (input.readInt() != 13 || input.readInt() != IHDR) {
			throw damaged();
		}
		width = input.readInt();
		height = input.readInt();
		depth = input.readUnsignedByte();
		type = input.readUnsignedByte();
		int methods = input.readUnsignedShort();
		int interlace = input.readUnsignedByte();
		boolean known = switch (type) {
			case GRAY -> Integer.bitCount(depth) == 1 && depth <= 16;
			case INDEXED -> Integer.bitCount(depth) == 1 && depth <= 8;
			case RGB, GRAY_ALPHA, RGBA -> depth == 8 || depth == 16;
			default -> false;
		};
		if (!known || methods != 0 || interlace > 1) {
			throw damaged();
		}
		interlaced = interlace == 1;
		input.seek(input.getStreamPosition() + 4);
		PictureDecoder.checkSize(PictureFormat.PNG, width, height);
		data = readUntilData();
	}

	private static PictureException damaged() {
		return PictureException.of(PictureException.Reason.DAMAGED, PictureFormat.PNG);
	}

	private long readUntilData() throws IOException {
		while (true) {
			long start = input.getStreamPosition();
			long length = input.readUnsignedInt();
			int chunk = input.readInt();
			if (chunk == IDAT) {
				return start;
			} else if (chunk == IEND) {
				throw damaged();
			} else if (chunk == PLTE && length <= 3 * 256) {
				colors = readBytes((int) length);
			} else if (chunk == TRNS && length <= 256) {
				transparency = readBytes((int) length);
			} else if (chunk == EXIF && length <= MOST_EXIF) {
				orientation = Exif.orientation(readBytes((int) length));
			}
			input.seek(start + 8 + length + 4);
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

	private boolean isIndexed() {
		return type == INDEXED || type == GRAY && depth <= 8;
	}

	/** Whether one colour is transparent, by its samples. */
	private boolean hasKey() {
		return !isIndexed() && transparency.length == (type == RGB ? 6 : type == GRAY ? 2 : -1);
	}

	private boolean isTranslucent() {
		return isIndexed() ? transparency.length > 0 : type == GRAY_ALPHA || type == RGBA || hasKey();
	}

	@Override
	public long memory(Request request) {
		int samples = isIndexed() ? 1 : (type == RGB || type == RGBA ? 3 : 1) + (isTranslucent() ? 1 : 0);
		return JdkReader.memory(request, samples * Math.ceilDiv(depth, 8));
	}

	@Override
	public void read(Request request, Scaler target, StopSignal stop) throws IOException {
		target.begin(request.columns(), request.rows(), isTranslucent());
		try (var reader = new JdkReader(PictureFormat.PNG, input, pieces(), request.part(), request.step())) {
			reader.read(interlaced, isIndexed() ? palette() : null, stop, (y, argb) -> target.row(argb));
		}
	}

	private List<Piece> pieces() {
		var pieces = new ArrayList<Piece>();
		pieces.add(Piece.of(0, 16));
		ByteBuffer header = ByteBuffer.allocate(13 + 4).putInt(width).putInt(height).put((byte) depth);
		header.put((byte) (type == INDEXED ? GRAY : type)).putShort((short) 0).put((byte) (interlaced ? 1 : 0));
		pieces.add(Piece.of(header.array()));
		if (hasKey()) {
			ByteBuffer key = ByteBuffer.allocate(8 + transparency.length + 4).putInt(transparency.length).putInt(TRNS);
			pieces.add(Piece.of(key.put(transparency).array()));
		}
		pieces.add(Piece.of(data, input.length()));
		return pieces;
	}

	/** ARGB of all samples there may be; those without a colour are black. */
	private int[] palette() {
		var palette = new int[1 << depth];
		Arrays.fill(palette, OPAQUE);
		if (type == GRAY) {
			Arrays.setAll(palette, i -> OPAQUE | i * 255 / (palette.length - 1) * 0x10101);
			if (transparency.length == 2) {
				palette[transparency[1] & palette.length - 1] = 0;
			}
			return palette;
		}
		for (int i = 0; i < Math.min(palette.length, colors.length / 3); i++) {
			palette[i] |= (colors[3 * i] & 0xFF) << 16 | (colors[3 * i + 1] & 0xFF) << 8 | colors[3 * i + 2] & 0xFF;
		}
		for (int i = 0; i < Math.min(palette.length, transparency.length); i++) {
			palette[i] = palette[i] & ~OPAQUE | transparency[i] << 24;
		}
		return palette;
	}
}
