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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.anteroom.chat.Delivery;
import dev.anteroom.chat.Delivery.Progress;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Registration;
import dev.anteroom.protocol.Limits;

/** Pictures on their way to a client that is slow to read, and second thoughts about them. */
class DeliveryTest {

	private static final int BIG = 20 << 20;

	private Serving serving;
	private RawPeer client;
	private RawPeer images;

	@BeforeEach
	void talk() throws IOException {
		Limits base = Serving.LIMITS;
		serving = Serving.started(new Limits(1_000, 64 << 20, base.waiting(), base.perAddress(), base.heldText(),
				base.frame(), base.stalledWrite(), base.connect(), base.imageConnectRetry(), base.merge()));
		client = serving.joinGreeted();
		images = serving.joinImages();
		serving.journal.await(Phrase.IMAGE_CHANNEL_UP);
	}

	@AfterEach
	void stop() {
		serving.close();
	}

	private Delivery deliver(String text, String name, byte[] picture) throws IOException {
		Path file = Files.write(serving.folder.resolve(name), picture);
		return serving.server.conversation().deliver(new Draft(text, file));
	}

	private static byte[] big() {
		return Arrays.copyOf(PictureExchangeTest.png(100), BIG);
	}

	private static <T> T get(CompletionStage<T> stage) throws Exception {
		return stage.toCompletableFuture().get(RawPeer.PATIENCE, TimeUnit.MILLISECONDS);
	}

	/** Waits until some of the picture was written. */
	private static void awaitBegun(Delivery delivery) throws InterruptedException {
		var begun = new CountDownLatch(1);
		Runnable look = () -> {
			if (delivery.progress().written() > 0) {
				begun.countDown();
			}
		};
		Registration watching = delivery.onProgress(look);
		look.run();
		assertTrue(begun.await(RawPeer.PATIENCE, TimeUnit.MILLISECONDS));
		watching.close();
	}

	@Test
	void ofManyWhoTakeAPictureBackOneDoes() throws Exception {
		Delivery first = deliver("", "big.png", big());
		awaitBegun(first);
		Delivery second = deliver("look", "second.png", PictureExchangeTest.png(1_000));
		Delivery third = deliver("", "third.png", PictureExchangeTest.png(2_000));
		assertEquals("Server(127.0.0.1):look\n", client.text());
		var start = new CountDownLatch(1);
		var taken = new ArrayList<CompletableFuture<Boolean>>();
		for (int i = 0; i < 8; i++) {
			taken.add(CompletableFuture.supplyAsync(() -> {
				try {
					start.await();
					return get(second.cancel());
				} catch (Exception e) {
					throw new AssertionError(e);
				}
			}, task -> Thread.ofPlatform().daemon().start(task)));
		}
		start.countDown();
		int times = 0;
		for (CompletableFuture<Boolean> each : taken) {
			times += get(each) ? 1 : 0;
		}
		assertEquals(1, times);
		assertEquals(Notice.of(Phrase.PICTURE_CANCELLED, "second.png"), Serving.failure(second.done()));
		assertFalse(get(first.cancel()), "it has begun");
		assertArrayEquals(big(), images.bytes());
		assertArrayEquals(PictureExchangeTest.png(2_000), images.bytes());
		Serving.done(first.done());
		Serving.done(third.done());
		assertEquals(1, serving.journal.count(Phrase.PICTURE_CANCELLED));
	}

	@Test
	void aPictureTakenBackAtTheLastMomentGoesOutWholeOrNotAtAll() throws Exception {
		int came = 0;
		for (int i = 1; i <= 100; i++) {
			byte[] picture = PictureExchangeTest.png(10 + i);
			Delivery delivery = deliver("", "p.png", picture);
			if (i % 2 == 0) {
				// Every other time the network thread has come round first.
				get(serving.server.conversation().deliver(new Draft("", null)).done());
			}
			boolean taken = get(delivery.cancel());
			Delivery marker = deliver("", "marker.png", PictureExchangeTest.png(5_000));
			if (taken) {
				assertEquals(Phrase.PICTURE_CANCELLED, Serving.failure(delivery.done()).phrase());
			} else {
				assertArrayEquals(picture, images.bytes());
				Serving.done(delivery.done());
				came++;
			}
			assertArrayEquals(PictureExchangeTest.png(5_000), images.bytes());
			Serving.done(marker.done());
		}
		assertTrue(came < 100, "some were taken back");
	}

	@Test
	void whatIsSaidTogetherNeverReachesTheNextClient() throws Exception {
		RawPeer next = serving.joinWaiting(1);
		List<Draft> drafts = List.of(new Draft("one", null), new Draft("two", null), new Draft("three", null));
		List<Delivery> deliveries = serving.server.conversation().deliver(new AbstractList<Draft>() {

			@Override
			public Draft get(int at) {
				if (at == 1) {
					assertEquals("Server(127.0.0.1):one\n", client.text());
					client.close();
					assertEquals(RawPeer.GREETING, next.text());
				}
				return drafts.get(at);
			}

			@Override
			public int size() {
				return drafts.size();
			}
		});
		Serving.done(deliveries.get(0).done());
		assertEquals(Notice.of(Phrase.SEND_FAILED, Notice.reason(Phrase.CONNECTION_CLOSED)),
				Serving.failure(deliveries.get(1).done()));
		assertEquals(Phrase.SEND_FAILED, Serving.failure(deliveries.get(2).done()).phrase());
		serving.journal.await(Phrase.CLIENT_ADMITTED, 2);
		Serving.done(serving.server.conversation().send(new Draft("welcome", null)));
		assertEquals("Server(127.0.0.1):welcome\n", next.text());
	}

	@Test
	void progressGrowsToTheSizeAndStopsWhileNobodyReads() throws Exception {
		var seen = new ArrayList<Progress>();
		Delivery delivery = deliver("", "big.png", big());
		delivery.onProgress(() -> seen.add(delivery.progress()));
		awaitBegun(delivery);
		try {
			delivery.done().toCompletableFuture().get(300, TimeUnit.MILLISECONDS);
			throw new AssertionError("nobody has read it");
		} catch (TimeoutException expected) {
			assertTrue(delivery.progress().written() < BIG);
		}
		assertArrayEquals(big(), images.bytes());
		Serving.done(delivery.done());
		assertEquals(new Progress(false, BIG, BIG), delivery.progress());
		assertTrue(seen.stream().anyMatch(progress -> 0 < progress.written() && progress.written() < BIG), "in steps");
		for (int i = 1; i < seen.size(); i++) {
			assertTrue(seen.get(i).written() >= seen.get(i - 1).written());
			assertFalse(seen.get(i).cancellable() && !seen.get(i - 1).cancellable());
		}
		assertEquals(BIG, seen.getLast().written());
	}

	@Test
	void whatWasNotSentCannotBeTakenBack() throws Exception {
		client.close();
		serving.journal.await(Phrase.CLIENT_LEFT);
		Delivery delivery = serving.server.conversation().deliver(new Draft("anybody?", null));
		assertEquals(Phrase.SEND_FAILED, Serving.failure(delivery.done()).phrase());
		assertFalse(get(delivery.cancel()));
		assertEquals(List.of(), serving.journal.said());
	}
}
