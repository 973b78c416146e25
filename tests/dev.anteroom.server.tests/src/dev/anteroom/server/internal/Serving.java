/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.server.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

import dev.anteroom.chat.Archive;
import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Registration;
import dev.anteroom.protocol.Limits;
import dev.anteroom.server.ServerSettings;

/** A server on free ports of the loopback interface, and its visitors. */
final class Serving implements AutoCloseable {

	static final Limits LIMITS = new Limits(1_000, 100_000, 200, 150, 4_096, Duration.ofSeconds(60),
			Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMillis(500), Duration.ofMillis(300));

	final Path folder = Files.createTempDirectory("serving");
	final FakeArchive archive = new FakeArchive(folder);
	final ChatServerService server = new ChatServerService(archive);
	final JournalProbe journal = new JournalProbe(server.conversation().journal());
	private final List<RawPeer> peers = new ArrayList<>();

	Serving() throws IOException {
	}

	static Serving started() throws IOException {
		return started(LIMITS);
	}

	static Serving started(Limits limits) throws IOException {
		var serving = new Serving();
		done(serving.start(0, 0, limits));
		return serving;
	}

	CompletionStage<Void> start(int textPort, int imagePort, Limits limits) {
		return server.start(new ServerSettings(InetAddress.getLoopbackAddress(), textPort, imagePort,
				new Archive.Location(folder, "chat_log", null), limits));
	}

	int textPort() {
		return server.status().textPort();
	}

	int imagePort() {
		return server.status().imagePort();
	}

	/** A new text connection. */
	RawPeer join() {
		return keep(new RawPeer(textPort()));
	}

	/** A new text connection that got the greeting. */
	RawPeer joinGreeted() {
		RawPeer peer = join();
		assertEquals(RawPeer.GREETING, peer.text());
		return peer;
	}

	/** A new text connection that was told its place. */
	RawPeer joinWaiting(int place) {
		RawPeer peer = join();
		assertEquals(RawPeer.waitNotice(place), peer.text());
		return peer;
	}

	RawPeer joinImages() {
		return keep(new RawPeer(imagePort()));
	}

	RawPeer keep(RawPeer peer) {
		synchronized (peers) {
			peers.add(peer);
		}
		return peer;
	}

	/** Waits until {@code condition} holds, looking after each change of the server or its conversation. */
	void await(BooleanSupplier condition) {
		var held = new CountDownLatch(1);
		Runnable look = () -> {
			if (condition.getAsBoolean()) {
				held.countDown();
			}
		};
		Registration line = server.addListener(look);
		Registration state = server.conversation().addStateListener(look);
		try {
			look.run();
			if (!held.await(RawPeer.PATIENCE, TimeUnit.MILLISECONDS)) {
				fail("It did not come about. " + journal.events());
			}
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		} finally {
			line.close();
			state.close();
		}
	}

	static void done(CompletionStage<Void> stage) {
		try {
			stage.toCompletableFuture().get(RawPeer.PATIENCE, TimeUnit.MILLISECONDS);
		} catch (ExecutionException | InterruptedException | TimeoutException e) {
			throw new AssertionError(e);
		}
	}

	/** The notice that {@code stage} fails with. */
	static Notice failure(CompletionStage<Void> stage) {
		var failure = assertThrows(ExecutionException.class,
				() -> stage.toCompletableFuture().get(RawPeer.PATIENCE, TimeUnit.MILLISECONDS));
		return assertInstanceOf(ChatException.class, failure.getCause()).notice();
	}

	@Override
	public void close() {
		CompletionStage<Void> stopped = server.stop();
		peers.forEach(RawPeer::close);
		done(stopped);
		assertEquals(0, archive.open.get());
	}
}
