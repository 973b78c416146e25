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
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Event;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.chat.Said;
import dev.anteroom.protocol.Limits;

class PictureExchangeTest {

	private Serving serving;

	@BeforeEach
	void start() throws IOException {
		serving = Serving.started();
	}

	@AfterEach
	void stop() {
		serving.close();
	}

	/** For what must come in time however busy the machine is. */
	private void restartPatiently() throws IOException {
		Limits usual = Serving.LIMITS;
		serving.close();
		serving = Serving.started(new Limits(usual.textFrame(), usual.imageFrame(), usual.waiting(), usual.perAddress(),
				usual.heldText(), usual.frame(), usual.stalledWrite(), usual.connect(), Duration.ofMinutes(1),
				Duration.ofMinutes(1)));
	}

	static byte[] png(int length) {
		byte[] bytes = new byte[length];
		new Random(length).nextBytes(bytes);
		byte[] start = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' };
		System.arraycopy(start, 0, bytes, 0, start.length);
		return bytes;
	}

	private Path file(byte[] bytes) throws IOException {
		return Files.write(serving.folder.resolve("cat.png"), bytes);
	}

	private RawPeer imagesUp() {
		RawPeer images = serving.joinImages();
		serving.journal.await(Phrase.IMAGE_CHANNEL_UP);
		return images;
	}

	@Test
	void theImagePortIsOpenBeforeTheGreeting() {
		RawPeer images = serving.joinImages();
		assertTrue(images.isClosedByServer());
		serving.journal.await(Phrase.STRANGE_IMAGE_CONNECTION);
	}

	@Test
	void anImageConnectionRightAfterTheGreetingIsTaken() {
		for (int i = 1; i <= 20; i++) {
			RawPeer client = serving.joinGreeted();
			RawPeer images = serving.joinImages();
			serving.journal.await(Phrase.IMAGE_CHANNEL_UP, i);
			client.close();
			images.close();
			serving.journal.await(Phrase.CLIENT_LEFT, i);
		}
		assertEquals(0, serving.journal.count(Phrase.STRANGE_IMAGE_CONNECTION));
	}

	@Test
	void aStrangersImageConnectionIsClosedAndToldOnce() throws IOException {
		RawPeer client = serving.joinGreeted();
		InetAddress stranger = InetAddress.getByName("127.0.0.77");
		for (int i = 0; i < 3; i++) {
			assertTrue(serving.keep(new RawPeer(stranger, serving.imagePort())).isClosedByServer());
		}
		imagesUp();
		assertTrue(serving.joinImages().isClosedByServer(), "only one at a time");
		client.say("Client(127.0.0.1):fine\n");
		serving.journal.awaitSaid(1);
		assertEquals(2, serving.journal.count(Phrase.STRANGE_IMAGE_CONNECTION));
	}

	@Test
	void aTextAndItsPictureComeUnderOneHeader() throws IOException {
		RawPeer client = serving.joinGreeted();
		RawPeer images = imagesUp();
		byte[] picture = png(50_000);
		client.say("Client(10.1.2.3):look\n");
		images.send(RawPeer.frame(picture));
		assertEquals(new Said(false, "Client(10.1.2.3)", "look", null), serving.journal.awaitSaid(1));
		Said said = serving.journal.awaitSaid(2);
		assertEquals("Client(10.1.2.3)", said.sender());
		assertEquals("", said.text());
		assertArrayEquals(picture, Files.readAllBytes(said.picture().file()));
		assertEquals(PictureFormat.PNG, said.picture().format());
	}

	@Test
	void aTextWithoutAHeaderAndItsPictureComeUnderNone() throws IOException {
		restartPatiently();
		RawPeer client = serving.joinGreeted();
		RawPeer images = imagesUp();
		client.say("look\n");
		images.send(RawPeer.frame(png(100)));
		assertEquals("", serving.journal.awaitSaid(2).sender());
		assertEquals("look", serving.journal.awaitSaid(1).text());
	}

	@Test
	void aPictureAloneAndATextAloneStayAlone() {
		RawPeer client = serving.joinGreeted();
		RawPeer images = imagesUp();
		images.send(RawPeer.frame(png(100)));
		Said first = serving.journal.awaitSaid(1);
		assertEquals("Client(127.0.0.1)", first.sender());
		assertEquals("", first.text());
		client.say("Client(127.0.0.1):text\n");
		assertNull(serving.journal.awaitSaid(2).picture());
	}

	@Test
	void whatIsNoPictureIsShownAndTold() {
		serving.joinGreeted();
		RawPeer images = imagesUp();
		images.send(RawPeer.frame("not a picture".getBytes()));
		assertEquals(PictureFormat.UNKNOWN, serving.journal.awaitSaid(1).picture().format());
		serving.journal.await(Phrase.PICTURE_UNREADABLE);
		images.send(RawPeer.join(new byte[4], RawPeer.frame(png(20))));
		assertEquals(PictureFormat.PNG, serving.journal.awaitSaid(2).picture().format());
	}

