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

import java.util.function.IntFunction;

import org.eclipse.swt.graphics.GC;

/** Text in less room than it needs. UI thread. */
public final class Shortened {

	private static final char ELLIPSIS = '…';

	private Shortened() {
	}

	/** {@code text}, without its end when it is wider than {@code width}. */
	public static String atEnd(GC gc, String text, int width) {
		return fitting(gc, text, width, kept -> text.substring(0, text.offsetByCodePoints(0, kept)) + ELLIPSIS);
	}

	/** {@code text}, without its middle when it is wider than {@code width}: names differ at their ends. */
	public static String inMiddle(GC gc, String text, int width) {
		return fitting(gc, text, width, kept -> text.substring(0, text.offsetByCodePoints(0, (kept + 1) / 2)) + ELLIPSIS
				+ text.substring(text.offsetByCodePoints(text.length(), -(kept / 2))));
	}

	/** @param shortened gives {@code text} with so many of its characters */
	private static String fitting(GC gc, String text, int width, IntFunction<String> shortened) {
		if (gc.textExtent(text).x <= width) {
			return text;
		}
		int least = 0;
		int most = text.codePointCount(0, text.length()) - 1;
		while (least < most) {
			int kept = (least + most + 1) / 2;
			if (gc.textExtent(shortened.apply(kept)).x <= width) {
				least = kept;
			} else {
				most = kept - 1;
			}
		}
		return shortened.apply(least);
	}
}
