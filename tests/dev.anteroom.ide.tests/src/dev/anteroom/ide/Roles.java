/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ide;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.preferences.InstanceScope;

import dev.anteroom.chat.Archive;
import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.client.ChatClient;
import dev.anteroom.client.ClientSettings;
import dev.anteroom.protocol.Limits;
import dev.anteroom.room.RoomGuest;
import dev.anteroom.room.RoomHost;
import dev.anteroom.room.RoomLimits;
import dev.anteroom.room.RoomSettings;
import dev.anteroom.server.ChatServer;
import dev.anteroom.server.ServerSettings;
import dev.anteroom.ui.Ids;
import dev.anteroom.ui.PreferenceKeys;
import dev.anteroom.ui.composer.Composer;
import dev.anteroom.ui.parts.ClientConversationPart;
import dev.anteroom.ui.parts.HostedRoomPart;
import dev.anteroom.ui.parts.JoinedRoomPart;
import dev.anteroom.ui.parts.ServerConversationPart;

/** The server and the client of the IDE, on the loopback interface. */
public final class Roles implements AutoCloseable {

	private final Path folder;
	private int textPort;
	private int imagePort;

	/** @param folder for transcripts */
	public Roles(Path folder) {
		this.folder = folder;
		InstanceScope.INSTANCE.getNode(PreferenceKeys.NODE).putBoolean(PreferenceKeys.SERVER_AUTOSTART, false);
	}

	public ChatServer server() {
		return Ide.service(ChatServer.class);
	}

	public ChatClient client() {
		return Ide.service(ChatClient.class);
	}

	/** Has the server listen. */
	public void listen() throws Exception {
		server().start(new ServerSettings(InetAddress.getLoopbackAddress(), 0, 0,
				new Archive.Location(folder, "server", null), Limits.DEFAULT)).toCompletableFuture()
				.get(20, TimeUnit.SECONDS);
		textPort = server().status().textPort();
		imagePort = server().status().imagePort();
	}

	/** Has the two talk with each other. */
	public void talk() throws Exception {
		listen();
		client().connect(new ClientSettings(new Endpoint("127.0.0.1", textPort), imagePort,
				new Archive.Location(folder, "client", null), Limits.DEFAULT)).toCompletableFuture()
				.get(20, TimeUnit.SECONDS);
		Ide.await("a conversation", () -> server().conversation().state() instanceof ConversationState.Conversing
				&& client().conversation().state() instanceof ConversationState.Conversing);
	}

	public RoomHost host() {
		return Ide.service(RoomHost.class);
	}

	public RoomGuest guest() {
		return Ide.service(RoomGuest.class);
	}

	/** Opens a room. */
	public void keepRoom() throws Exception {
		host().open(new RoomSettings(InetAddress.getLoopbackAddress(), 0, new Archive.Location(folder, "room", null),
				RoomLimits.DEFAULT)).toCompletableFuture().get(20, TimeUnit.SECONDS);
	}

	/** Has the guest join the room that is open here. */
	public void joinRoom() throws Exception {
		guest().join(new Endpoint("127.0.0.1", host().status().port()), new Archive.Location(folder, "guest", null),
				RoomLimits.DEFAULT).toCompletableFuture().get(20, TimeUnit.SECONDS);
		Ide.await("a guest", () -> host().conversation().state() instanceof ConversationState.Hosting(int guests)
				&& guests == 1);
	}

	/** Where the host of the room writes. */
	public Composer hostComposer() {
		return Ide.view(Ids.HOSTED_ROOM_PART, HostedRoomPart.class).conversation().composer();
	}

	/** Where the guest of the room writes. */
	public Composer guestComposer() {
		return Ide.view(Ids.JOINED_ROOM_PART, JoinedRoomPart.class).conversation().composer();
	}

	/** Where the server's person writes. */
	public Composer serverComposer() {
		return Ide.view(Ids.SERVER_CONVERSATION_PART, ServerConversationPart.class).conversation().composer();
	}

	/** Where the client's person writes. */
	public Composer clientComposer() {
		return Ide.view(Ids.CLIENT_CONVERSATION_PART, ClientConversationPart.class).conversation().composer();
	}

	/** Leaves everything as if nothing had been. */
	@Override
	public void close() throws Exception {
		// All of them, whatever becomes of one: the IDE asks before it ends while somebody would be cut off.
		CompletableFuture.allOf(client().disconnect().toCompletableFuture(), server().stop().toCompletableFuture(),
				guest().leave().toCompletableFuture(), host().close().toCompletableFuture()).get(20, TimeUnit.SECONDS);
		for (Composer composer : List.of(serverComposer(), clientComposer(), hostComposer(), guestComposer())) {
			Ide.act(composer::clear);
		}
		for (String view : List.of(Ids.SERVER_CONVERSATION_PART, Ids.CLIENT_CONVERSATION_PART, Ids.HOSTED_ROOM_PART,
				Ids.JOINED_ROOM_PART)) {
			Ide.close(view);
		}
	}
}
