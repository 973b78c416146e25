/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;

import org.junit.jupiter.api.Test;

import dev.anteroom.ui.Messages;

class LabelsTest {

	@Test
	void whatIsNoLabelIsShownAsItIs() {
		assertEquals("https://example.org/?x=1&&y=2", Labels.literal("https://example.org/?x=1&y=2"));
		assertEquals("R&&&&D", Labels.literal("R&&D"));
	}

	@Test
	void aLabelsWordsAreWhatIsRead() {
		assertEquals("Open Link", Labels.plain("&Open Link…"));
		assertEquals("Copy", Labels.plain("&Copy\tCtrl+C"));
		assertEquals("Search & find", Labels.plain("Search && &find"));
		assertEquals("", Labels.plain(""));
	}

	@Test
	void theLetterInBracketsOfChineseGoes() {
		assertEquals("開啟連結", Labels.plain(Messages.of(Locale.TRADITIONAL_CHINESE).log_openLink));
		assertEquals("打开链接", Labels.plain(Messages.of(Locale.SIMPLIFIED_CHINESE).log_openLink));
	}
}
