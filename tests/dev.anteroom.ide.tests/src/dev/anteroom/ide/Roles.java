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

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.preferences.InstanceScope;

import dev.anteroom.chat.Archive;
import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.client.ChatClient;
import dev.anteroom.client.ClientSettings;
import dev.anteroom.protocol.Limits;
import dev.anteroom.server.ChatServer;
import dev.anteroom.server.ServerSettings;
import dev.anteroom.ui.Ids;
import dev.anteroom.ui.PreferenceKeys;
import dev.anteroom.ui.composer.Composer;
import dev.anteroom.ui.parts.ClientConversationPart;
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
		textPort = freePort();
		imagePort = freePort();
		server().start(new ServerSettings(InetAddress.getLoopbackAddress(), textPort, imagePort,
				new Archive.Location(folder, "server", null), Limits.DEFAULT)).toCompletableFuture()
				.get(20, TimeUnit.SECONDS);
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
		client().disconnect().toCompletableFuture().get(20, TimeUnit.SECONDS);
		server().stop().toCompletableFuture().get(20, TimeUnit.SECONDS);
		Composer server = serverComposer();
		Composer client = clientComposer();
		Ide.act(() -> {
			server.clear();
			client.clear();
		});
		Ide.close(Ids.SERVER_CONVERSATION_PART);
		Ide.close(Ids.CLIENT_CONVERSATION_PART);
	}

	private static int freePort() throws IOException {
		try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}
}
