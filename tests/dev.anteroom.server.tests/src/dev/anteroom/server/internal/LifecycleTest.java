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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;

import org.junit.jupiter.api.Test;

import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.server.ServerStatus;
import dev.anteroom.server.ServerStatus.Phase;

class LifecycleTest {

	@Test
	void aNewServerIsStopped() throws IOException {
		try (var serving = new Serving()) {
			assertEquals(ServerStatus.NEW, serving.server.status());
			assertEquals(List.of(), serving.server.waitingLine());
			assertEquals(new ConversationState.Idle(null), serving.server.conversation().state());
			Serving.done(serving.server.stop());
			serving.server.admitNext();
			serving.server.setPaused(true);
			serving.server.conversation().leave();
			assertFalse(serving.server.status().paused());
		}
	}

	@Test
	void itTellsItsPorts() throws IOException {
		try (Serving serving = Serving.started()) {
			assertTrue(serving.server.status().isListening());
			assertEquals(Notice.of(Phrase.LISTENING, serving.textPort(), serving.imagePort()),
					serving.journal.await(Phrase.LISTENING));
			assertEquals(serving.folder.resolve("chat_log.txt"), serving.server.status().transcript());
		}
	}

	@Test
	void stoppingClosesEverybodyAndTheSamePortsCanBeHadAgainAtOnce() throws IOException {
		try (Serving serving = Serving.started()) {
			int textPort = serving.textPort();
			int imagePort = serving.imagePort();
			for (int i = 1; i <= 10; i++) {
				RawPeer client = serving.joinGreeted();
				RawPeer images = serving.joinImages();
				serving.journal.await(Phrase.IMAGE_CHANNEL_UP, i);
				RawPeer waiting = serving.joinWaiting(1);
				CompletionStage<Void> stopped = serving.server.stop();
				for (RawPeer peer : List.of(client, images, waiting)) {
					assertTrue(peer.isClosedByServer());
					peer.close();
				}
				Serving.done(stopped);
				assertEquals(Phase.STOPPED, serving.server.status().phase());
				assertEquals(List.of(), serving.server.waitingLine());
				assertEquals(0, serving.archive.open.get());
				assertThrows(UncheckedIOException.class, () -> new RawPeer(textPort));
				assertThrows(UncheckedIOException.class, () -> new RawPeer(imagePort));
				Serving.done(serving.start(textPort, imagePort, Serving.LIMITS));
			}
			assertEquals(10, serving.journal.count(Phrase.SERVER_STOPPED));
		}
	}

	@Test
	void callsAreDoneInTheirOrder() throws IOException {
		try (var serving = new Serving()) {
			CompletionStage<Void> first = serving.start(0, 0, Serving.LIMITS);
			serving.server.setPaused(true);
			CompletionStage<Void> stop = serving.server.stop();
			CompletionStage<Void> again = serving.start(0, 0, Serving.LIMITS);
			CompletionStage<Void> third = serving.start(0, 0, Serving.LIMITS);
			Serving.done(first);
			Serving.done(stop);
			Serving.done(again);
			assertEquals(Phrase.PORT_IN_USE, Serving.failure(third).phrase());
			assertTrue(serving.server.status().isListening());
			assertFalse(serving.server.status().paused());
			assertEquals(1, serving.journal.count(Phrase.LINE_PAUSED));
			serving.joinGreeted();
		}
	}

	@Test
	void aPortInUseLeavesNothingOpen() throws IOException {
		try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()); var serving = new Serving()) {
			int free;
			try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
				free = probe.getLocalPort();
			}
			int used = taken.getLocalPort();
			for (boolean textIsFree : new boolean[] { true, false, true }) {
				CompletionStage<Void> start = textIsFree ? serving.start(free, used, Serving.LIMITS)
						: serving.start(used, free, Serving.LIMITS);
				assertEquals(Notice.of(Phrase.PORT_IN_USE, used), Serving.failure(start));
				assertEquals(Phase.STOPPED, serving.server.status().phase());
				assertThrows(UncheckedIOException.class, () -> new RawPeer(free));
				assertEquals(0, serving.archive.open.get());
			}
			assertEquals(3, serving.journal.count(Phrase.PORT_IN_USE));
			assertEquals(0, serving.archive.opened.get(), "what never listened leaves no transcript");
			Serving.done(serving.start(free, 0, Serving.LIMITS));
			serving.joinGreeted();
		}
	}

	@Test
	void bothPortsInUseAreTold() throws IOException {
		try (var text = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
				var images = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()); var serving = new Serving()) {
			Notice failure = Serving
					.failure(serving.start(text.getLocalPort(), images.getLocalPort(), Serving.LIMITS));
			assertEquals(Phrase.PORT_IN_USE, failure.phrase());
			assertEquals(Phase.STOPPED, serving.server.status().phase());
			assertEquals(0, serving.archive.opened.get());
			Serving.done(serving.start(0, 0, Serving.LIMITS));
		}
	}

	@Test
	void anArchiveThatFailsLeavesNothingOpen() throws IOException {
		try (var serving = new Serving()) {
			int free;
			try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
				free = probe.getLocalPort();
			}
			serving.archive.failure = new AssertionError("no archive");
			assertEquals(Phrase.CANNOT_LISTEN, Serving.failure(serving.start(free, 0, Serving.LIMITS)).phrase());
			assertEquals(Phase.STOPPED, serving.server.status().phase());
			assertThrows(UncheckedIOException.class, () -> new RawPeer(free));
			serving.archive.failure = null;
			Serving.done(serving.start(free, 0, Serving.LIMITS));
			serving.joinGreeted();
		}
	}

	@Test
	void twiceTheSamePortIsRefused() throws IOException {
		try (var serving = new Serving()) {
			assertEquals(Notice.of(Phrase.SAME_PORTS, 10_000),
					Serving.failure(serving.start(10_000, 10_000, Serving.LIMITS)));
			assertEquals(1, serving.journal.count(Phrase.SAME_PORTS));
		}
	}

	@Test
	void deactivationStopsIt() throws IOException {
		try (Serving serving = Serving.started()) {
			RawPeer client = serving.joinGreeted();
			serving.server.deactivate();
			assertTrue(client.isClosedByServer());
			assertEquals(Phase.STOPPED, serving.server.status().phase());
		}
	}
}
