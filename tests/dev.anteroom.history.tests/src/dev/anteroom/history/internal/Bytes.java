/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.history.internal;

import java.nio.charset.StandardCharsets;

/** The beginnings of image files. */
final class Bytes {

	static final byte[] PNG = latin("\u0089PNG\r\n\u001a\n and the rest of it");
	static final byte[] JPEG = latin("\u00ff\u00d8\u00ff\u00e0 and the rest of it");
	static final byte[] GIF = latin("GIF89a and the rest of it");
	static final byte[] BMP = latin("BM and the rest of it");
	static final byte[] WEBP = latin("RIFF1234WEBP and the rest of it");
	static final byte[] TEXT = latin("Dear Sir or Madam, this is no picture");

	private Bytes() {
	}

	private static byte[] latin(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}
}
