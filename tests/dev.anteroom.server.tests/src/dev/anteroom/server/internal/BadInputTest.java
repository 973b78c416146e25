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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Said;
import dev.anteroom.protocol.Limits;

class BadInputTest {

	private static final Limits BASE = Serving.LIMITS;

	@Test
	void textThatIsNotUtf8IsShownWithReplacementCharacters() throws IOException {
		try (Serving serving = Serving.started()) {
			RawPeer client = serving.joinGreeted();
			byte[] said = "Client(127.0.0.1):a?b\n".getBytes(StandardCharsets.US_ASCII);
			said[said.length - 3] = (byte) 0xFF;
			client.send(RawPeer.frame(said));
			assertEquals("a\uFFFDb", serving.journal.awaitSaid(1).text());
		}
	}

	@Test
	void emptyFramesMeanNothingAndWhatHasNoHeaderIsShown() throws IOException {
		try (Serving serving = Serving.started()) {
			RawPeer client = serving.joinGreeted();
			client.send(RawPeer.join(new byte[8], RawPeer.frame("plain\n".getBytes(StandardCharsets.UTF_8))));
			assertEquals(new Said(false, "", "plain", null), serving.journal.awaitSaid(1));
		}
	}

	@Test
	void aTooLongFrameClosesAndTheNextIsAdmitted() throws IOException {
		try (Serving serving = Serving.started()) {
			RawPeer client = serving.joinGreeted();
			RawPeer next = serving.joinWaiting(1);
			client.send(new byte[] { (byte) 0x80, 0, 0, 0, 'x' });
			assertTrue(client.isClosedByServer());
			assertEquals(RawPeer.GREETING, next.text());
			assertEquals(Notice.of(Phrase.FRAME_TOO_LONG, new Endpoint("127.0.0.1", client.port()), BASE.textFrame()),
					serving.journal.await(Phrase.FRAME_TOO_LONG));
			assertEquals(1, serving.journal.count(Phrase.CLIENT_LEFT));
		}
	}

	@Test
	void aTooLongFrameOfOneThatWaitsMovesThoseBehindUp() throws IOException {
		try (Serving serving = Serving.started()) {
			serving.joinGreeted();
			RawPeer second = serving.joinWaiting(1);
			RawPeer third = serving.joinWaiting(2);
			second.send(new byte[] { 0x7F, 0, 0, 0 });
			assertTrue(second.isClosedByServer());
			assertEquals(RawPeer.waitNotice(1), third.text());
			serving.journal.await(Phrase.FRAME_TOO_LONG);
		}
	}

	@Test
	void aFrameThatIsNotFinishedClosesTheConnection() throws IOException {
		var limits = new Limits(BASE.textFrame(), BASE.imageFrame(), BASE.waiting(), BASE.perAddress(), BASE.heldText(),
				Duration.ofMillis(200), BASE.stalledWrite(), BASE.connect(), BASE.imageConnectRetry(), BASE.merge());
		try (Serving serving = Serving.started(limits)) {
			RawPeer client = serving.joinGreeted();
			RawPeer next = serving.joinWaiting(1);
			client.send(new byte[] { 0, 0, 0, 9, 'x' });
			assertTrue(client.isClosedByServer());
			serving.journal.await(Phrase.FRAME_TOO_SLOW);
			assertEquals(RawPeer.GREETING, next.text());
		}
	}

	@Test
	void ownTextThatIsTooLongIsToldAndNotSent() throws IOException {
		try (Serving serving = Serving.started()) {
			RawPeer client = serving.joinGreeted();
			int header = "Server(127.0.0.1):\n".length();
			String longest = "字".repeat((BASE.textFrame() - header) / 3);
			assertEquals(Notice.of(Phrase.TEXT_TOO_LONG, BASE.textFrame()),
					Serving.failure(serving.server.conversation().send(new Draft(longest + "字", null))));
			Serving.done(serving.server.conversation().send(new Draft(longest, null)));
			assertEquals("Server(127.0.0.1):" + longest + "\n", client.text());
		}
	}

	@Test
	void anAddressMayHaveOnlySoManyConnections() throws IOException {
		var limits = new Limits(BASE.textFrame(), BASE.imageFrame(), BASE.waiting(), 3, BASE.heldText(), BASE.frame(),
				BASE.stalledWrite(), BASE.connect(), BASE.imageConnectRetry(), BASE.merge());
		try (Serving serving = Serving.started(limits)) {
			RawPeer first = serving.joinGreeted();
			RawPeer second = serving.joinWaiting(1);
			serving.joinWaiting(2);
			assertTrue(serving.join().isClosedByServer());
			assertTrue(serving.join().isClosedByServer());
			assertEquals(1, serving.journal.count(Phrase.ADDRESS_LIMIT));
			first.close();
			assertEquals(RawPeer.GREETING, second.text());
			serving.joinWaiting(2);
		}
	}

	@Test
	void theLineHasAnEnd() throws IOException {
		var limits = new Limits(BASE.textFrame(), BASE.imageFrame(), 2, BASE.perAddress(), BASE.heldText(),
				BASE.frame(), BASE.stalledWrite(), BASE.connect(), BASE.imageConnectRetry(), BASE.merge());
		try (Serving serving = Serving.started(limits)) {
			serving.joinGreeted();
			serving.joinWaiting(1);
			RawPeer last = serving.joinWaiting(2);
			assertTrue(serving.join().isClosedByServer());
			assertTrue(serving.join().isClosedByServer());
			assertEquals(1, serving.journal.count(Phrase.LINE_FULL));
			last.close();
			serving.journal.await(Phrase.WAITING_LEFT);
			serving.joinWaiting(2);
		}
	}
}
