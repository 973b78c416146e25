/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.console;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.Draft;

/**
 * What was typed and is still to be said, in order. Pictures typed while in line stand aside until it is our turn;
 * texts go to the server meanwhile, which keeps them. Confined to the thread of the console.
 */
final class Outbox {

	/** What can be done with a draft now. */
	enum Gate {
		/** It can be sent. */
		OPEN,
		/** It is too early, for what was typed after it too. */
		SHUT,
		/** It is too early for this one only. */
		ASIDE
	}

	private record Item(Draft draft, Runnable done) {
	}

	private final Side side;
	private final Executor console;
	private final Consumer<Draft> setAside;
	private final ArrayDeque<Item> items = new ArrayDeque<>();
	private final ArrayDeque<Item> aside = new ArrayDeque<>();
	private int inFlight;
	private Runnable last;

	/**
	 * @param console  runs what is to be done on the console's thread
	 * @param setAside hears of each draft that stands aside until its time comes
	 */
	Outbox(Side side, Executor console, Consumer<Draft> setAside) {
		this.side = side;
		this.console = console;
		this.setAside = setAside;
	}

	/** @param done called when it was sent, or could not be, on any thread */
	void add(Draft draft, Runnable done) {
		items.add(new Item(draft, done));
		flow();
	}

	/** Sends what can be sent by now. To be called when the state has changed. */
	void flow() {
		while (!aside.isEmpty() && side.gate(aside.element().draft()) == Gate.OPEN) {
			send(aside.remove());
		}
		while (!items.isEmpty()) {
			switch (side.gate(items.element().draft())) {
			case OPEN -> send(items.remove());
			case ASIDE -> {
				Item item = items.remove();
				aside.add(item);
				setAside.accept(item.draft());
			}
			case SHUT -> {
				return;
			}
			}
		}
	}

	/**
	 * Does {@code action} when everything typed before has been sent, or at once when the same was asked for already and
	 * is still waiting.
	 */
	void afterwards(Runnable action) {
		if (isEmpty() || last != null) {
			last = null;
			action.run();
		} else {
			last = action;
		}
	}

	/** How many pictures stand aside. */
	int aside() {
		return aside.size();
	}

	/** How many were never given to the conversation. */
	int unsent() {
		return items.size() + aside.size();
	}

	private boolean isEmpty() {
		return items.isEmpty() && aside.isEmpty() && inFlight == 0;
	}

	private void send(Item item) {
		Conversation conversation = side.conversation();
		inFlight++;
		// What could not be sent is in the log already
		conversation.send(item.draft()).whenComplete((sent, failure) -> {
			item.done().run();
			console.execute(this::sent);
		});
	}

	private void sent() {
		inFlight--;
		Runnable action = last;
		if (action != null && isEmpty()) {
			last = null;
			action.run();
		}
	}
}
