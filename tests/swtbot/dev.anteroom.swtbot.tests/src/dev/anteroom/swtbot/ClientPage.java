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

import org.eclipse.swtbot.swt.finder.SWTBot;

/** The coming person's view. Test's thread. */
final class ClientPage {

	static final String TITLE = "Client Conversation";

	private final Window window;
	private final View view;

	ClientPage(Window window) {
		this.window = window;
		view = window.view(TITLE);
	}

	/** Types where to go and presses Connect. */
	void connect(String host, String textPort, String imagePort) {
		SWTBot bot = view.bot();
		bot.button("Connect");
		bot.textWithLabel("Server:").setText(host);
		bot.textWithLabel("Text port:").setText(textPort);
		bot.textWithLabel("Picture port:").setText(imagePort);
		bot.button("Connect").click();
	}

	/** Connects to the server of this computer on {@code ports}. */
	void connect(Ports ports) {
		connect("127.0.0.1", Integer.toString(ports.text()), Integer.toString(ports.image()));
	}

	/** Returns when it is this client's turn. */
	void awaitTurn() {
		view.awaitWordsLike("Talking with .*");
	}

	/** Presses Disconnect, and returns when it is disconnected. */
	void disconnect() {
		view.bot().button("Disconnect").click();
		awaitDisconnected();
	}

	/** Returns when Connect is offered. */
	void awaitDisconnected() {
		view.bot().button("Connect");
	}

	/** What is said about the connection, and about what was typed. */
	View view() {
		return view;
	}

	LogPage log() {
		return new LogPage(view.bot());
	}

	ComposerPage composer() {
		return new ComposerPage(view.bot());
	}

	PreviewPage preview() {
		return new PreviewPage(window);
	}
}
