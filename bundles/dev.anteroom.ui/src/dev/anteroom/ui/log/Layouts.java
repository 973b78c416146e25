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

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;

/** The layouts of the entries that were in sight last. UI thread. */
final class Layouts {

	private static final int MOST = 256;
	/** A character laid out takes about a hundred bytes, outside of the Java heap. */
	static final int MOST_CHARACTERS = 200_000;

	private final LongFunction<ItemLayout> maker;
	private final Map<Long, ItemLayout> layouts = new LinkedHashMap<>(MOST, 0.75f, true);
	private long characters;

	Layouts(LongFunction<ItemLayout> maker) {
		this.maker = maker;
	}

	/** An entry that is not there is laid out anew each time: it may have come. */
	ItemLayout get(long number) {
		ItemLayout layout = layouts.get(number);
		if (layout == null) {
			layout = maker.apply(number);
			if (layout.item() != null) {
				layouts.put(number, layout);
				characters += layout.item().text().length();
				trim();
			}
		}
		return layout;
	}

	/** How many characters of text are laid out. */
	long characters() {
		return characters;
	}

	/** The newest one stays in any case. */
	private void trim() {
		Iterator<ItemLayout> oldest = layouts.values().iterator();
		while (layouts.size() > 1 && (layouts.size() > MOST || characters > MOST_CHARACTERS)) {
			drop(oldest.next());
			oldest.remove();
		}
	}

	private void drop(ItemLayout layout) {
		characters -= layout.item().text().length();
		layout.dispose();
	}

	/** Forgets those from {@code from} to {@code to}. */
	void forget(long from, long to) {
		layouts.entrySet().removeIf(entry -> {
			boolean gone = from <= entry.getKey() && entry.getKey() <= to;
			if (gone) {
				drop(entry.getValue());
			}
			return gone;
		});
	}

	void clear() {
		layouts.values().forEach(this::drop);
		layouts.clear();
	}
}
