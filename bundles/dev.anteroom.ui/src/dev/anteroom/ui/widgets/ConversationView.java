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

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.Entry;
import dev.anteroom.chat.JournalListener;
import dev.anteroom.chat.Registration;
import dev.anteroom.ui.composer.Composer;
import dev.anteroom.ui.internal.UiUpdates;

/** A conversation as it is seen, in either role: what was said, and the place to say something. UI thread. */
public final class ConversationView extends Composite {

	private final Conversation conversation;
	private final MessageLog log;
	private final Composer composer;
	private long seen;

	public ConversationView(Composite parent, Conversation conversation, ViewTools tools) {
		super(parent, SWT.NONE);
		this.conversation = conversation;
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
		log = new MessageLog(this, tools);
		GridDataFactory.fillDefaults().grab(true, true).hint(200, 80).applyTo(log);
		composer = new Composer(this, tools, conversation);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(composer);

		Registration entries = conversation.journal().addListener(whenAppended(new UiUpdates(tools.sync(), this, this::showNew)));
		Registration state = conversation.addStateListener(new UiUpdates(tools.sync(), this, this::showState));
		addDisposeListener(e -> {
			entries.close();
			state.close();
		});
		showNew();
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

	private void showNew() {
		List<Entry> entries = conversation.journal().after(seen);
		if (!entries.isEmpty()) {
			seen = entries.getLast().number();
			log.append(entries);
		}
	}

	private void showState() {
		composer.update();
	}
}
