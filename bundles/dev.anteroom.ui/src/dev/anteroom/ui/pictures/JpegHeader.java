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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import dev.anteroom.chat.PictureFormat;
import dev.anteroom.ui.pictures.PictureException.Reason;

/**
 * What a JPEG says before its first scan.
 * <p>
 * Sources: ITU-T T.81, annex B; T.871 (JFIF); T.872, 6.5.3 (Adobe's segment).
 *
 * @param width        as stored
 * @param height       as stored
 * @param progressive  whether each pixel is spread over several scans
 * @param severalScans whether the pixels of one row are in several places
 * @param components   one to four
 * @param colors       what they mean
 * @param orientation  how it is to be turned
 * @param tables       where the segments begin that decoding needs, in pairs: begin and end
 * @param firstScan    where the rest begins
 */
record JpegHeader(int width, int height, boolean progressive, boolean severalScans, List<Component> components,
		JpegColors colors, Orientation orientation, List<long[]> tables, long firstScan) {

	/**
	 * @param across how many blocks side by side in each unit
	 * @param down   how many blocks one above the other in each unit
	 * @param table  the quantization table
	 */
	record Component(int id, int across, int down, int table) {
	}

	private static final int MOST_TABLES = 1_000;
	private static final int APP0 = 0xE0;
	private static final int APP1 = 0xE1;
	private static final int APP14 = 0xEE;
	private static final int COM = 0xFE;
	private static final int SOS = 0xDA;
	private static final int EOI = 0xD9;

	static JpegHeader read(PictureInput input) throws IOException {
		return new Reader(input).read();
	}

	/** What {@link Component#across} is at the most. */
	int mostAcross() {
		return components.stream().mapToInt(Component::across).max().getAsInt();
	}

	/** What {@link Component#down} is at the most. */
	int mostDown() {
		return components.stream().mapToInt(Component::down).max().getAsInt();
	}

	private static PictureException failure(Reason reason) {
		return PictureException.of(reason, PictureFormat.JPEG);
	}

	/** Moves {@code input} behind the next marker, and returns that. */
	static int nextMarker(PictureInput input) throws IOException {
		int marker;
		do {
			while (input.readUnsignedByte() != 0xFF) {
				// Nothing but a marker may be here; skip what is.
			}
			do {
				marker = input.readUnsignedByte();
			} while (marker == 0xFF);
		} while (marker == 0);
		return marker;
	}

	/** A frame header of any process; the tables and the reserved one between them are not. */
	private static boolean isFrame(int marker) {
		return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
	}

	private static final class Reader {

		private final PictureInput input;
		private final List<long[]> tables = new ArrayList<>();
		private final List<Component> components = new ArrayList<>();
		private Orientation orientation;
		private boolean jfif;
		/** What Adobe's segment says, or -1. */
		private int transform = -1;
		private int width;
		private int height;
		private int process;

		Reader(PictureInput input) {
			this.input = input;
		}

		JpegHeader read() throws IOException {
			input.setByteOrder(ByteOrder.BIG_ENDIAN);
			input.seek(2);
			while (true) {
				int marker = nextMarker(input);
				long start = input.getStreamPosition() - 2;
				if (marker == SOS) {
					input.readUnsignedShort();
					return result(start, input.readUnsignedByte());
				} else if (marker == EOI) {
					throw failure(Reason.DAMAGED);
				} else if (marker >= 0xD0 && marker <= 0xD8 || marker == 1) {
					continue;
				}
				int length = input.readUnsignedShort() - 2;
				if (length < 0) {
					throw failure(Reason.DAMAGED);
				}
				long end = input.getStreamPosition() + length;
				readSegment(marker, length);
				if (marker < APP0 || marker > COM) {
					if (tables.size() == MOST_TABLES) {
						throw failure(Reason.DAMAGED);
					}
					tables.add(new long[] { start, end });
				}
				input.seek(end);
			}
		}

		private JpegHeader result(long firstScan, int scanned) throws PictureException {
			if (components.isEmpty()) {
				throw failure(Reason.DAMAGED);
			}
			JpegColors colors = JpegColors.of(components.stream().mapToInt(Component::id).toArray(), jfif, transform);
			// What is not sequential or progressive, with Huffman's coding and 8 bits, is hardly ever seen.
			if (colors == null || process > 2) {
				throw failure(Reason.UNSUPPORTED);
			}
			boolean progressive = process == 2;
			return new JpegHeader(width, height, progressive, progressive || scanned < components.size(),
					List.copyOf(components), colors, orientation == null ? Orientation.UPRIGHT : orientation,
					List.copyOf(tables), firstScan);
		}

		private void readSegment(int marker, int length) throws IOException {
			if (isFrame(marker)) {
				readFrame(marker);
			} else if (marker == APP1 && orientation == null && length > 6 && readText(6).equals("Exif\0\0")) {
				var tiff = new byte[length - 6];
				input.readFully(tiff);
				orientation = Exif.orientation(tiff);
			} else if (marker == APP0 && length >= 5) {
				jfif |= readText(5).equals("JFIF\0");
			} else if (marker == APP14 && length >= 12 && readText(5).equals("Adobe")) {
				input.skipBytes(6);
				transform = input.readUnsignedByte();
			}
		}

		private void readFrame(int marker) throws IOException {
			if (!components.isEmpty()) {
				throw failure(Reason.DAMAGED);
			}
			process = marker & 0xF;
			int precision = input.readUnsignedByte();
			height = input.readUnsignedShort();
			width = input.readUnsignedShort();
			PictureDecoder.checkSize(PictureFormat.JPEG, width, height);
			if (precision != 8) {
				throw failure(Reason.UNSUPPORTED);
			}
			int count = input.readUnsignedByte();
			if (count < 1 || count > 4) {
				throw failure(count == 0 ? Reason.DAMAGED : Reason.UNSUPPORTED);
			}
			for (int i = 0; i < count; i++) {
				int id = input.readUnsignedByte();
				int sampling = input.readUnsignedByte();
				int table = input.readUnsignedByte();
				int across = sampling >> 4;
				int down = sampling & 0xF;
				if (across < 1 || across > 4 || down < 1 || down > 4 || table > 3) {
					throw failure(Reason.DAMAGED);
				}
				components.add(new Component(id, across, down, table));
			}
		}

		private String readText(int length) throws IOException {
			var bytes = new byte[length];
			input.readFully(bytes);
			return new String(bytes, StandardCharsets.ISO_8859_1);
		}
	}
}
