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

import org.eclipse.swtbot.swt.finder.SWTBot;

/** The serving person's view, with its tool bar. Test's thread. */
final class ServerPage {

	static final String TITLE = "Server Conversation";

	private final Window window;
	private final View view;

	ServerPage(Window window) {
		this.window = window;
		view = window.view(TITLE);
	}

	/** Types the ports and presses Start. */
	void start(String textPort, String imagePort) {
		SWTBot bot = view.bot();
		bot.button("Start");
		bot.textWithLabel("Text port:").setText(textPort);
		bot.textWithLabel("Picture port:").setText(imagePort);
		bot.button("Start").click();
	}

	/** Starts on two free ports, and returns when it listens. */
	Ports startOnFreePorts() {
		var ports = Ports.free();
		start(Integer.toString(ports.text()), Integer.toString(ports.image()));
		view.awaitWordsLike("Listening at .*, ports " + ports.text() + " and " + ports.image());
		return ports;
	}

	/** Presses Stop while somebody is there, says that it is meant, and returns when it has stopped. */
	void stop() {
		view.bot().button("Stop").click();
		new SWTBot().shell("Stop the server?").bot().button("Stop").click();
		awaitStopped();
	}

	/** Returns when Start is offered. */
	void awaitStopped() {
		view.bot().button("Start");
	}

	/** What is said about the server, and about what was typed. */
	View view() {
		return view;
	}

	LogPage log() {
		return new LogPage(view.bot());
	}

	ComposerPage composer() {
		return new ComposerPage(view.bot());
	}

	LinePage line() {
		return new LinePage(window);
	}

	PreviewPage preview() {
		return new PreviewPage(window);
	}

	void admitNext() {
		window.bot().toolbarButton("Admit Next").click();
	}

	void endConversation() {
		window.bot().toolbarButton("End Conversation").click();
	}

	/** Presses Pause, and returns when it stays down. */
	void pause() {
		window.bot().toolbarToggleButton("Pause").click();
		await("Pause to be down", () -> window.bot().toolbarToggleButton("Pause").isChecked());
	}

	/** Presses Pause again, and returns when it is up. */
	void resume() {
		window.bot().toolbarToggleButton("Pause").click();
		await("Pause to be up", () -> !window.bot().toolbarToggleButton("Pause").isChecked());
	}
}
