/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.widgets;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import dev.anteroom.chat.Conversation;

/**
 * Hands the focus on from a bar to the conversation below once something can be said there: the button that was pressed
 * to get there has become one that ends it, and what is typed next would press it. UI thread.
 */
final class FocusHandover implements Runnable {

	private final Composite bar;
	private final ConversationView view;
	private final Conversation conversation;
	private boolean could;

	FocusHandover(Composite bar, ConversationView view, Conversation conversation) {
		this.bar = bar;
		this.view = view;
		this.conversation = conversation;
		this.could = conversation.state().canSend();
	}

	/** To be called after each change of the conversation's state. */
	@Override
	public void run() {
		boolean can = conversation.state().canSend();
		if (can && !could && hasFocus()) {
			view.setFocus();
		}
		could = can;
	}

	private boolean hasFocus() {
		for (Control at = bar.getDisplay().getFocusControl(); at != null; at = at.getParent()) {
			if (at == bar) {
				return true;
			}
		}
		// A field that was disabled while it had the focus has left it nowhere.
		return bar.getDisplay().getFocusControl() == null && bar.getShell() == bar.getDisplay().getActiveShell()
				&& bar.isVisible();
	}
}
