/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.netty.channel.embedded.EmbeddedChannel;

import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;

class MessageOrderTest {

	private final EmbeddedChannel clock = new EmbeddedChannel();
	private final List<String> said = new ArrayList<>();
	private final MessageOrder order = new MessageOrder(clock.eventLoop(), Duration.ofMillis(300),
			new MessageOrder.Sink() {

				@Override
				public void said(ChatLine text) {
					said.add(text.text());
				}

				@Override
				public void said(Picture picture, ChatLine with) {
					said.add(picture.name() + (with == null ? "" : " with " + with.text()));
				}
			});

	@BeforeEach
	void stopClock() {
		clock.freezeTime();
	}

	private void pass(long milliseconds) {
		clock.advanceTimeBy(milliseconds, TimeUnit.MILLISECONDS);
		clock.runScheduledPendingTasks();
	}

	private void text(String text) {
		order.text(new ChatLine("", text));
	}

	/** A picture of one byte comes in. */
	private MessageOrder.Arrival arrived() {
		order.begins();
		return order.arrived();
	}

	private static Picture picture(String name) {
		return new Picture(Path.of(name), name, 1, PictureFormat.PNG);
	}

	@Test
	void aTextWaitsForNothing() {
		text("a");
		text("b");
		assertEquals(List.of("a", "b"), said);
		assertTrue(clock.runScheduledPendingTasks() < 0, "no timer");
	}

	@Test
	void aPictureFollowsTheTextItWasSentWithAtOnce() {
		text("a");
		pass(299);
		arrived().stored(picture("p"));
		assertEquals(List.of("a", "p with a"), said);
		assertTrue(clock.runScheduledPendingTasks() < 0, "no timer");
	}

	@Test
	void aPictureThatIsReadBeforeItsTextComesBehindIt() {
		arrived().stored(picture("p"));
		assertEquals(List.of(), said);
		text("a");
		assertEquals(List.of("a", "p with a"), said);
		MessageOrder.Arrival slow = arrived();
		text("b");
		assertEquals(List.of("a", "p with a", "b"), said);
		slow.stored(picture("q"));
		assertEquals(List.of("a", "p with a", "b", "q with b"), said);
		assertTrue(clock.runScheduledPendingTasks() < 0, "no timer");
	}

	@Test
	void aPictureLongAfterTheLastTextMayBelongToOneThatIsToBeRead() {
		text("a");
		pass(301);
		arrived().stored(picture("p"));
		pass(19);
		assertEquals(List.of("a"), said);
		text("b");
		assertEquals(List.of("a", "b", "p with b"), said);
	}

	@Test
	void aPictureWithoutATextWaitsOnlyAMoment() {
		arrived().stored(picture("p"));
		pass(19);
		assertEquals(List.of(), said);
		pass(1);
		assertEquals(List.of("p"), said);
	}

	@Test
	void aPictureThatTakesLongComesWhenItIsWhole() {
		text("a");
		order.begins();
		text("b");
		pass(5_000);
		order.arrived().stored(picture("p"));
		text("c");
		assertEquals(List.of("a", "b", "p with b", "c"), said);
	}

	@Test
	void theOrderStaysWhileTheStoreIsBusy() {
		text("a");
		MessageOrder.Arrival one = arrived();
		MessageOrder.Arrival two = arrived();
		text("b");
		text("c");
		pass(400);
		assertEquals(List.of("a"), said);
		assertFalse(order.isSettled());
		two.stored(picture("q"));
		one.stored(picture("p"));
		assertTrue(order.isSettled());
		assertEquals(List.of("a", "p with a", "b", "q with b", "c"), said);
	}

	@Test
	void aStoreThatFailsHoldsNothingUp() {
		text("a");
		MessageOrder.Arrival arrival = arrived();
		text("b");
		arrival.failed();
		arrived().failed();
		pass(20);
		assertEquals(List.of("a", "b"), said);
		assertTrue(order.isSettled());
	}

	@Test
	void aStoreThatHangsHoldsNothingUpForLong() {
		text("a");
		MessageOrder.Arrival hanging = arrived();
		text("b");
		pass(1_999);
		assertEquals(List.of("a"), said);
		pass(1);
		assertEquals(List.of("a", "b"), said);
		hanging.stored(picture("p"));
		assertEquals(List.of("a", "b", "p with a"), said);
	}

	@Test
	void flushingGivesOutWhatIsHeld() {
		arrived().stored(picture("p"));
		order.flush();
		assertEquals(List.of("p"), said);
		order.flush();
		pass(3_000);
		assertEquals(List.of("p"), said);
	}
}
