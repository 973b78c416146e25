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

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;

import dev.anteroom.chat.Archive;
import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.EntrySpool;
import dev.anteroom.chat.Journal;
import dev.anteroom.protocol.Closing;
import dev.anteroom.protocol.NetworkThread;
import dev.anteroom.protocol.Runs;
import dev.anteroom.room.RoomGuest;
import dev.anteroom.room.RoomLimits;

/** The guest of this process: one {@link Stay} after the other. */
@Component
public final class RoomGuestService implements RoomGuest {

	private static final long CLOSE_SECONDS = 10;

	private final Archive archive;
	private final EntrySpool spool;
	/** Made when it is first needed: the product asks at its start whether somebody is in a room. */
	private EventLoopGroup group;
	private final Runs<Stay> stays = new Runs<>();
	private final GuestConversation conversation;

	/** @param archive keeps what is said */
	@Activate
	public RoomGuestService(@Reference Archive archive) {
		this.archive = archive;
		spool = archive.spool();
		conversation = new GuestConversation(new Journal(Clock.systemUTC(), spool), this::say, this::leave);
	}

	@Override
	public synchronized CompletionStage<Void> join(Endpoint room, Archive.Location transcripts, RoomLimits limits) {
		var joined = new CompletableFuture<Void>();
		stays.end();
		stays.begin(() -> new Stay(room, transcripts, limits, archive, conversation, loop()), joined);
		return joined.minimalCompletionStage();
	}

	@Override
	public CompletionStage<Void> leave() {
		return stays.end();
	}

	@Override
	public Conversation conversation() {
		return conversation;
	}

	/** Leaves, and returns when nothing is left of it. */
	@Deactivate
	public void close() {
		Closing.await(stays.end(), CLOSE_SECONDS, "guest");
		shutDown();
		spool.close();
	}

	private synchronized EventLoop loop() {
		if (group == null) {
			group = NetworkThread.create("anteroom-guest");
		}
		return group.next();
	}

	private synchronized void shutDown() {
		if (group != null) {
			group.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly(CLOSE_SECONDS,
					TimeUnit.SECONDS);
		}
	}

	private boolean say(Draft draft, CompletableFuture<Void> done) {
		return stays.present().map(stay -> stay.say(draft, done)).orElse(false);
	}
}
