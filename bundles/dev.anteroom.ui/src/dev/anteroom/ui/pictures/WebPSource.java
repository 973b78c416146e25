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

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageReader;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;

import dev.anteroom.chat.PictureFormat;
import dev.anteroom.ui.pictures.PictureException.Reason;

/**
 * Reads WebP, of an animation its first frame. The library that decodes it holds all pixels, so that fewer are taken
 * than of other formats; it is given the pixels and nothing else: no colour profile, no text.
 * <p>
 * Source: RFC 9649, 2.
 */
final class WebPSource implements PixelSource {

	/** The most pixels a WebP may have. */
	static final int MOST_PIXELS = 4_000_000;

	/** What the library takes for each pixel, in bytes, generously. */
	private static final int MEMORY = 32;
	private static final int MOST_EXIF = 1 << 16;

	private static final int VP8 = 0x20385056;
	private static final int VP8L = 0x4C385056;
	private static final int VP8X = 0x58385056;
	private static final int ALPH = 0x48504C41;
	private static final int ANMF = 0x464D4E41;
	private static final int EXIF = 0x46495845;
	private static final int HAS_ALPHA = 0x10;

	/** A chunk without its header. */
	private record Chunk(int type, long start, long length) {

		long end() {
			return start + length;
		}

		/** Chunks are filled up to an even length. */
		long next() {
			return end() + (length & 1);
		}
	}

	private final PictureInput input;
	private final int width;
	private final int height;
	private Chunk pixels;
	private Chunk alpha;
	private Orientation orientation = Orientation.UPRIGHT;

	WebPSource(PictureInput input) throws IOException {
		this.input = input;
		input.setByteOrder(ByteOrder.LITTLE_ENDIAN);
		input.seek(12);
		Chunk first = readChunk();
		if (first.type() == VP8X) {
			input.seek(first.start() + 4);
			width = 1 + read24();
			height = 1 + read24();
			checkSize();
			find(first.next(), input.length());
		} else {
			pixels = first;
			int[] size = size(first);
			width = size[0];
			height = size[1];
			checkSize();
		}
		if (pixels == null) {
			throw damaged();
		}
		int[] size = size(pixels);
		if (size[0] != width || size[1] != height) {
			// Frames of an animation that are smaller are not put in their place.
			throw PictureException.of(Reason.UNSUPPORTED, PictureFormat.WEBP);
		}
	}

	private static PictureException damaged() {
		return PictureException.of(Reason.DAMAGED, PictureFormat.WEBP);
	}

	private void checkSize() throws PictureException {
		PictureDecoder.checkSize(PictureFormat.WEBP, width, height);
		if ((long) width * height > MOST_PIXELS) {
			throw PictureException.tooLarge(PictureFormat.WEBP, width, height);
		}
	}

	private Chunk readChunk() throws IOException {
		int type = input.readInt();
		long length = input.readUnsignedInt();
		return new Chunk(type, input.getStreamPosition(), length);
	}

	private int read24() throws IOException {
		return input.readUnsignedByte() | input.readUnsignedByte() << 8 | input.readUnsignedByte() << 16;
	}

	/** Looks for the first frame's chunks between two places in the file, and for what turns the picture. */
	private void find(long from, long to) throws IOException {
		Chunk chunk = null;
		for (long at = from; at + 8 <= to; at = chunk.next()) {
			input.seek(at);
			chunk = readChunk();
			switch (chunk.type()) {
				case VP8, VP8L -> pixels = pixels == null ? chunk : pixels;
				case ALPH -> alpha = pixels == null && alpha == null ? chunk : alpha;
				case ANMF -> {
					if (pixels == null) {
						find(chunk.start() + 16, Math.min(to, chunk.end()));
					}
				}
				case EXIF -> readOrientation(chunk);
				default -> {
				}
			}
		}
	}

	private void readOrientation(Chunk chunk) throws IOException {
		if (chunk.length() <= MOST_EXIF && chunk.end() <= input.length()) {
			var bytes = new byte[(int) chunk.length()];
			input.readFully(bytes);
			orientation = Exif.orientation(bytes);
		}
	}

	/** Width and height, as the pixels' own header has them. Sources: RFC 6386, 9.1; RFC 9649, 3.4. */
	private int[] size(Chunk chunk) throws IOException {
		input.seek(chunk.start());
		if (chunk.type() == VP8L) {
			if (input.readUnsignedByte() != 0x2F) {
				throw damaged();
			}
			int bits = input.readInt();
			return new int[] { 1 + (bits & 0x3FFF), 1 + (bits >>> 14 & 0x3FFF) };
		} else if (chunk.type() != VP8) {
			throw damaged();
		}
		boolean key = (read24() & 1) == 0;
		if (!key || read24() != 0x2A019D) {
			throw damaged();
		}
		return new int[] { input.readUnsignedShort() & 0x3FFF, input.readUnsignedShort() & 0x3FFF };
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
	public boolean isTruncated() {
		return pixels.end() > input.length();
	}

	@Override
	public long memory(Request request) {
		return (long) MEMORY * width * height;
	}

	@Override
	public void read(Request request, Scaler target, StopSignal stop) throws IOException {
		ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
		try (var stripped = new SplicedInput(input, pieces())) {
			reader.setInput(stripped, true, true);
			stop.whenStopped(reader::abort);
			BufferedImage image = reader.read(0);
			stop.check();
			pass(image, request, target);
		} finally {
			stop.whenStopped(null);
			reader.dispose();
		}
	}

	/** A file of the chunks that make the picture. */
	private List<SplicedInput.Piece> pieces() {
		var pieces = new ArrayList<SplicedInput.Piece>();
		long length = 4;
		if (alpha != null && pixels.type() == VP8) {
			ByteBuffer extended = header(VP8X, 10, 10).put((byte) HAS_ALPHA).put(new byte[3]);
			for (int side : new int[] { width - 1, height - 1 }) {
				extended.put((byte) side).put((byte) (side >> 8)).put((byte) (side >> 16));
			}
			pieces.add(SplicedInput.Piece.of(extended.array()));
			length += 18 + addChunk(alpha, pieces);
		}
		length += addChunk(pixels, pieces);
		ByteBuffer riff = header(0x46464952, (int) length, 4).putInt(0x50424557);
		pieces.add(0, SplicedInput.Piece.of(riff.array()));
		return pieces;
	}

	private static long addChunk(Chunk chunk, List<SplicedInput.Piece> pieces) {
		pieces.add(SplicedInput.Piece.of(header(chunk.type(), (int) chunk.length(), 0).array()));
		pieces.add(SplicedInput.Piece.of(chunk.start(), chunk.end()));
		if (chunk.length() % 2 == 1) {
			pieces.add(SplicedInput.Piece.of(new byte[1]));
		}
		return 8 + chunk.length() + (chunk.length() & 1);
	}

	private static ByteBuffer header(int type, int length, int more) {
		return ByteBuffer.allocate(8 + more).order(ByteOrder.LITTLE_ENDIAN).putInt(type).putInt(length);
	}

	private static void pass(BufferedImage image, Request request, Scaler target) {
		target.begin(request.columns(), request.rows(), image.getColorModel().hasAlpha());
		var row = new int[request.width()];
		var argb = new int[request.columns()];
		for (int y = 0; y < request.height(); y += request.step()) {
			image.getRGB(request.x(), request.y() + y, request.width(), 1, row, 0, request.width());
			for (int i = 0; i < argb.length; i++) {
				argb[i] = row[i * request.step()];
			}
			target.row(argb);
		}
	}
}
