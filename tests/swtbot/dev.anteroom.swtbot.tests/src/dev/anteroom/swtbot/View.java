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

import java.util.regex.Pattern;

import org.eclipse.swt.widgets.Control;
import org.eclipse.swtbot.swt.finder.SWTBot;
import org.eclipse.swtbot.swt.finder.finders.UIThreadRunnable;
import org.eclipse.swtbot.swt.finder.results.WidgetResult;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotCTabItem;

/** A view in sight. Test's thread. */
final class View {

	private final SWTBot window;
	private final String title;

	View(SWTBot window, String title) {
		this.window = window;
		this.title = title;
	}

	/** What is in the view. */
	SWTBot bot() {
		SWTBotCTabItem tab = window.cTabItem(title);
		return new SWTBot(UIThreadRunnable.syncExec((WidgetResult<Control>) () -> tab.widget.getControl()));
	}

	/** Clicks the cross on its tab. */
	void close() {
		window.cTabItem(title).close();
	}

	/** Returns when the view says {@code words} in a line of their own. */
	void awaitWords(String words) {
		awaitWordsLike(Pattern.quote(words));
	}

	/** Returns when the view says something like {@code pattern}, a regular expression, in a line of its own. */
	void awaitWordsLike(String pattern) {
		Conditions.awaitWordsLike(bot(), pattern);
	}
}
