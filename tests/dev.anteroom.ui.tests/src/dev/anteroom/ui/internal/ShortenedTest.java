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
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.graphics.GC;
import org.junit.jupiter.api.Test;

import dev.anteroom.ui.UiThread;

class ShortenedTest {

	private interface Way {

		String shortened(GC gc, String text, int width);
	}

	private static final String TEXT = "\uD83D\uDE42 holiday in the mountains \uD83D\uDE42.png";

	private final UiThread thread = UiThread.running();

	@Test
	void asMuchAsFitsIsKept() {
		thread.act(() -> {
			var gc = new GC(thread.display());
			int width = gc.textExtent(TEXT).x;
			for (Way way : new Way[] { Shortened::atEnd, Shortened::inMiddle }) {
				assertEquals(TEXT, way.shortened(gc, TEXT, width));
				int before = width;
				for (int room = width - 1; room > 50; room -= 7) {
					String shortened = way.shortened(gc, TEXT, room);
					int used = gc.textExtent(shortened).x;
					assertTrue(used <= room && used <= before && shortened.contains("…"), shortened);
					assertTrue(shortened.startsWith("\uD83D\uDE42"), "no half characters: " + shortened);
					before = used;
				}
				assertEquals("…", way.shortened(gc, TEXT, 1));
			}
			assertTrue(Shortened.atEnd(gc, TEXT, width - 1).endsWith("mountains \uD83D\uDE42.p…")
					|| Shortened.atEnd(gc, TEXT, width - 1).endsWith("mountains \uD83D\uDE42.pn…"));
			assertTrue(Shortened.inMiddle(gc, TEXT, width / 2).endsWith(".png"));
			gc.dispose();
		});
	}
}
