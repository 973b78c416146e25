/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ide.status;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import dev.anteroom.chat.Registration;
import dev.anteroom.client.ChatClient;
import dev.anteroom.ide.Words;
import dev.anteroom.server.ChatServer;
import dev.anteroom.ui.Ids;
import dev.anteroom.ui.internal.UiUpdates;
import jakarta.annotation.PostConstruct;

/**
 * How the line and the conversation are, at the bottom of the window; a click opens the view. It is there only while
 * there is something to say. UI thread.
 */
public final class StatusTrim {

	private EPartService parts;
	private ToolBar bar;
	private List<Segment> shown = List.of();

	@PostConstruct
	void create(Composite parent, ChatServer server, ChatClient client, EPartService partService, UISynchronize sync) {
		parts = partService;
		bar = new ToolBar(parent, SWT.FLAT | SWT.RIGHT);
		var images = new LocalResourceManager(JFaceResources.getResources(), bar);
		var updates = new UiUpdates(sync, bar, () -> show(segments(server, client), images));
		List<Registration> registrations = List.of(server.addListener(updates),
				server.conversation().addStateListener(updates), client.conversation().addStateListener(updates));
		bar.addDisposeListener(e -> registrations.forEach(Registration::close));
		show(segments(server, client), images);
	}

	private static List<Segment> segments(ChatServer server, ChatClient client) {
		var segments = new ArrayList<Segment>();
		String serving = StatusWords.ofServer(server.status(), server.conversation().state(),
				server.waitingLine().size());
		if (!serving.isEmpty()) {
			segments.add(new Segment("server", Words.bind("status.label", serving), Ids.SERVER_CONVERSATION_PART));
		}
		String visiting = StatusWords.ofClient(client.conversation().state());
		if (!visiting.isEmpty()) {
			segments.add(new Segment("client", Words.bind("status.label", visiting), Ids.CLIENT_CONVERSATION_PART));
		}
		return segments;
	}

	private void show(List<Segment> segments, LocalResourceManager images) {
		if (segments.equals(shown)) {
			return;
		}
		boolean others = !segments.stream().map(Segment::icon).toList().equals(shown.stream().map(Segment::icon).toList());
		if (others) {
			for (ToolItem item : bar.getItems()) {
				item.dispose();
			}
			segments.forEach(segment -> add(segment, images));
		}
		for (int i = 0; i < segments.size(); i++) {
			ToolItem item = bar.getItem(i);
			item.setText(LegacyActionTools.escapeMnemonics(segments.get(i).words()));
			item.setToolTipText(Words.of("status.tip"));
		}
		shown = segments;
		bar.requestLayout();
	}

	private void add(Segment segment, LocalResourceManager images) {
		var item = new ToolItem(bar, SWT.PUSH);
		ResourceLocator.imageDescriptorFromBundle("dev.anteroom.ui", "icons/" + segment.icon() + ".svg")
				.ifPresent(icon -> item.setImage(images.get(icon)));
		item.addListener(SWT.Selection, e -> parts.showPart(segment.part(), PartState.ACTIVATE));
	}

	/** What is said of one role. */
	private record Segment(String icon, String words, String part) {
	}
}
