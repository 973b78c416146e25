/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.composer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * What the person has said lately, to be said again. Going through it keeps what was being written: it stands after the
 * newest, and whatever was changed on the way stays so until something is said.
 */
final class OwnMessages {

	/** How many are remembered at the most. */
	static final int MOST = 100;
	/** How many characters of them are remembered at the most. */
	static final int MOST_CHARACTERS = 1 << 20;

	private final ArrayDeque<String> said = new ArrayDeque<>();
	private int characters;
	/** The messages with what is being written behind them; empty while nobody goes through them. */
	private List<String> pages = List.of();
	private int page;

	/** Remembers {@code text} as the newest. */
	void add(String text) {
		stop();
		if (text.isBlank() || text.equals(said.peekLast())) {
			return;
		}
		said.add(text);
		characters += text.length();
		while (said.size() > MOST || characters > MOST_CHARACTERS) {
			characters -= said.remove().length();
		}
	}

	/** The message before {@code current}, which is kept; {@code null} when there is none. */
	String older(String current) {
		if (pages.isEmpty()) {
			pages = new ArrayList<>(said);
			pages.add(current);
			page = said.size();
		}
		return turn(current, page - 1);
	}

	/** The message after {@code current}, or in the end what was being written; {@code null} when there is none. */
	String newer(String current) {
		return turn(current, page + 1);
	}

	/** What is being written now is nothing old. */
	void stop() {
		pages = List.of();
		page = 0;
	}

	private String turn(String current, int next) {
		if (next < 0 || next >= pages.size()) {
			return null;
		}
		pages.set(page, current);
		page = next;
		return pages.get(page);
	}
}
