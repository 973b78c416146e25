/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import dev.anteroom.chat.ConversationState;
import dev.anteroom.client.ChatClient;
import dev.anteroom.server.ChatServer;
import dev.anteroom.server.ServerStatus.Phase;
import dev.anteroom.ui.parts.ClientConversationPart;
import dev.anteroom.ui.parts.ServerConversationPart;
import dev.anteroom.ui.widgets.ConversationView;

/** The two roles as a person uses them, through the widgets. */
final class Roles {

	private final Workbench workbench;
	final ChatServer server;
	final ChatClient client;

	Roles(Workbench workbench) {
		this.workbench = workbench;
		this.server = workbench.application().getContext().get(ChatServer.class);
		this.client = workbench.application().getContext().get(ChatClient.class);
	}

	ServerConversationPart serverPart() {
		workbench.show(Ids.SERVER_PERSPECTIVE);
		return workbench.part(Ids.SERVER_CONVERSATION_PART, ServerConversationPart.class);
	}

	ClientConversationPart clientPart() {
		workbench.show(Ids.CLIENT_PERSPECTIVE);
		return workbench.part(Ids.CLIENT_CONVERSATION_PART, ClientConversationPart.class);
	}

	/** Types the ports and presses Start. */
	void start(String textPort, String imagePort) {
		ServerConversationPart part = serverPart();
		workbench.act(() -> {
			fill(part.bar(), textPort, imagePort);
			Workbench.select(button(part.bar()));
		});
	}

	/** Starts the server on two free ports, which are returned. */
	int[] startOnFreePorts() {
		int[] ports = freePorts();
		start(Integer.toString(ports[0]), Integer.toString(ports[1]));
		workbench.await("the server to listen", () -> server.status().isListening());
		return ports;
	}

	/** Types where to go and presses Connect. */
	void connect(String host, String textPort, String imagePort) {
		ClientConversationPart part = clientPart();
		workbench.act(() -> {
			fill(part.bar(), host, textPort, imagePort);
			Workbench.select(button(part.bar()));
		});
	}

	/** Connects to the server of this process, and waits until the two can talk with pictures. */
	void connectToOwn(int[] ports) {
		connect("127.0.0.1", Integer.toString(ports[0]), Integer.toString(ports[1]));
		workbench.await("the two to talk", () -> client.conversation().state() instanceof ConversationState.Conversing
				&& server.conversation().state() instanceof ConversationState.Conversing);
	}

	/** Ends whatever a test left. */
	void stopAll() {
		client.disconnect().toCompletableFuture().join();
		server.stop().toCompletableFuture().join();
		workbench.await("both to be idle", () -> server.status().phase() == Phase.STOPPED
				&& client.conversation().state() instanceof ConversationState.Idle);
	}

	/** Waits until the log shows {@code text}. */
	void awaitLine(ConversationView view, String text) {
		workbench.await("the line \"" + text + '"', () -> view.log().text().contains(text));
	}

	static Button button(Composite bar) {
		return Workbench.find(bar, Button.class, any -> true).getFirst();
	}

	/** The button labelled {@code label}, its access key left out. */
	static Button button(Composite parent, String label) {
		return Workbench.find(parent, Button.class, button -> button.getText().replace("&", "").equals(label)).getFirst();
	}

	/** Two ports that nobody uses. */
	static int[] freePorts() {
		int[] ports = { freePort(), freePort() };
		return ports[0] == ports[1] ? freePorts() : ports;
	}

	/** Below those that systems give to outgoing connections, any of which may be taken a moment later. */
	private static int freePort() {
		while (true) {
			try (var probe = new ServerSocket(ThreadLocalRandom.current().nextInt(15_000, 32_000))) {
				return probe.getLocalPort();
			} catch (IOException e) {
				// Somebody has it.
			}
		}
	}

	private static void fill(Composite bar, String... values) {
		List<Text> fields = Workbench.find(bar, Text.class, any -> true);
		for (int i = 0; i < values.length; i++) {
			fields.get(i).setText(values[i]);
		}
	}
}
