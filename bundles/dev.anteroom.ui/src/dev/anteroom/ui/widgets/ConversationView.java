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

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;

import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.JournalListener;
import dev.anteroom.chat.Registration;
import dev.anteroom.ui.composer.Composer;
import dev.anteroom.ui.internal.IdeStyles;
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
		IdeStyles.install(getDisplay());
		this.conversation = conversation;
		this.tools = tools;
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
		log = new MessageLog(this, tools, new JournalSource(conversation.journal()));
		GridDataFactory.fillDefaults().grab(true, true).hint(200, 80).applyTo(log);
		composer = new Composer(this, tools, conversation);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(composer);

		composer.field().addListener(SWT.KeyDown, this::key);

		var batches = new UiBatches(this, this::refresh);
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

	/**
	 * A conversation below {@code bar}, which begins and ends it and hands the focus on to it. They are all that their
	 * parent has.
	 */
	public static ConversationView below(Composite bar, Conversation conversation, ViewTools tools) {
		Composite parent = bar.getParent();
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		var line = new Label(parent, SWT.SEPARATOR | SWT.HORIZONTAL);
		GridDataFactory.fillDefaults().applyTo(line);
		var view = new ConversationView(parent, conversation, tools);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(view);
		Registration handover = conversation.addStateListener(
				new UiUpdates(tools.sync(), view, new FocusHandover(bar, view, conversation)));
		view.addDisposeListener(e -> handover.close());
		return view;
	}

	/** What of the log's keys is also wanted where one writes. */
	private void key(Event event) {
		int modifiers = event.stateMask & SWT.MODIFIER_MASK;
		if (event.keyCode == 'f' && modifiers == SWT.MOD1 || event.keyCode == SWT.F3 && modifiers == SWT.NONE) {
			event.doit = false;
			log.find();
		}
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

	private void refresh() {
		long before = log.unseen();
		log.refresh();
		long now = log.unseen();
		// Fewer than before are those of another conversation.
		Attention.of(getShell()).came(now < before ? now : now - before, tools.wording());
	}

	private void showState() {
		composer.update();
	}
}