	@Test
	void picturesGoOut() throws IOException {
		RawPeer client = serving.joinGreeted();
		RawPeer images = imagesUp();
		byte[] picture = png(99_000);
		Path file = file(picture);
		CompletionStage<Void> both = serving.server.conversation().send(new Draft("here\nit is", file));
		CompletionStage<Void> alone = serving.server.conversation().send(new Draft("", file));
		assertEquals("Server(127.0.0.1):here\nit is\n", client.text());
		assertArrayEquals(picture, images.bytes());
		assertArrayEquals(picture, images.bytes());
		Serving.done(both);
		Serving.done(alone);
		Said said = serving.journal.awaitSaid(1);
		assertTrue(said.own());
		assertEquals("here\nit is", said.text());
		assertEquals("Server(127.0.0.1)", said.sender());
		assertEquals("cat.png", said.picture().name());
		assertEquals("", serving.journal.awaitSaid(2).text());
		assertEquals(2, serving.journal.count(Phrase.PICTURE_SENT));
	}

	@Test
	void aPictureWaitsForTheImageConnection() throws IOException {
		restartPatiently();
		RawPeer client = serving.joinGreeted();
		CompletionStage<Void> sent = serving.server.conversation().send(new Draft("soon", file(png(10))));
		assertEquals("Server(127.0.0.1):soon\n", client.text());
		assertArrayEquals(png(10), serving.joinImages().bytes());
		Serving.done(sent);
	}

	@Test
	void withoutAnImageConnectionThePictureFailsAndTextGoesOn() throws IOException {
		RawPeer client = serving.joinGreeted();
		CompletionStage<Void> sent = serving.server.conversation().send(new Draft("with picture", file(png(10))));
		CompletionStage<Void> next = serving.server.conversation().send(new Draft("next", null));
		assertEquals("Server(127.0.0.1):with picture\n", client.text());
		assertEquals("Server(127.0.0.1):next\n", client.text());
		Serving.done(next);
		assertEquals(Notice.of(Phrase.PICTURE_SEND_FAILED, "cat.png", Notice.reason(Phrase.NO_IMAGE_CHANNEL)),
				Serving.failure(sent));
		assertEquals(1, serving.journal.count(Phrase.PICTURE_SEND_FAILED));
	}

	@Test
	void aMissingFileIsToldAndNothingIsSent() {
		RawPeer client = serving.joinGreeted();
		Notice failure = Serving.failure(
				serving.server.conversation().send(new Draft("text", serving.folder.resolve("missing.png"))));
		assertEquals(Phrase.PICTURE_SEND_FAILED, failure.phrase());
		Serving.done(serving.server.conversation().send(new Draft("after", null)));
		assertEquals("Server(127.0.0.1):after\n", client.text());
	}

