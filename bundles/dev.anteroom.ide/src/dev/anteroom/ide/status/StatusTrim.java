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

import java.util.List;
import java.util.stream.Stream;

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
import dev.anteroom.room.RoomGuest;
import dev.anteroom.room.RoomHost;
import dev.anteroom.server.ChatServer;
import dev.anteroom.ui.Ids;
import dev.anteroom.ui.internal.UiUpdates;
import dev.anteroom.ui.internal.Views;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/**
 * How the line, the conversation and the rooms are, at the bottom of the window; a click opens the view. It is there
 * only while there is something to say. UI thread.
 */
public final class StatusTrim {

	private final ChatServer server;
	private final ChatClient client;
	private final RoomHost host;
	private final RoomGuest guest;
	private final EPartService parts;
	private ToolBar bar;
	private List<Segment> shown = List.of();

	@Inject
	public StatusTrim(ChatServer server, ChatClient client, RoomHost host, RoomGuest guest, EPartService parts) {
		this.server = server;
		this.client = client;
		this.host = host;
		this.guest = guest;
		this.parts = parts;
	}

	@PostConstruct
	void create(Composite parent, UISynchronize sync) {
		bar = new ToolBar(parent, SWT.FLAT | SWT.RIGHT);
		var images = new LocalResourceManager(JFaceResources.getResources(), bar);
		var updates = new UiUpdates(sync, bar, () -> show(segments(), images));
		List<Registration> registrations = List.of(server.addListener(updates),
				server.conversation().addStateListener(updates), client.conversation().addStateListener(updates),
				host.addListener(updates), guest.conversation().addStateListener(updates));
		bar.addDisposeListener(e -> registrations.forEach(Registration::close));
		show(segments(), images);
	}

	private List<Segment> segments() {
		String serving = StatusWords.ofServer(server.status(), server.conversation().state(),
				server.waitingLine().size());
		String visiting = StatusWords.ofClient(client.conversation().state());
		String keeping = StatusWords.ofHost(host.status(), host.guests().size());
		String inRoom = StatusWords.ofGuest(guest.conversation().state());
		return Stream.of(new Segment("server", serving, Ids.SERVER_CONVERSATION_PART),
				new Segment("client", visiting, Ids.CLIENT_CONVERSATION_PART),
				new Segment("room", keeping, Ids.HOSTED_ROOM_PART), new Segment("room", inRoom, Ids.JOINED_ROOM_PART))
				.filter(segment -> !segment.words().isEmpty()).toList();
	}

	private void show(List<Segment> segments, LocalResourceManager images) {
		if (segments.equals(shown)) {
			return;
		}
		boolean others = !segments.stream().map(Segment::part).toList().equals(shown.stream().map(Segment::part).toList());
		if (others) {
			for (ToolItem item : bar.getItems()) {
				item.dispose();
			}
			segments.forEach(segment -> add(segment, images));
		}
		for (int i = 0; i < segments.size(); i++) {
			ToolItem item = bar.getItem(i);
			item.setText(LegacyActionTools.escapeMnemonics(Words.bind("status.label", segments.get(i).words())));
			item.setToolTipText(Words.of("status.tip"));
		}
		shown = segments;
		bar.requestLayout();
	}

	private void add(Segment segment, LocalResourceManager images) {
		var item = new ToolItem(bar, SWT.PUSH);
		ResourceLocator.imageDescriptorFromBundle("dev.anteroom.ui", "icons/" + segment.icon() + ".svg")
				.ifPresent(icon -> item.setImage(images.get(icon)));
		item.addListener(SWT.Selection, e -> Views.show(parts, segment.part(), PartState.ACTIVATE));
	}

	/** What is said of one role. */
	private record Segment(String icon, String words, String part) {
	}
}
