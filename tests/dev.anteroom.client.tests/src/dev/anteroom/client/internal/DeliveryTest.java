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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.chat.Delivery;
import dev.anteroom.chat.Delivery.Progress;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;

class DeliveryTest {

	private static final int BIG = 20 << 20;

	@TempDir
	Path temp;
	private TestClient client;

	@BeforeEach
	void open() {
		client = new TestClient(temp);
	}

	@AfterEach
	void close() {
		client.close();
	}

	private Delivery deliver(String text, String name, int length) throws Exception {
		Path file = Files.write(temp.resolve(name), Arrays.copyOf(ImageConnectionTest.PNG, length));
		return client.conversation.deliver(new Draft(text, file));
	}

	@Test
	void aPictureBehindAnotherCanBeTakenBack() throws Exception {
		try (TestServer server = TestServer.whole()) {
			Peer peer = client.converse(server);
			Peer images = server.acceptImages();
			client.await(Phrase.IMAGE_CHANNEL_UP);
			Delivery first = deliver("", "big.png", BIG);
			Delivery second = deliver("look", "second.png", 100);
			Delivery third = deliver("", "third.png", 200);
			assertEquals("Client(127.0.0.1):look\n", peer.hear());
			assertTrue(TestClient.get(second.cancel()));
			assertEquals(Notice.of(Phrase.PICTURE_CANCELLED, "second.png"), TestClient.failure(second.done()));
			assertFalse(TestClient.get(first.cancel()));
			assertArrayEquals(Arrays.copyOf(ImageConnectionTest.PNG, BIG), images.receive());
			assertArrayEquals(Arrays.copyOf(ImageConnectionTest.PNG, 200), images.receive());
			TestClient.get(first.done());
			TestClient.get(third.done());
			assertEquals(new Progress(false, BIG, BIG), first.progress());
		}
	}

	@Test
	void whatIsSaidTogetherNeverReachesTwoServers() throws Exception {
		try (TestServer server = TestServer.whole(); TestServer other = TestServer.whole()) {
			client.converse(server);
			var met = new ArrayList<Peer>();
			List<Draft> drafts = List.of(new Draft("one", null), new Draft("two", null));
			List<Delivery> deliveries = client.conversation.deliver(new AbstractList<Draft>() {

				@Override
				public Draft get(int at) {
					if (at == 1 && met.isEmpty()) {
						try {
							met.add(client.converse(other));
						} catch (Exception e) {
							throw new AssertionError(e);
						}
					}
					return drafts.get(at);
				}

				@Override
				public int size() {
					return drafts.size();
				}
			});
			TestClient.get(deliveries.get(0).done());
			TestClient.get(deliveries.get(1).done());
			assertEquals("Client(127.0.0.1):one\n", met.getFirst().hear());
			assertEquals("Client(127.0.0.1):two\n", met.getFirst().hear());
		}
	}

	@Test
	void progressIsToldFromTheBeginning() throws Exception {
		try (TestServer server = TestServer.whole()) {
			client.converse(server);
			Peer images = server.acceptImages();
			client.await(Phrase.IMAGE_CHANNEL_UP);
			Delivery delivery = deliver("", "cat.png", 100_000);
			var whole = new CountDownLatch(1);
			Runnable look = () -> {
				if (delivery.progress().equals(new Progress(false, 100_000, 100_000))) {
					whole.countDown();
				}
			};
			delivery.onProgress(look);
			look.run();
			images.receive();
			assertTrue(whole.await(10, TimeUnit.SECONDS));
			TestClient.get(delivery.done());
			assertFalse(TestClient.get(delivery.cancel()));
		}
	}

	@Test
	void whileNobodyIsThereThereIsNothingToTakeBack() throws Exception {
		Delivery delivery = client.conversation.deliver(new Draft("anybody?", null));
		assertFalse(TestClient.get(delivery.cancel()));
		assertEquals(Notice.of(Phrase.SEND_FAILED, Notice.reason(Phrase.NOBODY_THERE)),
				TestClient.failure(delivery.done()));
		assertEquals(Progress.NOTHING, delivery.progress());
	}
}
