/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.chat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The kinds of image file, told by their first bytes.
 * <p>
 * Sources: PNG, ISO/IEC 15948, 5.2; JPEG, ITU-T T.81, B.1.1.3; GIF89a, 17; BMP, BITMAPFILEHEADER; WebP, RFC 9649, 2.3.
 */
public enum PictureFormat {

	PNG(".png"),
	JPEG(".jpg"),
	GIF(".gif"),
	BMP(".bmp"),
	WEBP(".webp"),
	/** None of these; it is kept as it came. */
	UNKNOWN(".bin");

	/** How many first bytes {@link #of(byte[], int)} wants to see. */
	public static final int HEADER_LENGTH = 16;

	private final String extension;

	PictureFormat(String extension) {
		this.extension = extension;
	}

	/** The usual end of a file's name, with its dot. */
	public String extension() {
		return extension;
	}

	/** Whether the product can show it. */
	public boolean isShowable() {
		return this != UNKNOWN;
	}

	/**
	 * The format of an image file that begins with the first {@code length} bytes of {@code header}; fewer than
	 * {@link #HEADER_LENGTH} will do if that is the whole file.
	 */
	public static PictureFormat of(byte[] header, int length) {
		var start = new String(header, 0, Math.min(length, HEADER_LENGTH), StandardCharsets.ISO_8859_1);
		if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
			return PNG;
		}
		if (start.startsWith("\u00ff\u00d8\u00ff")) {
			return JPEG;
		}
		if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
			return GIF;
		}
		if (start.startsWith("BM")) {
			return BMP;
		}
		if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
			return WEBP;
		}
		return UNKNOWN;
	}

	/** The format of the image file {@code file}. */
	public static PictureFormat of(Path file) throws IOException {
		var header = new byte[HEADER_LENGTH];
		try (var input = Files.newInputStream(file)) {
			return of(header, input.readNBytes(header, 0, header.length));
		}
	}

	@Override
	public String toString() {
		return this == WEBP ? "WebP" : name().toUpperCase(Locale.ROOT);
	}
}