	@Test
	void aTooLongPictureClosesOnlyTheImageConnection() {
		RawPeer client = serving.joinGreeted();
		RawPeer images = imagesUp();
		images.send(new byte[] { (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF });
		assertTrue(images.isClosedByServer());
		serving.journal.await(Phrase.FRAME_TOO_LONG);
		serving.journal.await(Phrase.IMAGE_CHANNEL_LOST);
		client.say("Client(127.0.0.1):still here\n");
		assertEquals("still here", serving.journal.awaitSaid(1).text());
		serving.joinImages();
		serving.journal.await(Phrase.IMAGE_CHANNEL_UP, 2);
	}

	@Test
	void whatCameBeforeTheEndBelongsToTheConversation() {
		for (int i = 1; i <= 20; i++) {
			RawPeer client = serving.joinGreeted();
			RawPeer images = serving.joinImages();
			serving.journal.await(Phrase.IMAGE_CHANNEL_UP, i);
			client.say("Client(127.0.0.1):last words\n");
			images.send(RawPeer.frame(png(80_000)));
			client.close();
			images.close();
			serving.journal.await(Phrase.CLIENT_LEFT, i);
			assertEquals("last words", serving.journal.said().get(2 * i - 2).text());
			assertNotNull(serving.journal.said().get(2 * i - 1).picture());
		}
	}

	/** Both have the same address; only the order of things tells whose they are. */
	@Test
	void theNextIsGreetedWhileTheLastPictureStillComes() {
		RawPeer client = serving.joinGreeted();
		RawPeer images = imagesUp();
		RawPeer next = serving.joinWaiting(1);
		RawPeer third = serving.joinWaiting(2);
		byte[] last = RawPeer.frame(png(80_000));
		client.say("Client(127.0.0.1):last words\n");
		images.send(Arrays.copyOf(last, 40_000));
		serving.journal.awaitSaid(1);
		client.close();
		assertEquals(RawPeer.GREETING, next.text());
		next.say("Client(127.0.0.1):first words\n");
		RawPeer nextImages = serving.joinImages();
		nextImages.send(RawPeer.frame(png(100)));
		nextImages.close();
		next.close();
		images.send(Arrays.copyOfRange(last, 40_000, last.length));
		images.close();
		serving.journal.await(Phrase.CLIENT_ADMITTED, 3);
		String frame = third.text();
		while (!frame.equals(RawPeer.GREETING)) {
			assertEquals(RawPeer.waitNotice(1), frame);
			frame = third.text();
		}
		List<String> told = serving.journal.events().stream().map(PictureExchangeTest::inShort)
				.dropWhile(word -> !word.equals("last words"))
				// Which of two connections is seen to close first is for the system to say.
				.filter(word -> !word.equals("IMAGE_CHANNEL_LOST")).toList();
		assertEquals(List.of("last words", "picture of 80000", "CLIENT_LEFT", "CLIENT_ADMITTED", "IMAGE_CHANNEL_UP",
				"first words", "picture of 100", "CLIENT_LEFT", "CLIENT_ADMITTED"), told);
	}

	/** Which picture came between which texts is not to be known any more; nothing is lost, and each keeps its order. */
	@Test
	void ofOneThatIsGreetedWhileAPictureStillComesAllIsShown() {
		RawPeer client = serving.joinGreeted();
		RawPeer images = imagesUp();
		RawPeer next = serving.joinWaiting(1);
		byte[] last = RawPeer.frame(png(80_000));
		images.send(Arrays.copyOf(last, 40_000));
		next.say("Client(127.0.0.1):said in line\n");
		client.close();
		assertEquals(RawPeer.GREETING, next.text());
		RawPeer nextImages = serving.joinImages();
		for (int i = 1; i <= 2; i++) {
			next.say("Client(127.0.0.1):look " + i + "\n");
			nextImages.send(RawPeer.frame(png(100 * i)));
		}
		images.send(Arrays.copyOfRange(last, 40_000, last.length));
		images.close();
		serving.journal.awaitSaid(6);
		List<String> said = serving.journal.said().stream().map(PictureExchangeTest::inShort).toList();
		assertEquals("picture of 80000", said.getFirst());
		assertEquals(List.of("said in line", "look 1", "look 2"),
				said.stream().filter(word -> !word.startsWith("picture")).toList());
		assertEquals(List.of("picture of 100", "picture of 200"),
				said.stream().filter(word -> word.startsWith("picture")).skip(1).toList());
	}

	private static String inShort(Event event) {
		return switch (event) {
		case Notice notice -> notice.phrase().name();
		case Said said when said.picture() != null -> "picture of " + said.picture().size();
		case Said said -> said.text();
		};
	}

	@Test
	void anIdleImageConnectionDoesNotHoldUpTheNext() {
		RawPeer client = serving.joinGreeted();
		RawPeer images = imagesUp();
		RawPeer next = serving.joinWaiting(1);
		images.send(new byte[] { 0, 0, 1, 0, 1 });
		client.close();
		assertEquals(RawPeer.GREETING, next.text());
		assertTrue(images.isClosedByServer());
		assertEquals(List.of(), serving.journal.said());
	}

	/** It is accepted and never read: pictures pile up in the system's buffers and then stop. */
	@Test
	void aSilentImageConnectionDoesNotDisturbText() throws IOException {
		Limits base = Serving.LIMITS;
		var limits = new Limits(1_000, 64 << 20, base.waiting(), base.perAddress(), base.heldText(), base.frame(),
				Duration.ofMillis(300), base.connect(), base.imageConnectRetry(), base.merge());
		try (Serving other = Serving.started(limits)) {
			RawPeer client = other.joinGreeted();
			RawPeer silent = other.joinImages();
			other.journal.await(Phrase.IMAGE_CHANNEL_UP);
			Path big = Files.write(other.folder.resolve("big.png"), Arrays.copyOf(png(100), 30 << 20));
			CompletionStage<Void> picture = other.server.conversation().send(new Draft("big", big));
			assertEquals("Server(127.0.0.1):big\n", client.text());
			client.say("Client(127.0.0.1):hello\n");
			assertEquals("hello", other.journal.await(said -> !said.own()).text());
			Serving.done(other.server.conversation().send(new Draft("and back", null)));
			assertEquals("Server(127.0.0.1):and back\n", client.text());
			assertEquals(
					Notice.of(Phrase.PICTURE_SEND_FAILED, "big.png", Notice.reason(Phrase.PEER_DOES_NOT_READ)),
					Serving.failure(picture));
			other.journal.await(Phrase.IMAGE_CHANNEL_LOST);
			client.say("Client(127.0.0.1):still here\n");
			assertEquals("still here", other.journal.await(said -> said.text().startsWith("still")).text());
			silent.close();
		}
	}

	@Test
	void aBigPictureComesWhole() throws IOException {
		Limits base = Serving.LIMITS;
		var limits = new Limits(1_000, 64 << 20, base.waiting(), base.perAddress(), base.heldText(), base.frame(),
				base.stalledWrite(), base.connect(), base.imageConnectRetry(), base.merge());
		try (Serving other = Serving.started(limits)) {
			other.joinGreeted();
			RawPeer images = other.joinImages();
			byte[] picture = png(20 << 20);
			images.send(RawPeer.frame(picture));
			Picture received = other.journal.awaitSaid(1).picture();
			assertArrayEquals(picture, Files.readAllBytes(received.file()));
		}
	}
}
