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
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class LegibleTest {

	@Test
	void ordinaryTextStaysAsItIs() {
		String text = "a\tb\nç 漢字 😀 עברית \u200Dx";
		assertSame(text, Legible.text(text));
		assertEquals("", Legible.text(""));
	}

	@Test
	void lineEndsBecomeLineFeeds() {
		assertEquals("a\nb\nc\n\nd\n", Legible.text("a\r\nb\rc\r\r\nd\r"));
	}

	@Test
	void controlsAreShownInsteadOfObeyed() {
		assertEquals("\u241B[2Jx\u2407\u2400\u2421", Legible.text("\u001B[2Jx\u0007\u0000\u007F"));
		assertEquals("\uFFFD31m", Legible.text("\u009B31m"));
		assertEquals("a\uFFFDb\uFFFDc", Legible.text("a\u2028b\u2029c"));
		assertEquals("\uFFFDgpj.exe", Legible.text("\u202Egpj.exe"));
		assertEquals("\uFFFD\uFFFD\uFFFD", Legible.text("\u2066\u2069\uFEFF"));
	}
}
