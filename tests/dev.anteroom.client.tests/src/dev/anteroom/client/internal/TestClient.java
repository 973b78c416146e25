/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.anteroom.chat.Archive;
import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Event;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Said;
import dev.anteroom.client.ClientSettings;
import dev.anteroom.protocol.Limits;

/** The client under test, with what it tells. */
final class TestClient implements AutoCloseable {

	static final Limits LIMITS = new Limits(1 << 20, 64 << 20, 100, 100, 64 << 10, Duration.ofSeconds(60),
			Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofMillis(300));

	final TestArchive archive;
	final ChatClientService service;
	final Conversation conversation;
	final Path folder;
	private final LinkedBlockingQueue<Entry> entries = new LinkedBlockingQueue<>();
	private final LinkedBlockingQueue<ConversationState> states = new LinkedBlockingQueue<>();

	TestClient(Path folder) {
		this.folder = folder;
		archive = new TestArchive(folder);
		service = new ChatClientService(archive);
		conversation = service.conversation();
		conversation.journal().addListener(entries::add);
		conversation.addStateListener(() -> states.add(conversation.state()));
	}

	static Limits limits(Duration stalledWrite, Duration connect, Duration imageConnectRetry) {
		return new Limits(LIMITS.textFrame(), LIMITS.imageFrame(), 100, 100, LIMITS.heldText(), LIMITS.frame(),
				stalledWrite, connect, imageConnectRetry, LIMITS.merge());
	}

	ClientSettings settings(Endpoint endpoint, int imagePort, Limits limits) {
		return new ClientSettings(endpoint, imagePort, new Archive.Location(folder, "chat_log", null), limits);
	}

	CompletionStage<Void> connect(TestServer server, Limits limits) {
		return service.connect(settings(new Endpoint("127.0.0.1", server.textPort()), server.imagePort(), limits));
	}

	/** Connects, and is greeted. */
	Peer converse(TestServer server, Limits limits) throws Exception {
		connect(server, limits);
		Peer peer = server.accept().greet();
		await(Phrase.SERVER_GREETED);
		awaitState(ConversationState.Conversing.class);
		return peer;
	}

	Peer converse(TestServer server) throws Exception {
		return converse(server, LIMITS);
	}

	CompletionStage<Void> say(String text) {
		return conversation.send(new Draft(text, null));
	}

	CompletionStage<Void> show(String text, Path image) {
		return conversation.send(new Draft(text, image));
	}

	/** The next notice that says {@code phrase}; what comes before is passed over. */
	Notice await(Phrase phrase) throws InterruptedException {
		while (true) {
			if (next("no " + phrase) instanceof Notice notice && notice.phrase() == phrase) {
				return notice;
			}
		}
	}

	/** The next thing said; what comes before is passed over. */
	Said awaitSaid() throws InterruptedException {
		while (true) {
			if (next("nothing said") instanceof Said said) {
				return said;
			}
		}
	}

	/** The state of the next change to a {@code type}. */
	<T extends ConversationState> T awaitState(Class<T> type) throws InterruptedException {
		while (true) {
			ConversationState state = states.poll(10, TimeUnit.SECONDS);
			assertNotNull(state, "no state " + type);
			if (type.isInstance(state)) {
				return type.cast(state);
			}
		}
	}

	/** What is in the journal and was not awaited yet. */
	List<Event> rest() {
		var rest = new ArrayList<Entry>();
		entries.drainTo(rest);
		return rest.stream().map(Entry::event).toList();
	}

	/** How often the journal has said {@code phrase}. */
	long count(Phrase phrase) {
		return conversation.journal().after(0).stream()
				.filter(entry -> entry.event() instanceof Notice notice && notice.phrase() == phrase).count();
	}

	static <T> T get(CompletionStage<T> stage) throws Exception {
		return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
	}

	/** What {@code stage} fails with. */
	static Notice failure(CompletionStage<?> stage) {
		var e = assertThrows(ExecutionException.class,
				() -> stage.toCompletableFuture().get(40, TimeUnit.SECONDS));
		return assertInstanceOf(ChatException.class, e.getCause()).notice();
	}

	void assertIdle(Notice reason) throws InterruptedException {
		assertEquals(reason, awaitState(ConversationState.Idle.class).reason());
		assertEquals("", conversation.ownAddress());
	}

	@Override
	public void close() {
		service.close();
	}

	private Event next(String otherwise) throws InterruptedException {
		Entry entry = entries.poll(10, TimeUnit.SECONDS);
		assertNotNull(entry, otherwise);
		return entry.event();
	}
}
