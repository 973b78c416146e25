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

import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;

import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Picture;
import dev.anteroom.ui.internal.Copier;
import dev.anteroom.ui.internal.Copier.Content;
import dev.anteroom.ui.internal.Labels;
import dev.anteroom.ui.widgets.ViewTools;

/** What can be done with what is selected in a log. UI thread. */
final class LogActions {

	/** A selection of more entries than this is not offered to the middle mouse button. */
	private static final long MOST_OFFERED = 1_000;
	private static final int PAGE = 1_024;
	private static final int MOST_CHARACTERS = 32 << 20;

	private final LogCanvas canvas;
	private final ViewTools tools;
	private final Copier copier;
	private Predicate<String> confirmation = this::confirmed;

	LogActions(LogCanvas canvas) {
		this.canvas = canvas;
		this.tools = canvas.tools();
		copier = new Copier(canvas, tools.sync(), tools.pictures(), () -> tell(tools.messages().log_copyFailed));
	}

	/** Replaces the question before an address is opened; {@code confirmation} gives whether to open it. */
	void setConfirmation(Predicate<String> confirmation) {
		this.confirmation = confirmation;
	}

	void selectAll() {
		if (!canvas.scroll().isEmpty()) {
			LogItem last = canvas.item(canvas.last());
			canvas.select(new Selection(new Position(canvas.first(), 0),
					new Position(canvas.last(), last == null ? 0 : last.length())));
		}
	}

	/** Copies what is selected, or else the current message. */
	void copy() {
		Selection selection = canvas.selection();
		if (selection.isEmpty()) {
			copyMessage(canvas.current());
			return;
		}
		LogItem only = selection.start().number() == selection.end().number() ? canvas.item(selection.start().number())
				: null;
		if (only != null && only.picture() != null && selection.end().offset() > only.text().length()) {
			text(selection).thenAccept(
					text -> tools.sync().asyncExec(() -> copier.copy(only.picture(), Content.of(text))));
		} else {
			CompletionStage<String> all = text(selection);
			copier.copy(all.thenApply(text -> fitting(text, MOST_CHARACTERS))).thenAcceptBoth(all, this::tellOfPart);
		}
	}

	/** Copies all of one message, with its time and sender. */
	void copyMessage(long number) {
		LogItem item = number == 0 ? null : canvas.item(number);
		if (item != null) {
			copier.copy(message(number));
		}
	}

	void copyText(String text) {
		copier.copy(text);
	}

	/** Gives a selection that was made by mouse to the middle button, where the system has that. */
	void offerSelection() {
		Selection selection = canvas.selection();
		if (selection.end().number() - selection.start().number() < MOST_OFFERED) {
			copier.offer(text(selection));
		}
	}

	/** Opens the picture or the only link of the current message. */
	void openCurrent() {
		LogItem item = canvas.current() == 0 ? null : canvas.item(canvas.current());
		if (item == null) {
			return;
		}
		if (item.picture() != null) {
			show(item.picture());
		} else if (!item.links().isEmpty()) {
			open(item.links().getFirst());
		}
	}

	void show(Picture picture) {
		// It may open a view, which is not for the middle of an event of this one.
		tools.sync().asyncExec(() -> tools.opener().accept(picture));
	}

	/** Shows a place, or opens an address somebody else wrote once the person has seen where it leads. */
	void open(Link link) {
		if (link.place()) {
			// It may open a view, which is not for the middle of an event of this one.
			tools.sync().asyncExec(() -> tools.places().show(link.target()));
		} else if (confirmation.test(link.target())) {
			if (!Program.launch(link.target())) {
				copier.copy(link.target());
				tell(tools.messages().log_openLinkFailed);
			}
		}
	}

	/** The first {@code most} characters of {@code text}, or one fewer where those would end with half a character. */
	static String fitting(String text, int most) {
		return text.length() <= most ? text
				: text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
	}

	private void tellOfPart(String copied, String all) {
		if (copied.length() < all.length()) {
			tell(NLS.bind(tools.messages().log_copiedPart, tools.wording().count(copied.length())));
		}
	}

	private void tell(String words) {
		MessageDialog.openInformation(canvas.getShell(), tools.messages().preferences_title, words);
	}

	private boolean confirmed(String target) {
		return MessageDialog.open(MessageDialog.QUESTION, canvas.getShell(), Labels.plain(tools.messages().log_openLink),
				NLS.bind(tools.messages().log_openLinkQuestion, Labels.literal(target)), SWT.NONE,
				tools.messages().log_openLinkYes, tools.messages().log_cancel) == 0;
	}

	/** What is selected as text; of more than one message, with the times and senders. */
	CompletionStage<String> text(Selection selection) {
		var text = new StringBuilder();
		return collect(selection, selection.start().number(), text).thenApply(done -> text.toString());
	}

	private CompletionStage<Void> collect(Selection selection, long from, StringBuilder text) {
		long last = selection.end().number();
		if (from > last || text.length() > MOST_CHARACTERS) {
			return CompletableFuture.completedFuture(null);
		}
		int count = (int) Math.min(PAGE, last - from + 1);
		return canvas.source().read(from, count).thenCompose(entries -> {
			for (Entry entry : entries) {
				add(entry, selection, text);
			}
			long next = entries.isEmpty() ? from + count : entries.getLast().number() + 1;
			// From a fresh stack: a million entries are a thousand pages.
			return next > last ? CompletableFuture.completedFuture(null)
					: CompletableFuture.completedFuture(null).thenComposeAsync(go -> collect(selection, next, text));
		});
	}

	private void add(Entry entry, Selection selection, StringBuilder text) {
		if (entry.number() <= selection.end().number()) {
			text.append(text.isEmpty() ? "" : "\n")
					.append(new Quote(entry, tools.wording()).of(selection, canvas.style().zone));
		}
	}

	/** All of one message, with its time and sender; empty when it can't be had any longer. */
	private CompletionStage<String> message(long number) {
		ZoneId zone = canvas.style().zone;
		return canvas.source().read(number, 1).thenApply(entries -> entries.isEmpty() ? ""
				: new Quote(entries.getFirst(), tools.wording()).all(zone));
	}
}
