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

import java.util.concurrent.CompletionException;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.JournalListener;
import dev.anteroom.chat.Registration;
import dev.anteroom.ui.internal.UiBatches;
import dev.anteroom.ui.internal.UiUpdates;
import dev.anteroom.ui.log.JournalSource;
import dev.anteroom.ui.log.MessageLog;

/** A conversation as it is seen, in either role: what was said, and the place to say something. UI thread. */
public final class ConversationView extends Composite {

	private final Conversation conversation;
	private final ViewTools tools;
	private final MessageLog log;
	private final Composer composer;

	public ConversationView(Composite parent, Conversation conversation, ViewTools tools) {
		super(parent, SWT.NONE);
		this.conversation = conversation;
		this.tools = tools;
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
		log = new MessageLog(this, tools, new JournalSource(conversation.journal()));
		GridDataFactory.fillDefaults().grab(true, true).hint(200, 80).applyTo(log);
		composer = new Composer(this, tools, this::send);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(composer);

		var batches = new UiBatches(this, log::refresh);
		Registration entries = conversation.journal()
				.addListener(whenAppended(new UiUpdates(tools.sync(), this, batches)));
		Registration state = conversation.addStateListener(new UiUpdates(tools.sync(), this, this::showState));
		addDisposeListener(e -> {
			entries.close();
			state.close();
		});
		log.refresh();
		showState();
	}

	/** Where things are said. */
	public Composer composer() {
		return composer;
	}

	/** What was said. */
	public MessageLog log() {
		return log;
	}

	@Override
	public boolean setFocus() {
		return composer.setFocus();
	}

	private static JournalListener whenAppended(Runnable update) {
		return entry -> update.run();
	}

	private void showState() {
		composer.update(conversation.state());
	}

	private static Draft unsent(Draft draft, Throwable failure) {
		Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
		return cause instanceof ChatException chat ? chat.unsentOf(draft) : draft;
	}

	private void send(Draft draft) {
		conversation.send(draft).exceptionally(failure -> {
			tools.sync().asyncExec(() -> {
				if (!isDisposed()) {
					composer.restore(unsent(draft, failure));
				}
			});
			return null;
		});
	}
}
