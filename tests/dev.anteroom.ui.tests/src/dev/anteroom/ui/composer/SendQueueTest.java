/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.composer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;

class SendQueueTest {

	private static final Path A = Path.of("a.png");
	private static final Path B = Path.of("b.png");

	private final SendQueue queue = new SendQueue();
	private final FakeConversation conversation = new FakeConversation();
	private final Queue<Runnable> ui = new ArrayDeque<>();
	private final List<String> back = new ArrayList<>();
	private final List<Path> discarded = new ArrayList<>();
	private int changes;

	@BeforeEach
	void listen() {
		queue.addListener(new SendQueue.Listener() {

			@Override
			public void changed() {
				changes++;
			}

			@Override
			public void cameBack(String text, Attachment picture) {
				back.add(text + '+' + (picture == null ? "" : picture.path()));
			}
		});
	}

	private Attachment attachment(Path file) {
		return Attachment.pasted(CompletableFuture.completedFuture(file), () -> discarded.add(file));
	}

	private void send(String text, Path... files) {
		queue.send(text, List.of(files).stream().map(this::attachment).toList(), conversation::deliver, ui::add);
	}

	private void turn() {
		while (!ui.isEmpty()) {
			ui.remove().run();
		}
	}

	@Test
	void theFirstPictureGoesWithTheTextAndTheOthersAlone() {
		send("look", A, B, A);
		assertEquals(List.of(new Draft("look", A), new Draft("", B), new Draft("", A)), conversation.drafts());
	}

	@Test
	void blankTextIsNotSent() {
		send(" \n", A);
		assertEquals(List.of(new Draft("", A)), conversation.drafts());
		assertEquals(List.of(), SendQueue.drafts(" \n", List.of()));
	}

	@Test
	void whatIsDoneIsDiscarded() {
		send("look", A, B);
		assertEquals(2, queue.underWay().size());
		assertTrue(conversation.delivery(1).isWatched());
		conversation.delivery(1).succeed();
		assertEquals(2, queue.underWay().size(), "not before the UI has its turn");
		turn();
		assertEquals(List.of(new Draft("look", A)), queue.underWay().stream().map(Outgoing::draft).toList());
		assertEquals(List.of(B), discarded);
		assertFalse(conversation.delivery(1).isWatched());
		conversation.delivery(0).succeed();
		turn();
		assertEquals(List.of(), queue.underWay());
		assertEquals(List.of(), back);
	}

	@Test
	void whatDidNotGoOutComesBackAndOnlyThat() {
		send("look", A, B);
		var lost = Notice.of(Phrase.PICTURE_SEND_FAILED, "a.png", Notice.reason(Phrase.NO_IMAGE_CHANNEL));
		conversation.delivery(0).fail(lost, new Draft("", A));
		conversation.delivery(1).fail(lost, null);
		turn();
		assertEquals(List.of("+a.png", "+b.png"), back);
		assertEquals(List.of(), discarded);
	}

	@Test
	void theTextAloneMayComeBack() {
		send("look", A);
		conversation.delivery(0).fail(Notice.of(Phrase.SEND_CANCELLED), new Draft("look", null));
		turn();
		assertEquals(List.of("look+"), back);
		assertEquals(List.of(A), discarded, "the picture went out");
	}

	@Test
	void theLastListenerGetsWhatComesBack() {
		var other = new ArrayList<String>();
		var registration = queue.addListener(new SendQueue.Listener() {

			@Override
			public void changed() {
				changes++;
			}

			@Override
			public void cameBack(String text, Attachment picture) {
				other.add(text);
			}
		});
		send("one");
		send("two");
		conversation.delivery(0).fail(Notice.of(Phrase.SEND_CANCELLED), null);
		turn();
		registration.close();
		conversation.delivery(1).fail(Notice.of(Phrase.SEND_CANCELLED), null);
		turn();
		assertEquals(List.of("one"), other);
		assertEquals(List.of("two+"), back);
	}

	@Test
	void manyStepsAreOneChange() {
		send("", A);
		turn();
		int before = changes;
		for (int i = 0; i < 1_000; i++) {
			conversation.delivery(0).get(i, 1_000);
		}
		assertEquals(1, ui.size());
		turn();
		assertEquals(before + 1, changes);
		conversation.delivery(0).get(1_000, 1_000);
		turn();
		assertTrue(changes > before + 1);
	}
}
