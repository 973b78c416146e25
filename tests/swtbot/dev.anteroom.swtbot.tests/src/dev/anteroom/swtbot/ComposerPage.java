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
import static dev.anteroom.swtbot.Conditions.awaitWordsLike;
import static org.eclipse.swtbot.swt.finder.matchers.WidgetMatcherFactory.widgetOfType;

import java.nio.file.Path;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swtbot.swt.finder.SWTBot;
import org.eclipse.swtbot.swt.finder.finders.UIThreadRunnable;
import org.eclipse.swtbot.swt.finder.keyboard.Keystrokes;
import org.eclipse.swtbot.swt.finder.results.VoidResult;

import dev.anteroom.ui.composer.Composer;

/** Where a message is written. Test's thread. */
final class ComposerPage {

	private final Composer composer;
	private final SWTBot bot;

	ComposerPage(SWTBot view) {
		composer = view.widget(widgetOfType(Composer.class));
		bot = new SWTBot(composer);
	}

	/** Puts {@code message} into the field and presses Send, as soon as that is possible. */
	void say(String message) {
		write(message);
		send();
	}

	void write(String message) {
		bot.styledText().setText(message);
	}

	/** Presses the keys of {@code digits} in the field. Of letters, the system would decide the case. */
	void type(String digits) {
		bot.styledText().typeText(digits, 1);
	}

	void pressEnter() {
		bot.styledText().pressShortcut(Keystrokes.CR);
	}

	void pressShiftEnter() {
		bot.styledText().pressShortcut(Keystrokes.SHIFT, Keystrokes.CR);
	}

	void send() {
		bot.button("Send").click();
	}

	boolean canSend() {
		return bot.button("Send").isEnabled();
	}

	/** Returns when the field holds {@code message}. */
	void awaitMessage(String message) {
		await("the message \"" + message + '"', () -> bot.styledText().getText().equals(message));
	}

	/** Attaches a picture; a person would choose it in the system's dialog, which is out of reach here. */
	void attach(Path file) {
		UIThreadRunnable.syncExec((VoidResult) () -> composer.attach(file));
	}

	/** Returns when pictures can be sent as well as text. */
	void awaitPicturesPossible() {
		awaitWordsLike(bot, "Enter sends, Shift\\+Enter begins a new line");
	}

	/** Returns when the attached picture is described by its name. */
	void awaitAttachment(Path file) {
		awaitAttachment(file, "");
	}

	/** Returns when an attached picture is described by its name and then {@code words}, or words that begin so. */
	void awaitAttachment(Path file, String words) {
		String described = file.getFileName() + ", " + words;
		await("the picture " + described, () -> UIThreadRunnable
				.syncExec(() -> composer.attachments().stream().anyMatch(each -> each.startsWith(described))));
	}

	/** Removes the last attached picture, by keyboard: its cross is drawn, and no widget. */
	void removeAttachment() {
		UIThreadRunnable.syncExec((VoidResult) () -> {
			composer.field().setFocus();
			composer.field().traverse(SWT.TRAVERSE_TAB_PREVIOUS);
			var delete = new Event();
			delete.keyCode = SWT.DEL;
			composer.getDisplay().getFocusControl().notifyListeners(SWT.KeyDown, delete);
		});
	}

	/** Whether there is neither a text nor a picture. */
	boolean isEmpty() {
		return UIThreadRunnable.syncExec(() -> composer.isEmpty());
	}
}
