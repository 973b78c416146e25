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

import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swtbot.swt.finder.SWTBot;
import org.eclipse.swtbot.swt.finder.finders.UIThreadRunnable;
import org.eclipse.swtbot.swt.finder.results.ListResult;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotShell;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotToolbarRadioButton;

/**
 * The product's window, found as a person finds it: by what is written on it. Pages are looked up anew at each use, so
 * that they outlive a reset. Test's thread.
 */
final class Window {

	private final SWTBotShell shell;
	private final SWTBot bot;

	Window() {
		shell = new SWTBot().shell("Anteroom");
		bot = new SWTBot(shell.widget);
	}

	/** The server's page, shown. */
	ServerPage server() {
		choose("Server", ServerPage.TITLE);
		return new ServerPage(this);
	}

	/** The client's page, shown. */
	ClientPage client() {
		choose("Client", ClientPage.TITLE);
		return new ClientPage(this);
	}

	/** Whether the switcher shows that the perspective is the one in sight. */
	boolean isChosen(String perspective) {
		return switcher(perspective).isChecked();
	}

	/** Chooses from the menu bar. */
	void menu(String... path) {
		shell.menu().menu(path).click();
	}

	/** The titles of the views in sight, in alphabetical order. */
	List<String> views() {
		List<? extends CTabItem> tabs = bot.widgets(widgetOfType(CTabItem.class));
		return UIThreadRunnable
				.syncExec((ListResult<String>) () -> tabs.stream().map(CTabItem::getText).sorted().toList());
	}

	/** The view with that title, which is in sight. */
	View view(String title) {
		return new View(bot, title);
	}

	/** All that is in sight. */
	SWTBot bot() {
		return bot;
	}

	private void choose(String perspective, String view) {
		if (!isChosen(perspective)) {
			switcher(perspective).click();
		}
		await("the view " + view, () -> views().contains(view));
	}

	private SWTBotToolbarRadioButton switcher(String perspective) {
		return bot.toolbarRadioButton(perspective);
	}
}
