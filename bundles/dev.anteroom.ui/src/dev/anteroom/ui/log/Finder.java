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

import java.util.concurrent.Executor;
import java.util.function.Consumer;

import dev.anteroom.chat.Wording;

/** Goes from match to match in a conversation, round and round, also while it is still being searched. UI thread. */
final class Finder {

	private enum Wish {
		/** To be told how many there are. */
		NOTHING,
		/** To see the first match from a place on, or else the last before it, as soon as one is known. */
		NEAREST, NEXT, PREVIOUS
	}

	private final LogSource source;
	private final Wording wording;
	private final Executor worker;
	private final Executor ui;
	private final Runnable changed;
	private final Consumer<Selection> show;
	private Query query = Query.NOTHING;
	private Search search;
	private Position near = new Position(0, 0);
	private Selection found;
	private Wish wish = Wish.NOTHING;

	/**
	 * @param worker  runs what takes long, on any thread
	 * @param ui      runs on the UI thread, later
	 * @param changed called there when more is known
	 * @param show    takes a match that is gone to
	 */
	Finder(LogSource source, Wording wording, Executor worker, Executor ui, Runnable changed,
			Consumer<Selection> show) {
		this.source = source;
		this.wording = wording;
		this.worker = worker;
		this.ui = ui;
		this.changed = changed;
		this.show = show;
	}

	/**
	 * Looks for {@code newQuery} from now on, instead of what was looked for until now.
	 *
	 * @param from where the person is
	 * @param go   whether to go to the match that is nearest
	 */
	void find(Query newQuery, Position from, boolean go) {
		stop();
		query = newQuery;
		near = from;
		if (!query.isEmpty()) {
			wish = go ? Wish.NEAREST : Wish.NOTHING;
			search = new Search(source, query, from.number(), wording, worker, ui, this::progressed);
		}
	}

	/** Looks for nothing any more. */
	void stop() {
		if (search != null) {
			search.cancel();
		}
		search = null;
		query = Query.NOTHING;
		found = null;
		wish = Wish.NOTHING;
	}

	/** Takes up what the source has now; in another conversation it begins anew, but goes nowhere unasked. */
	void refresh() {
		if (search == null) {
			return;
		}
		if (!search.refresh()) {
			find(query, new Position(source.range().first(), 0), false);
		}
		changed.run();
	}

	void next() {
		step(Wish.NEXT);
	}

	void previous() {
		step(Wish.PREVIOUS);
	}

	Query query() {
		return query;
	}

	/** The match that was gone to, or {@code null}. */
	Selection found() {
		return found;
	}

	/** How many matches are known. */
	int count() {
		return search == null ? 0 : search.matches().size();
	}

	/** Which of them was gone to, from 1; 0 when none was. */
	int place() {
		if (search == null || found == null) {
			return 0;
		}
		int index = search.matches().countBefore(found.start());
		return index < count() && search.matches().get(index).equals(found) ? index + 1 : 0;
	}

	/** Whether there may be more. */
	boolean isSearching() {
		return search != null && !search.isDone();
	}

	/** Whether there are more than are counted. */
	boolean isFull() {
		return search != null && search.isFull();
	}

	private void step(Wish direction) {
		if (search != null) {
			// Who is quicker than the search has not seen any match to go on from.
			wish = wish == Wish.NEAREST ? wish : direction;
			fulfil();
			changed.run();
		}
	}

	private void progressed() {
		fulfil();
		changed.run();
	}

	private void fulfil() {
		Matches matches = search.matches();
		int index = wished(matches);
		if (index >= 0 && index < matches.size()) {
			found = matches.get(index);
			near = found.start();
			wish = Wish.NOTHING;
			show.accept(found);
		} else if (search.isDone()) {
			wish = Wish.NOTHING;
		}
	}

	/** The index of the match that is wished for; outside of the bounds when it is not known, or there is none. */
	private int wished(Matches matches) {
		int count = matches.size();
		int before = matches.countBefore(near);
		return switch (wish) {
		case NOTHING -> -1;
		case NEAREST -> Math.min(before, count - 1);
		case NEXT -> {
			boolean here = found != null && before < count && matches.get(before).start().equals(near);
			int next = here ? before + 1 : before;
			yield next == count && search.isDone() ? 0 : next;
		}
		case PREVIOUS -> before == 0 && search.isDone() ? count - 1 : before - 1;
		};
	}
}
