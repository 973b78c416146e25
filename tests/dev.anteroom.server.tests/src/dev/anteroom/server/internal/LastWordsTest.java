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
import java.util.concurrent.CompletionStage;

import org.junit.jupiter.api.Test;

import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Phrase;
import dev.anteroom.protocol.Limits;

/** What the server says last reaches even those of whom much is unread. */
class LastWordsTest {

	private static final Limits BASE = Serving.LIMITS;
	private static final byte[] UNREAD = RawPeer.frame(new byte[256 << 10]);
	private static final String NO_ROOM = "目前連線數已滿，請稍後再試。\n";

	private static Limits limits(int perAddress, int textRate) {
		return new Limits(1 << 20, BASE.imageFrame(), BASE.waiting(), perAddress, BASE.heldText(), BASE.frame(),
				BASE.stalledWrite(), BASE.connect(), BASE.imageConnectRetry(), BASE.merge(), textRate);
	}

	@Test
	void oneThatIsTurnedAway() throws IOException {
		try (Serving serving = Serving.started(limits(1, 2 << 20))) {
			serving.joinGreeted();
			RawPeer refused = serving.join();
			refused.send(UNREAD);
			assertEquals(NO_ROOM, refused.text());
			assertTrue(refused.isClosedInOrder());
		}
	}

	@Test
	void oneThatIsSentOutOfTheLine() throws IOException {
		try (Serving serving = Serving.started(limits(BASE.perAddress(), 2 << 20))) {
			serving.joinGreeted();
			RawPeer waiting = serving.join();
			waiting.send(RawPeer.join(UNREAD, UNREAD));
			serving.await(() -> serving.server.waitingLine().size() == 1);
			serving.server.remove(serving.server.waitingLine().getFirst());
			serving.journal.await(Phrase.WAITING_REMOVED);
			assertEquals(RawPeer.waitNotice(1), waiting.text());
			assertTrue(waiting.isClosedInOrder());
		}
	}

	/** The next does not wait for it either. */
	@Test
	void oneWhoseConversationIsEnded() throws Exception {
		// Of which no more is read for a quarter of an hour
		try (Serving serving = Serving.started(limits(BASE.perAddress(), 64))) {
			RawPeer client = serving.joinGreeted();
			RawPeer next = serving.joinWaiting(1);
			for (int i = 0; i < 4; i++) {
				client.send(UNREAD);
			}
			String words = "字".repeat(100_000);
			CompletionStage<Void> sent = serving.server.conversation().send(new Draft(words, null));
			Serving.done(sent);
			serving.server.conversation().leave();
			assertEquals(RawPeer.GREETING, next.text());
			assertEquals("Server(127.0.0.1):" + words + "\n", client.text());
			assertTrue(client.isClosedInOrder());
		}
	}

	@Test
	void oneThatIsThereWhenTheServerStops() throws IOException {
		RawPeer waiting;
		try (Serving serving = Serving.started(limits(BASE.perAddress(), 2 << 20))) {
			serving.joinGreeted();
			waiting = new RawPeer(serving.textPort());
			waiting.send(RawPeer.join(UNREAD, UNREAD));
			serving.await(() -> serving.server.waitingLine().size() == 1);
		}
		assertEquals(RawPeer.waitNotice(1), waiting.text());
		assertTrue(waiting.isClosedInOrder());
		waiting.close();
	}
}
