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

import java.util.List;
import java.util.concurrent.CompletionStage;

import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Journal.Range;

/** Another source, of which something is different. */
class OverSource implements LogSource {

	private final LogSource source;

	OverSource(LogSource source) {
		this.source = source;
	}

	@Override
	public Range range() {
		return source.range();
	}

	@Override
	public CompletionStage<List<Entry>> read(long from, int count) {
		return source.read(from, count);
	}

	@Override
	public List<Entry> atHand(long from) {
		return source.atHand(from);
	}
}
