/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

import dev.anteroom.chat.Journal;

/**
 * Tells those who sent something that it has gone out, when the journal has kept it. The journal is asked once for all
 * that went out since it was last asked: messages that come by the thousand would otherwise wake the event loop for each.
 * On the event loop only.
 */
final class Receipts {

	private final Journal journal;
	private final Executor loop;
	private List<Sending> gone = new ArrayList<>();
	private boolean asked;

	/** @param loop must run what it is given, even if the event loop has ended */
	Receipts(Journal journal, Executor loop) {
		this.journal = journal;
		this.loop = loop;
	}

	/** All of {@code sending} has gone out, and is in the journal. */
	void await(Sending sending) {
		gone.add(sending);
		if (!asked) {
			ask();
		}
	}

	private void ask() {
		asked = true;
		List<Sending> covered = gone;
		gone = new ArrayList<>();
		journal.kept().thenRun(() -> loop.execute(() -> tell(covered)));
	}

	private void tell(List<Sending> kept) {
		// In order, even if the journal is at an end and answers at once.
		kept.forEach(Sending::succeed);
		asked = false;
		if (!gone.isEmpty()) {
			ask();
		}
	}
}
