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
import java.util.List;

import dev.anteroom.ui.pictures.JpegHeader.Component;

/**
 * Reads a JPEG at an eighth of its size: the first coefficient of each block is the average of its 64 pixels, and the
 * others need not be computed. Of a progressive picture only the scan with these coefficients is read.
 * <p>
 * Source: ITU-T T.81, annexes B, F and G.
 */
final class JpegThumbnail {

	/** How many pixels become one, across and down. */
	static final int SCALE = 8;

	private static final int DHT = 0xC4;
	private static final int DQT = 0xDB;
	private static final int DRI = 0xDD;
	private static final int SOS = 0xDA;
	private static final int EOI = 0xD9;

	private final PictureInput input;
	private final JpegHeader header;
	private final int mostAcross;
	private final int mostDown;
	private final Plane[] planes;
	private final int[] quantizers = new int[4];
	private final JpegCodes[] dcCodes = new JpegCodes[4];
	private final JpegCodes[] acCodes = new JpegCodes[4];
	private int restartInterval;

	/** The averages of one component; what is missing is gray. */
	private static final class Plane {
		final Component component;
		/** Blocks that the picture has. */
		final int width;
		final int height;
		/** Blocks that are stored: the last units are filled up. */
		final int stride;
		final byte[] samples;
		int rows;
		int prediction;

		Plane(Component component, JpegHeader header) {
			this.component = component;
			width = blocks(header.width(), component.across(), header.mostAcross());
			height = blocks(header.height(), component.down(), header.mostDown());
			stride = Math.ceilDiv(header.width(), SCALE * header.mostAcross()) * component.across();
			samples = new byte[stride * (Math.ceilDiv(header.height(), SCALE * header.mostDown()) * component.down())];
			Arrays.fill(samples, (byte) 128);
		}

		private static int blocks(int pixels, int factor, int most) {
			return Math.ceilDiv(Math.ceilDiv(pixels * factor, most), SCALE);
		}
	}

	JpegThumbnail(PictureInput input, JpegHeader header) {
		this.input = input;
		this.header = header;
		mostAcross = header.mostAcross();
		mostDown = header.mostDown();
		planes = header.components().stream().map(component -> new Plane(component, header)).toArray(Plane[]::new);
	}

	/** In bytes. */
	static long memory(JpegHeader header) {
		return (long) header.components().size() * (header.width() / SCALE + 4) * (header.height() / SCALE + 4);
	}

	/** Tells {@code target} a pixel for each block of the part that is wanted. */
	void read(Request request, Scaler target) throws IOException {
		int left = request.x() / SCALE;
		int top = request.y() / SCALE;
		int columns = Math.ceilDiv(request.x() + request.width(), SCALE) - left;
		int rows = Math.ceilDiv(request.y() + request.height(), SCALE) - top;
		target.begin(columns, rows, false);
		try {
			readScans();
		} finally {
			Plane first = planes[0];
			int done = Math.ceilDiv(first.rows * mostDown, first.component.down());
			var argb = new int[columns];
			for (int y = top; y < Math.min(top + rows, done); y++) {
				color(left, y, argb);
				target.row(argb);
			}
		}
	}

	private void color(int left, int y, int[] argb) {
		var samples = new byte[planes.length * argb.length];
		for (int i = 0; i < planes.length; i++) {
			Plane plane = planes[i];
			int row = Math.min(plane.height - 1, y * plane.component.down() / mostDown) * plane.stride;
			for (int x = 0; x < argb.length; x++) {
				int column = Math.min(plane.width - 1, (left + x) * plane.component.across() / mostAcross);
				samples[x * planes.length + i] = plane.samples[row + column];
			}
		}
		for (int x = 0; x < argb.length; x++) {
			argb[x] = header.colors().argb(samples, planes.length * x);
		}
	}

	private void readScans() throws IOException {
		input.seek(2);
		int missing = planes.length;
		while (missing > 0) {
			int marker = JpegHeader.nextMarker(input);
			if (marker == EOI) {
				throw new EOFException();
			} else if (marker >= 0xD0 && marker <= 0xD8 || marker == 1) {
				continue;
			}
			long end = input.getStreamPosition() + input.readUnsignedShort();
			switch (marker) {
				case DQT -> readQuantizers(end);
				case DHT -> readCodes(end);
				case DRI -> restartInterval = input.readUnsignedShort();
				case SOS -> {
					missing -= readScan(end);
					// Without its data, what follows begins with the next marker.
					continue;
				}
				default -> {
				}
			}
			input.seek(end);
		}
	}

