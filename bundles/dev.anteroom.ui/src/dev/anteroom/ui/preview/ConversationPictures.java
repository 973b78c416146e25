/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.preview;

import java.util.ArrayList;
import java.util.List;

import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.Registration;
import dev.anteroom.chat.Said;

/**
 * The pictures said in the present conversation of one role, in the order of its journal. It reads the journal when it
 * is asked, and holds nothing that had to be closed. UI thread.
 */
public final class ConversationPictures implements PictureSequence {

	private final Journal journal;
	private final List<Picture> pictures = new ArrayList<>();
	private long seen;

	public ConversationPictures(Journal journal) {
		this.journal = journal;
	}

	@Override
	public List<Picture> pictures() {
		List<Entry> entries = journal.after(seen);
		if (!entries.isEmpty() && entries.getFirst().number() > seen + 1) {
			// What lay between is forgotten, perhaps the beginning of another conversation.
			pictures.clear();
		}
		for (Entry entry : entries) {
			if (begins(entry)) {
				pictures.clear();
			} else if (entry.event() instanceof Said said && said.picture() != null) {
				pictures.add(said.picture());
			}
			seen = entry.number();
		}
		return List.copyOf(pictures);
	}

	@Override
	public Registration addListener(Runnable changed) {
		return journal.addListener(entry -> {
			if (begins(entry) || entry.event() instanceof Said said && said.picture() != null) {
				changed.run();
			}
		});
	}

	private static boolean begins(Entry entry) {
		return entry.event() instanceof Notice notice && notice.phrase().beginsConversation();
	}
}
