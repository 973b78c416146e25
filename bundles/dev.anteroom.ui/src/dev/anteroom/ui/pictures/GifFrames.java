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
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import dev.anteroom.chat.PictureFormat;
import dev.anteroom.ui.pictures.PictureException.Reason;

/**
 * Walks through the blocks of a GIF from frame to frame, without reading pixels.
 * <p>
 * Sources: CompuServe, GIF89a Specification; Netscape's looping application extension.
 */
final class GifFrames {

	private static final int IMAGE = 0x2C;
	private static final int EXTENSION = 0x21;
	private static final int GRAPHIC_CONTROL = 0xF9;
	private static final int APPLICATION = 0xFF;
	private static final int FILE_HEADER = 6;

	private final PictureInput input;
	private final int width;
	private final int height;
	private final int[] palette;
	private final long firstBlock;
	private long nextBlock;
	private int repetitions = 1;
	private int disposal;
	private int delay;
	private int transparent;

	GifFrames(PictureInput input) throws IOException {
		this.input = input;
		input.setByteOrder(ByteOrder.LITTLE_ENDIAN);
		input.seek(FILE_HEADER);
		int screenWidth = input.readUnsignedShort();
		int screenHeight = input.readUnsignedShort();
		int flags = input.readUnsignedByte();
		input.skipBytes(2);
		palette = (flags & 0x80) != 0 ? readPalette(flags) : gray();
		firstBlock = input.getStreamPosition();
		nextBlock = firstBlock;
		GifFrame frame = next();
		if (frame == null) {
			throw PictureException.of(Reason.DAMAGED, PictureFormat.GIF);
		}
		// Some writers leave it to the first frame.
		width = screenWidth > 0 ? screenWidth : frame.x() + frame.width();
		height = screenHeight > 0 ? screenHeight : frame.y() + frame.height();
		rewind();
	}

	/** Of the screen that frames are painted on. */
	int width() {
		return width;
	}

	/** Of the screen that frames are painted on. */
	int height() {
		return height;
	}

	/** How often it is to be played, as far as it was read; 0 means for ever. */
	int repetitions() {
		return repetitions;
	}

	/** Begins again. */
	void rewind() {
		nextBlock = firstBlock;
	}

	/** The next frame, or {@code null} when there is none; an end without a trailer is one. */
	GifFrame next() throws IOException {
		disposal = 0;
		delay = 0;
		transparent = -1;
		input.seek(nextBlock);
		try {
			while (true) {
				int block = input.read();
				if (block == IMAGE) {
					return readFrame();
				} else if (block == EXTENSION) {
					readExtension();
				} else if (block != 0) {
					// The trailer, the end of the file, or nonsense.
					return null;
				}
			}
		} catch (EOFException e) {
			return null;
		}
	}

	private GifFrame readFrame() throws IOException {
		int x = input.readUnsignedShort();
		int y = input.readUnsignedShort();
		int frameWidth = input.readUnsignedShort();
		int frameHeight = input.readUnsignedShort();
		int flags = input.readUnsignedByte();
		int[] colors = (flags & 0x80) != 0 ? readPalette(flags) : palette.clone();
		if (transparent >= 0) {
			colors[transparent] = 0;
		}
		long data = input.getStreamPosition();
		var frame = new GifFrame(x, y, frameWidth, frameHeight, (flags & 0x40) != 0, colors, transparent >= 0, disposal,
				delay, data);
		input.readUnsignedByte();
		nextBlock = input.length();
		try {
			skipBlocks();
			nextBlock = input.getStreamPosition();
		} catch (EOFException e) {
			// The last one, and not all of it.
		}
		return frame;
	}

	private void readExtension() throws IOException {
		int label = input.readUnsignedByte();
		long start = input.getStreamPosition();
		int length = input.readUnsignedByte();
		if (label == GRAPHIC_CONTROL && length == 4) {
			int flags = input.readUnsignedByte();
			disposal = flags >> 2 & 7;
			delay = input.readUnsignedShort();
			int index = input.readUnsignedByte();
			transparent = (flags & 1) != 0 ? index : -1;
		} else if (label == APPLICATION && length == 11) {
			readRepetitions();
		}
		input.seek(start);
		skipBlocks();
	}

	private void readRepetitions() throws IOException {
		var name = new byte[11];
		input.readFully(name);
		var text = new String(name, StandardCharsets.ISO_8859_1);
		if ((text.equals("NETSCAPE2.0") || text.equals("ANIMEXTS1.0")) && input.readUnsignedByte() >= 3
				&& input.readUnsignedByte() == 1) {
			int more = input.readUnsignedShort();
			repetitions = more == 0 ? 0 : more + 1;
		}
	}

	private void skipBlocks() throws IOException {
		int length;
		while ((length = input.readUnsignedByte()) > 0) {
			input.seek(input.getStreamPosition() + length);
		}
	}

	private int[] readPalette(int flags) throws IOException {
		var colors = new int[256];
		int count = 2 << (flags & 7);
		for (int i = 0; i < count; i++) {
			int red = input.readUnsignedByte();
			int green = input.readUnsignedByte();
			colors[i] = 0xFF000000 | red << 16 | green << 8 | input.readUnsignedByte();
		}
		for (int i = count; i < colors.length; i++) {
			colors[i] = 0xFF000000;
		}
		return colors;
	}

	private static int[] gray() {
		var colors = new int[256];
		for (int i = 0; i < colors.length; i++) {
			colors[i] = 0xFF000000 | i * 0x10101;
		}
		return colors;
	}
}