	private void readQuantizers(long end) throws IOException {
		while (input.getStreamPosition() < end) {
			int kind = input.readUnsignedByte();
			boolean wide = kind >> 4 != 0;
			quantizers[kind & 3] = wide ? input.readUnsignedShort() : input.readUnsignedByte();
			input.seek(input.getStreamPosition() + (wide ? 126 : 63));
		}
	}

	private void readCodes(long end) throws IOException {
		while (input.getStreamPosition() < end) {
			int kind = input.readUnsignedByte();
			(kind >> 4 == 0 ? dcCodes : acCodes)[kind & 3] = JpegCodes.read(input);
		}
	}

	/** Reads a scan, or passes it over if it is not needed; returns how many components it made complete. */
	private int readScan(long end) throws IOException {
		int count = input.readUnsignedByte();
		if (count < 1 || count > planes.length) {
			throw new IOException(count + " components");
		}
		var scanned = new Plane[count];
		var dc = new JpegCodes[count];
		var ac = new JpegCodes[count];
		for (int i = 0; i < count; i++) {
			scanned[i] = plane(input.readUnsignedByte());
			int codes = input.readUnsignedByte();
			dc[i] = dcCodes[codes >> 4 & 3];
			ac[i] = header.progressive() ? null : acCodes[codes & 3];
		}
		int firstCoefficient = input.readUnsignedByte();
		input.readUnsignedByte();
		int approximation = input.readUnsignedByte();
		input.seek(end);
		if (header.progressive() && (firstCoefficient > 0 || approximation >> 4 != 0)) {
			return 0;
		}
		var bits = new JpegBits(input);
		var blocks = new Blocks(List.of(scanned), dc, ac, header.progressive() ? approximation & 0xF : 0);
		blocks.read(bits);
		bits.leave();
		return count;
	}

	private Plane plane(int id) throws IOException {
		for (Plane plane : planes) {
			if (plane.component.id() == id) {
				return plane;
			}
		}
		throw new IOException("Component " + id);
	}

	/** The blocks of one scan. */
	private final class Blocks {

		private final List<Plane> scanned;
		private final JpegCodes[] dc;
		private final JpegCodes[] ac;
		private final int shift;
		private final boolean alone;
		private final int across;
		private final int down;

		Blocks(List<Plane> scanned, JpegCodes[] dc, JpegCodes[] ac, int shift) throws IOException {
			this.scanned = scanned;
			this.dc = dc;
			this.ac = ac;
			this.shift = shift;
			for (int i = 0; i < dc.length; i++) {
				if (dc[i] == null || ac[i] == null && !header.progressive()) {
					throw new IOException("No codes");
				}
			}
			// A component alone has no units of several blocks, and none to fill up.
			alone = scanned.size() == 1;
			across = alone ? scanned.get(0).width : Math.ceilDiv(header.width(), SCALE * mostAcross);
			down = alone ? scanned.get(0).height : Math.ceilDiv(header.height(), SCALE * mostDown);
		}

		void read(JpegBits bits) throws IOException {
			int untilRestart = restartInterval;
			for (int y = 0; y < down; y++) {
				for (int x = 0; x < across; x++) {
					if (restartInterval > 0 && untilRestart-- == 0) {
						bits.restart();
						scanned.forEach(plane -> plane.prediction = 0);
						untilRestart = restartInterval - 1;
					}
					readUnit(bits, x, y);
				}
				for (Plane plane : scanned) {
					plane.rows = alone ? y + 1 : (y + 1) * plane.component.down();
				}
			}
		}

		private void readUnit(JpegBits bits, int x, int y) throws IOException {
			for (int i = 0; i < dc.length; i++) {
				Plane plane = scanned.get(i);
				int wide = alone ? 1 : plane.component.across();
				int high = alone ? 1 : plane.component.down();
				for (int row = y * high; row < (y + 1) * high; row++) {
					for (int column = x * wide; column < (x + 1) * wide; column++) {
						readBlock(bits, plane, row * plane.stride + column, dc[i], ac[i]);
					}
				}
			}
		}

		private void readBlock(JpegBits bits, Plane plane, int at, JpegCodes first, JpegCodes others)
				throws IOException {
			int length = bits.symbol(first);
			if (length > 16) {
				throw new IOException("Length " + length);
			}
			plane.prediction += bits.number(length);
			int average = 128 + ((plane.prediction << shift) * quantizers[plane.component.table()] >> 3);
			plane.samples[at] = (byte) Math.max(0, Math.min(255, average));
			if (others == null) {
				return;
			}
			for (int k = 1; k < 64; k++) {
				int symbol = bits.symbol(others);
				int size = symbol & 0xF;
				if (size > 0) {
					bits.skip(size);
				} else if (symbol != 0xF0) {
					return;
				}
				k += symbol >> 4;
			}
		}
	}
}
