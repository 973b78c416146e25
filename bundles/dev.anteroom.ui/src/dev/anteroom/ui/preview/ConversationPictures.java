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

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.Registration;
import dev.anteroom.chat.Said;

/**
 * The pictures said in the present conversation of one role, in the order of its journal: those the journal has in
 * memory at first, and all that follow. Thread-safe. It listens to the journal until it is closed.
 */
public final class ConversationPictures implements PictureSequence, AutoCloseable {

	/** How many pictures are remembered at the most, the newest. */
	static final int MOST = 10_000;

	private final TreeMap<Long, Picture> pictures = new TreeMap<>();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final Registration registration;
	/** All of them, made when it is asked for: a preview asks at each of its movements. */
	private List<Picture> inOrder;
	/** The number of the entry with which the conversation began. */
	private long beginning;

	public ConversationPictures(Journal journal) {
		registration = journal.addListener(this::appended);
		// Perhaps told already, perhaps in another order: what an entry means goes by its number.
		journal.after(0).forEach(this::take);
	}

	@Override
	public synchronized List<Picture> pictures() {
		if (inOrder == null) {
			inOrder = List.copyOf(pictures.values());
		}
		return inOrder;
	}

	@Override
	public synchronized long conversation() {
		return beginning;
	}

	@Override
	public Registration addListener(Runnable changed) {
		listeners.add(changed);
		return () -> listeners.remove(changed);
	}

	@Override
	public void close() {
		registration.close();
	}

	private void appended(Entry entry) {
		if (take(entry)) {
			listeners.forEach(Runnable::run);
		}
	}

	private synchronized boolean take(Entry entry) {
		if (entry.number() < beginning) {
			return false;
		}
		return switch (entry.event()) {
		case Notice notice when notice.phrase().beginsConversation() -> {
			beginning = entry.number();
			pictures.headMap(beginning).clear();
			inOrder = null;
			yield true;
		}
		case Said said when said.picture() != null -> {
			pictures.put(entry.number(), said.picture());
			inOrder = null;
			if (pictures.size() > MOST) {
				pictures.pollFirstEntry();
			}
			yield true;
		}
		default -> false;
		};
	}
}
