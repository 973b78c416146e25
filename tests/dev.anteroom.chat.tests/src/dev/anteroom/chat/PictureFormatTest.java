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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;

class PictureFormatTest {

	private static PictureFormat of(String hex) {
		byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
		return PictureFormat.of(bytes, bytes.length);
	}

	@Test
	void aFormatIsToldByItsFirstBytes() {
		assertEquals(PictureFormat.PNG, of("89504e470d0a1a0a 0000000d49484452"));
		assertEquals(PictureFormat.JPEG, of("ffd8ffe0 00104a464946"));
		assertEquals(PictureFormat.JPEG, of("ffd8ffdb"));
		assertEquals(PictureFormat.GIF, of("474946383961 0100"));
		assertEquals(PictureFormat.GIF, of("474946383761 0100"));
		assertEquals(PictureFormat.BMP, of("424d 46000000"));
		assertEquals(PictureFormat.WEBP, of("52494646 24000000 57454250 56503820"));
	}

	@Test
	void anythingElseIsUnknown() {
		for (String hex : new String[] { "", "89", "89504e470d0a1a", "ffd8", "474946383861",
				"52494646 24000000 57415645",
				"3c7376673e", "0089504e470d0a1a0a" }) {
			assertEquals(PictureFormat.UNKNOWN, of(hex), hex);
		}
	}

	@Test
	void onlyTheGivenLengthCounts() {
		byte[] bytes = "GIF89a".getBytes(StandardCharsets.ISO_8859_1);
		assertEquals(PictureFormat.UNKNOWN, PictureFormat.of(bytes, 5));
		assertEquals(PictureFormat.GIF, PictureFormat.of(bytes, 6));
	}

	@Test
	void whatCanBeShown() {
		assertTrue(PictureFormat.PNG.isShowable() && PictureFormat.JPEG.isShowable() && PictureFormat.GIF.isShowable()
				&& PictureFormat.BMP.isShowable() && PictureFormat.WEBP.isShowable());
		assertFalse(PictureFormat.UNKNOWN.isShowable());
		assertEquals("WebP", PictureFormat.WEBP.toString());
		assertEquals(".jpg", PictureFormat.JPEG.extension());
	}
}
