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
import static org.eclipse.swtbot.swt.finder.matchers.WidgetMatcherFactory.widgetOfType;

import java.util.List;

import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swtbot.swt.finder.SWTBot;
import org.eclipse.swtbot.swt.finder.finders.UIThreadRunnable;
import org.eclipse.swtbot.swt.finder.results.Result;

import dev.anteroom.ui.log.MessageLog;

/** The lines of a conversation. Test's thread. */
final class LogPage {

	private final SWTBot view;

	LogPage(SWTBot view) {
		this.view = view;
	}

	/** Returns when the log shows {@code words}. */
	void awaitLine(String words) {
		await("the line \"" + words + '"', () -> contains(words));
	}

	boolean contains(String words) {
		return UIThreadRunnable.syncExec((Result<String>) log()::text).contains(words);
	}

	/** Returns when there is a picture in sight. */
	void awaitPicture() {
		await("a picture", () -> !pictures().isEmpty());
	}

	/** Clicks the last picture in sight. */
	void clickPicture() {
		Rectangle bounds = pictures().getLast();
		new SWTBot(log()).canvas().click(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
	}

	private List<Rectangle> pictures() {
		return UIThreadRunnable.syncExec((Result<List<Rectangle>>) log()::pictureBounds);
	}

	private MessageLog log() {
		return view.widget(widgetOfType(MessageLog.class));
	}
}
