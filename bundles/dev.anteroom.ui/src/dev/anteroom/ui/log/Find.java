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

import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

import dev.anteroom.chat.Wording;
import dev.anteroom.ui.Messages;
import dev.anteroom.ui.internal.LogColors;
import dev.anteroom.ui.internal.UiExecutor;
import dev.anteroom.ui.widgets.ViewTools;

/** The search in a log: what is written in its bar is marked in the log and gone to. UI thread. */
final class Find {

	/** A longer selection is not what somebody looks for. */
	private static final int LONGEST_SUGGESTION = 200;

	private final Composite log;
	private final LogCanvas canvas;
	private final Messages messages;
	private final Finder finder;
	private Consumer<String> voice = words -> { };
	/** What the voice said last of what is looked for, for want of a match; empty when it has to say it again. */
	private String said = "";
	private FindBar bar;
	private Control before;

	/** @param log has a grid layout of one column, in which the bar comes above {@code canvas} */
	Find(Composite log, LogCanvas canvas) {
		this.log = log;
		this.canvas = canvas;
		ViewTools tools = canvas.tools();
		messages = tools.messages();
		finder = new Finder(canvas.source(), tools.wording(), ForkJoinPool.commonPool(),
				new UiExecutor(tools.sync(), log), this::showState, this::show);
		log.addDisposeListener(e -> finder.stop());
	}

	/** @param voice has said what was found, to who can't see it */
	void onFound(Consumer<String> voice) {
		this.voice = voice;
	}

	/** Opens the bar, or goes back to it; what is selected in the log is what to look for. */
	void open() {
		if (isOpen() && bar.hasFocus()) {
			bar.setFocus();
			return;
		}
		before = log.getDisplay().getFocusControl();
		boolean opened = !isOpen();
		setOpen(true);
		String suggestion = suggestion();
		if (!suggestion.isEmpty()) {
			bar.setText(suggestion);
			look(bar.query(), canvas.selection().start(), true);
		} else if (opened) {
			look(bar.query(), place(), false);
		}
		bar.setFocus();
	}

	/** Closes the bar; the match that was gone to stays selected. */
	void close() {
		if (!isOpen()) {
			return;
		}
		Selection found = finder.found();
		finder.stop();
		canvas.mark(null, null);
		if (found != null) {
			canvas.select(found);
			canvas.setCurrent(found.start().number());
		}
		boolean focused = bar.hasFocus();
		setOpen(false);
		if (focused && (before == null || before.isDisposed() || !before.isVisible() || !before.setFocus())) {
			canvas.setFocus();
		}
	}

	boolean isOpen() {
		return bar != null && bar.getVisible();
	}

	/** The bar, or {@code null} if it was never open. */
	FindBar bar() {
		return bar;
	}

	Finder finder() {
		return finder;
	}

	/** Takes up what the source has now. */
	void refresh() {
		boolean gone = finder.found() != null;
		finder.refresh();
		if (gone && finder.found() == null) {
			mark();
		}
	}

	/** Takes a key that means the search, wherever in the log it was pressed; gives whether it is one. */
	boolean key(Event event) {
		int modifiers = event.stateMask & SWT.MODIFIER_MASK;
		boolean shift = (modifiers & SWT.SHIFT) != 0;
		boolean step = event.keyCode == SWT.F3 && (modifiers & ~SWT.SHIFT) == 0
				|| event.keyCode == 'g' && (modifiers & ~SWT.SHIFT) == SWT.MOD1;
		if (event.keyCode == 'f' && modifiers == SWT.MOD1 || step && !isOpen()) {
			open();
		} else if (step) {
			step(shift);
		} else if (event.keyCode == SWT.ESC && modifiers == 0 && isOpen()) {
			close();
		} else {
			return false;
		}
		return true;
	}

	/** Takes what is written in the bar now. */
	void changed(Query query) {
		look(query, finder.found() == null ? place() : finder.found().start(), true);
	}

	/** Goes to the next match, or {@code back} to the one before. */
	void step(boolean back) {
		said = "";
		if (back) {
			finder.previous();
		} else {
			finder.next();
		}
	}

	private void look(Query query, Position from, boolean go) {
		said = "";
		finder.find(query, from, go);
		mark();
		// Else the words for the last search stay until this one has something to say: they don't flicker.
		if (!finder.isSearching()) {
			showState();
		}
	}

	/** Where the person is: at the end, or at what is at the top of the view. */
	private Position place() {
		return new Position(canvas.scroll().isFollowing() ? canvas.last() + 1 : canvas.scroll().top(), 0);
	}

	private String suggestion() {
		Selection selection = canvas.selection();
		long number = selection.start().number();
		LogItem item = selection.isEmpty() || number != selection.end().number() ? null : canvas.item(number);
		if (item == null) {
			return "";
		}
		int length = item.text().length();
		String text = item.text().substring(Math.min(selection.start().offset(), length),
				Math.min(selection.end().offset(), length));
		return text.length() > LONGEST_SUGGESTION || text.indexOf('\n') >= 0 ? "" : text;
	}

	private void show(Selection found) {
		mark();
		if (!isInSight(found.start())) {
			canvas.center(found.start());
		}
		said = "";
		voice.accept(state() + ", " + new Spoken(canvas).of(found.start().number()));
	}

	private boolean isInSight(Position position) {
		Rectangle bounds = canvas.boundsOf(position.number());
		if (bounds == null || canvas.item(position.number()) == null) {
			return false;
		}
		Rectangle line = canvas.itemLayout(position.number()).lineAt(position.offset());
		int y = bounds.y + line.y;
		return y >= 0 && y + line.height + LogStyle.MARGIN <= canvas.getClientArea().height;
	}

	private void mark() {
		Query query = finder.query();
		canvas.mark(query.isEmpty() ? null : query::in, finder.found());
	}

	private void showState() {
		boolean nothing = !finder.query().isEmpty() && !finder.isSearching() && finder.count() == 0;
		bar.setState(state(), nothing ? canvas.style().of(LogColors.Use.ERROR) : null);
		// It is shown anew with each new message.
		if (nothing && !said.equals(state())) {
			said = state();
			voice.accept(said);
		}
	}

	private String state() {
		int count = finder.count();
		Wording words = canvas.tools().wording();
		if (finder.query().isEmpty()) {
			return "";
		}
		if (finder.isFull() || finder.isSearching() && count > 0) {
			return NLS.bind(messages.log_findMore, words.count(count));
		}
		if (finder.isSearching()) {
			return messages.log_findSearching;
		}
		return count == 0 ? messages.log_findNone
				: finder.place() == 0 ? NLS.bind(messages.log_findCount, words.count(count))
						: NLS.bind(messages.log_findPlace, words.count(finder.place()), words.count(count));
	}

	private void setOpen(boolean open) {
		if (bar == null) {
			bar = new FindBar(log, messages, this);
			bar.moveAbove(canvas);
			GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		}
		((GridData) bar.getLayoutData()).exclude = !open;
		bar.setVisible(open);
		log.layout();
	}
}
