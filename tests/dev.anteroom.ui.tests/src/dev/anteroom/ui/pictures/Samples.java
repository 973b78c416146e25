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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What pictures of the tests are made of. */
final class Samples {

	/** A colour for each pixel. */
	interface Painting {
		/** ARGB. */
		int at(int x, int y);
	}

	/** 24 × 16: red to the left above, green below it, blue to the right. Lossless. */
	static final byte[] WEBP_LOSSLESS = base64("UklGRjYAAABXRUJQVlA4TCoAAAAvF8ADABdwEDCBQKIQ2sijCQQShZBHGnH+w2oFAgHC"
			+ "pEmpCiL6H4B6VjM=");
	/** The same, with loss. */
	static final byte[] WEBP_LOSSY = base64("UklGRmYAAABXRUJQVlA4IFoAAABQBACdASoYABAAPjEUiEKiISEYBAAgAwSgCdLoBQAPxAr"
			+ "v/cAAJpEL34fgAP766d5yo2QeI9P/0Ye97g6W/43aiKXse//57R4e2rtw3/3Pn9j2Bq/YmRG4YAA=");
	/** The same, with loss and half transparent. */
	static final byte[] WEBP_TRANSLUCENT = base64("UklGRooAAABXRUJQVlA4WAoAAAAQAAAAFwAADwAAQUxQSAoAAAABB1DAiAhERP8DVlA4"
			+ "IFoAAABQBACdASoYABAAPjEUiEKiISEYBAAgAwSgCdLoBQAPxArv/cAAJpEL34fgAP766d5yo2QeI9P/0Ye97g6W/43aiKXse//57R4"
			+ "e2rtw3/3Pn9j2Bq/YmRG4YAA=");
	/** The same as the first frame of two. */
	static final byte[] WEBP_ANIMATED = base64("UklGRvwAAABXRUJQVlA4WAoAAAACAAAAFwAADwAAQU5JTQYAAAD/////AABBTk1GZgAAAAA"
			+ "AAAAAABcAAA8AAGQAAAJWUDggTgAAAPADAJ0BKhgAEAA+kTiXR6WjIiEwCACwEglAE6N8Ar//cQAJpEL33kAA/ujJTuA2ppP43uHxZun"
			+ "7rEOL7Cv/0JPCvMGLX/grhqxW2GXgAEFOTUZiAAAAAAAAAAAAFwAADwAAZAAAAFZQOCBKAAAAVAMAnQEqGAAQAD6ROJdHgwCAAAEglAC"
			+ "MAK//3EACaRCpjUAA/t6DwTU0Psif/ySt/gmNL2/48cyYf//z8zqnt+8T/ocpYDqgQABSSUZGWgAAAFdFQlBWUDggTgAAAPADAJ0BKhg"
			+ "AEAA+kTiXR6WjIiEwCACwEglAE6N8Ar//cQAJpEL33kAA/ujJTuA2ppP43uHxZun7rEOL7Cv/0JPCvMGLX/grhqxW2GXgAA==");
	/** The first, damaged and cut off: it asks for many more code tables than there are bits for. */
	static final byte[] WEBP_ENDLESS = base64("UklGRjYAAABXRUJQVlA4TCoAAAAvF8ADABdwEDCBQKIQ2sijCQQlEoWQRxpx/sNq/9j/4AAQSkZ"
			+ "JRgABAvM=");

	private Samples() {
	}

	private static byte[] base64(String text) {
		return Base64.getDecoder().decode(text);
	}

	/** Four colours, one in each quarter, with a bit of everything in between. */
	static Painting quarters(int width, int height) {
		return (x, y) -> {
			boolean left = 2 * x < width;
			boolean top = 2 * y < height;
			int base = left ? top ? 0xFFC02010 : 0xFF20A040 : top ? 0xFF1040C0 : 0xFFD0D020;
			return base + (x * 7 + y * 3) % 16 * 0x10101 % 0x0F0F0F;
		};
	}

	/** Four plain colours, one in each quarter. */
	static Painting plainQuarters(int width, int height) {
		return (x, y) -> 2 * x < width ? 2 * y < height ? 0xFFFF0000 : 0xFF00FF00
				: 2 * y < height ? 0xFF0000FF : 0xFFFFFFFF;
	}

	/** Bytes put together. */
	static final class Bytes {

		private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		private final ByteOrder order;

		Bytes(ByteOrder order) {
			this.order = order;
		}

		Bytes add(byte[] more) {
			try {
				bytes.write(more);
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
			return this;
		}

		Bytes add(String text) {
			return add(text.getBytes(StandardCharsets.ISO_8859_1));
		}

		Bytes add1(int... values) {
			for (int value : values) {
				bytes.write(value);
			}
			return this;
		}

		Bytes add2(int... values) {
			for (int value : values) {
				add(ByteBuffer.allocate(2).order(order).putShort((short) value).array());
			}
			return this;
		}

		Bytes add4(int... values) {
			for (int value : values) {
				add(ByteBuffer.allocate(4).order(order).putInt(value).array());
			}
			return this;
		}

		int size() {
			return bytes.size();
		}

		byte[] toArray() {
			return bytes.toByteArray();
		}
	}
}
