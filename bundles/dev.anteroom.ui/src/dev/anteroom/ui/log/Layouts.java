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

	private final LongFunction<ItemLayout> maker;
	private final Map<Long, ItemLayout> layouts = new LinkedHashMap<>(MOST, 0.75f, true);

	Layouts(LongFunction<ItemLayout> maker) {
		this.maker = maker;
	}

	ItemLayout get(long number) {
		ItemLayout layout = layouts.get(number);
		if (layout == null) {
			layout = maker.apply(number);
			layouts.put(number, layout);
			if (layouts.size() > MOST) {
				Iterator<ItemLayout> oldest = layouts.values().iterator();
				oldest.next().dispose();
				oldest.remove();
			}
		}
		return layout;
	}

	/** Forgets those from {@code from} to {@code to}. */
	void forget(long from, long to) {
		layouts.entrySet().removeIf(entry -> {
			boolean gone = from <= entry.getKey() && entry.getKey() <= to;
			if (gone) {
				entry.getValue().dispose();
			}
			return gone;
		});
	}

	void clear() {
		layouts.values().forEach(ItemLayout::dispose);
		layouts.clear();
	}
}
