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

/**
 * What a log shows: the entries of one conversation, numbered without gaps. They, and the conversation, may change at
 * any time; a log takes that up when it is {@linkplain MessageLog#refresh() told} to.
 */
public interface LogSource {

	/** Which conversation it is now, and which of its entries can be read. */
	Range range();

	/**
	 * Up to {@code count} entries from the number {@code from} on, in order; none when they can't be had any longer, and
	 * fewer when they are very large, so that the rest is to be read after them. Never blocks: what has to come from a
	 * disk completes later, on any thread.
	 */
	CompletionStage<List<Entry>> read(long from, int count);

	/** Those of the newest entries, from the number {@code from} on, that need not be read; in order. */
	List<Entry> atHand(long from);
}
