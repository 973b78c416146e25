/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.room.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import dev.anteroom.chat.Archive;
import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.EntrySpool;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Registration;
import dev.anteroom.protocol.Closing;
import dev.anteroom.protocol.Runs;
import dev.anteroom.room.Guest;
import dev.anteroom.room.RoomHost;
import dev.anteroom.room.RoomSettings;
import dev.anteroom.room.RoomStatus;

/** The room of this process. Each opening makes a {@link RoomRun}; {@link Runs} sees to their order. */
@Component
public final class RoomHostService implements RoomHost {

	private static final long DEACTIVATION_SECONDS = 7;

	private final Archive archive;
	private final EntrySpool spool;
	private final Runs<RoomRun> runs = new Runs<>();
	private final RoomView view = new RoomView();
	private final HostConversation conversation;

	/** @param archive keeps what is said */
	@Activate
	public RoomHostService(@Reference Archive archive) {
		this.archive = archive;
		spool = archive.spool();
		conversation = new HostConversation(new Journal(Clock.systemUTC(), spool), this::tell, this::close);
	}

	@Override
	public CompletionStage<Void> open(RoomSettings settings) {
		var opened = new CompletableFuture<Void>();
		if (!runs.begin(() -> new RoomRun(settings, archive, conversation, view), opened)) {
			var refusal = new ChatException(Notice.of(Phrase.PORT_IN_USE, settings.port()));
			conversation.journal().append(refusal.notice());
			opened.completeExceptionally(refusal);
		}
		return opened;
	}

	@Override
	public CompletionStage<Void> close() {
		return runs.end();
	}

	@Override
	public RoomStatus status() {
		return view.status();
	}

	@Override
	public List<Guest> guests() {
		return view.guests();
	}

	@Override
	public void remove(Guest guest) {
		tell(gathering -> gathering.remove(guest.id()));
	}

	@Override
	public void block(Guest guest) {
		try {
			// In digits: nobody is asked.
			InetAddress ip = InetAddress.getByName(guest.address().host());
			tell(gathering -> gathering.block(ip));
		} catch (UnknownHostException e) {
			throw new IllegalArgumentException(guest.toString(), e);
		}
	}

	@Override
	public void unblock(Collection<String> addresses) {
		List<String> meant = List.copyOf(addresses);
		tell(gathering -> gathering.unblock(meant));
	}

	@Override
	public Conversation conversation() {
		return conversation;
	}

	@Override
	public Registration addListener(Runnable listener) {
		return view.addListener(listener);
	}

	@Deactivate
	void deactivate() {
		Closing.await(close(), DEACTIVATION_SECONDS, "room");
		spool.close();
	}

	private boolean tell(Consumer<Gathering> action) {
		return runs.present().map(run -> run.execute(action)).orElse(false);
	}
}
