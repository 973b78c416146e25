/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.log;

import java.util.function.Function;

import dev.anteroom.chat.Legible;

/**
 * What a search marks in an entry; places are pairs of start and end, in order.
 *
 * @param text    places in its text
 * @param name    places in the name of its picture
 * @param inText  the index of the one in the text that was gone to, from 0; -1 if it is none of them
 * @param inName  whether the picture was gone to
 */
record Marks(int[] text, int[] name, int inText, boolean inName) {

	static final Marks NONE = new Marks(new int[0], new int[0], -1, false);

	/** @param found what was gone to, or {@code null} */
	static Marks of(LogItem item, Function<String, int[]> matcher, Selection found) {
		int[] text = matcher.apply(item.text());
		int[] name = item.picture() == null ? NONE.name : matcher.apply(Legible.text(item.picture().name()));
		boolean here = found != null && found.start().number() == item.number();
		int at = here ? found.start().offset() : -1;
		int inText = -1;
		for (int i = 0; i < text.length && inText < 0; i += 2) {
			inText = text[i] == at ? i / 2 : -1;
		}
		if (here && text.length == 0 && at < item.text().length()) {
			// It is in what is not shown of the message.
			text = new int[] { at, Math.min(found.end().offset(), item.text().length()) };
			inText = 0;
		}
		return new Marks(text, name, inText, name.length > 0 && at == item.text().length());
	}
}
