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
import dev.anteroom.chat.Journal;

/** The present conversation of a journal. */
public record JournalSource(Journal journal) implements LogSource {

	@Override
	public Journal.Range range() {
		return journal.range();
	}

	@Override
	public CompletionStage<List<Entry>> read(long from, int count) {
		return journal.read(from, count);
	}

	@Override
	public List<Entry> atHand(long from) {
		return journal.after(from - 1);
	}
}
