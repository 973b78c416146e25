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

class MessageMergerTest {

	private final EmbeddedChannel clock = new EmbeddedChannel();
	private final List<String> said = new ArrayList<>();
	private final MessageMerger merger = new MessageMerger(clock.eventLoop(), Duration.ofMillis(300),
			(text, picture) -> said
					.add((text == null ? "" : text.text()) + '|' + (picture == null ? "" : picture.name())));

	@BeforeEach
	void stopClock() {
		clock.freezeTime();
	}

	private void pass(long milliseconds) {
		clock.advanceTimeBy(milliseconds, TimeUnit.MILLISECONDS);
		clock.runScheduledPendingTasks();
	}

	private void text(String text) {
		merger.text(new ChatLine("", text));
	}

	/** A picture of one byte comes in. */
	private MessageMerger.Arrival arrived() {
		merger.begins();
		return merger.arrived();
	}

	private static Picture picture(String name) {
		return new Picture(Path.of(name), name, 1, PictureFormat.PNG);
	}

	@Test
	void aTextIsHeldForThreeTenthsOfASecond() {
		text("a");
		pass(299);
		assertEquals(List.of(), said);
		pass(1);
		assertEquals(List.of("a|"), said);
		assertTrue(clock.runScheduledPendingTasks() < 0, "no timer");
	}

	@Test
	void aPictureThatArrivesMeanwhileJoinsIt() {
		text("a");
		pass(299);
		arrived().stored(picture("p"));
		assertEquals(List.of("a|p"), said);
		arrived().stored(picture("q"));
		pass(20);
		assertEquals(List.of("a|p", "|q"), said);
		assertTrue(clock.runScheduledPendingTasks() < 0, "no timer");
	}

	@Test
	void aLaterPictureStaysAlone() {
		text("a");
		pass(300);
		arrived().stored(picture("p"));
		pass(20);
		assertEquals(List.of("a|", "|p"), said);
	}

	@Test
	void aPictureThatIsReadBeforeItsTextJoinsItToo() {
		arrived().stored(picture("p"));
		text("a");
		assertEquals(List.of("a|p"), said);
		MessageMerger.Arrival slow = arrived();
		text("b");
		assertEquals(List.of("a|p"), said);
		slow.stored(picture("q"));
		assertEquals(List.of("a|p", "b|q"), said);
	}

	@Test
	void aPictureThatTakesLongDoesNotJoinALaterText() {
		text("a");
		merger.begins();
		text("b");
		merger.arrived().stored(picture("p"));
		text("c");
		pass(300);
		assertEquals(List.of("a|", "b|", "|p", "c|"), said);
	}

	@Test
	void aPictureThatBeginsBeforeItsTextIsReadJoinsIt() {
		merger.begins();
		text("a");
		merger.arrived().stored(picture("p"));
		assertEquals(List.of("a|p"), said);
	}

	@Test
	void theNextTextSendsTheOneBeforeOnItsWay() {
		text("a");
		text("b");
		assertEquals(List.of("a|"), said);
		arrived().stored(picture("p"));
		assertEquals(List.of("a|", "b|p"), said);
	}

	@Test
	void theOrderStaysWhileTheStoreIsBusy() {
		text("a");
		MessageMerger.Arrival one = arrived();
		MessageMerger.Arrival two = arrived();
		text("b");
		text("c");
		pass(400);
		assertEquals(List.of(), said);
		assertFalse(merger.isSettled());
		two.stored(picture("q"));
		one.stored(picture("p"));
		assertTrue(merger.isSettled());
		assertEquals(List.of("a|p", "b|q", "c|"), said);
	}

	@Test
	void aStoreThatFailsLosesNoText() {
		text("a");
		arrived().failed();
		arrived().failed();
		pass(20);
		assertEquals(List.of("a|"), said);
	}

	@Test
	void aStoreThatHangsHoldsNothingUpForLong() {
		text("a");
		MessageMerger.Arrival hanging = arrived();
		text("b");
		pass(1_999);
		assertEquals(List.of(), said);
		pass(1);
		assertEquals(List.of("a|", "b|"), said);
		hanging.stored(picture("p"));
		assertEquals(List.of("a|", "b|", "|p"), said);
	}

	@Test
	void flushingGivesOutWhatIsHeld() {
		text("a");
		merger.flush();
		assertEquals(List.of("a|"), said);
		merger.flush();
		pass(1_000);
		assertEquals(List.of("a|"), said);
	}
}
