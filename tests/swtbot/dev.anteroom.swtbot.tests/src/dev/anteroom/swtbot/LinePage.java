/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.swtbot;

import static dev.anteroom.swtbot.Conditions.await;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swtbot.swt.finder.widgets.SWTBotTable;

/** Who waits. Test's thread. */
final class LinePage {

	static final String TITLE = "Waiting Line";

	private final Window window;
	private final View view;

	LinePage(Window window) {
		this.window = window;
		view = window.view(TITLE);
	}

	/** Returns when it says that nobody waits. */
	void awaitNobody() {
		view.awaitWords("Nobody is waiting");
	}

	/** Returns when it shows {@code peers} and nobody else, in that order, with their places. */
	void awaitInOrder(RawPeer... peers) {
		List<String> wanted = Stream.of(peers).map(RawPeer::address).toList();
		await("the line " + wanted, () -> {
			SWTBotTable table = view.bot().table();
			if (table.rowCount() != wanted.size()) {
				return false;
			}
			for (int i = 0; i < wanted.size(); i++) {
				if (!table.cell(i, "Place").equals(Integer.toString(i + 1))
						|| !table.cell(i, "Address").equals(wanted.get(i))) {
					return false;
				}
			}
			return true;
		});
		view.awaitWords(wanted.size() + " waiting");
	}

	/** Selects the row of {@code peer} and removes it from the line. */
	void remove(RawPeer peer) {
		SWTBotTable table = view.bot().table();
		table.select(table.indexOf(peer.address(), "Address"));
		window.bot().toolbarButtonWithTooltip("Close the connection of the selected client").click();
	}
}
