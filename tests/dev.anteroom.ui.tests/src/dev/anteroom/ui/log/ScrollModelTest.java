/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class ScrollModelTest {

	private static final int VIEW = 500;

	private int asked;
	private int scale = 1;
	private final ScrollModel model = model(0);

	private ScrollModel model(int bottom) {
		return new ScrollModel(number -> {
			asked++;
			return heightOf(number);
		}, bottom);
	}

	@Test
	void anEmptyLogHasNothingToScroll() {
		model.setViewport(VIEW);
		model.setEntries(1, 0);
		model.scrollBy(100);
		model.reveal(3, 0, 10);
		model.scrollToBar(5);
		assertTrue(model.isEmpty());
		assertTrue(model.isFollowing());
		assertEquals(model.barMaximum(), model.barThumb());
	}

	@Test
	void whatFitsBeginsAtTheTop() {
		model.setViewport(VIEW);
		model.setEntries(1, 3);
		assertPlace(1, 0);
		model.scrollBy(50);
		assertPlace(1, 0);
		model.scrollBy(-50);
		assertPlace(1, 0);
		assertEquals(model.barMaximum(), model.barThumb());
	}

	@Test
	void itFollowsTheEndOnlyWhileTheEndIsInSight() {
		begin(100);
		assertEquals(VIEW, bottomOf(100));
		model.setEntries(1, 120);
		assertEquals(VIEW, bottomOf(120));
		model.scrollBy(-1);
		assertFalse(model.isFollowing());
		long top = model.top();
		int offset = model.offset();
		model.setEntries(1, 200);
		assertPlace(top, offset);
		model.scrollBy(1_000_000);
		assertTrue(model.isFollowing());
		assertEquals(VIEW, bottomOf(200));
	}

	@Test
	void otherHeightsLeaveThePlaceOrTheEnd() {
		begin(100);
		scale = 3;
		model.settle();
		assertEquals(VIEW, bottomOf(100));
		model.scrollBy(-4000);
		long top = model.top();
		scale = 1;
		model.settle();
		assertEquals(top, model.top());
	}

	@Test
	void aConversationThatBeginsAnewIsFollowed() {
		begin(100);
		model.scrollToBar(0);
		model.follow();
		model.setEntries(101, 101);
		assertPlace(101, 0);
		assertTrue(model.isFollowing());
	}

	@Test
	void whatIsForgottenMovesThePlaceToWhatIsLeft() {
		begin(100);
		model.scrollToBar(0);
		model.setEntries(51, 130);
		assertPlace(51, 0);
		assertFalse(model.isFollowing());
	}

	@Test
	void scrollingByPixelsIsExact() {
		begin(1000);
		model.scrollToBar(0);
		var random = new Random(7);
		long pixels = 0;
		for (int i = 0; i < 2000; i++) {
			int step = random.nextInt(-300, 320);
			model.scrollBy(step);
			pixels = Math.clamp(pixels + step, 0, height(1, 1000) - VIEW);
			assertEquals(pixels, height(1, model.top() - 1) + model.offset());
			assertTrue(model.offset() < heightOf(model.top()));
		}
	}

	@Test
	void whatIsRevealedIsInSightAndWhatWasInSightDoesNotMove() {
		begin(1000);
		var random = new Random(8);
		for (int i = 0; i < 500; i++) {
			long number = random.nextInt(1, 1001);
			model.reveal(number, 0, heightOf(number));
			int y = model.y(number);
			assertTrue(y >= 0 && y + heightOf(number) <= VIEW, number + " at " + y);
			long top = model.top();
			int offset = model.offset();
			model.reveal(number, 0, heightOf(number));
			assertPlace(top, offset);
		}
	}

	@Test
	void theEntryAtAPlaceIsTheOneDrawnThere() {
		begin(300);
		model.scrollBy(-3333);
		for (int y = 0; y < VIEW; y++) {
			long number = model.numberAt(y);
			assertTrue(model.y(number) <= y && y < model.y(number) + heightOf(number));
		}
		assertEquals(Integer.MIN_VALUE, model.y(model.top() - 1));
		assertEquals(Integer.MAX_VALUE, model.y(model.bottom() + 2));
	}

	@Test
	void theBarRunsFromEndToEndAndBack() {
		begin(100_000);
		assertEquals(model.barMaximum() - model.barThumb(), model.barSelection());
		model.scrollToBar(0);
		assertPlace(1, 0);
		int previous = -1;
		for (int selection = 0; selection <= model.barMaximum() - model.barThumb(); selection += 77_777) {
			model.scrollToBar(selection);
			assertTrue(Math.abs(model.barSelection() - selection) <= model.barMaximum() / 100_000);
			assertTrue(model.barSelection() > previous);
			previous = model.barSelection();
		}
		model.scrollToBar(model.barMaximum() - model.barThumb());
		assertTrue(model.isFollowing());
	}

	@Test
	void noMoreThanWhatIsInSightIsMeasured() {
		begin(2_000_000_000);
		asked = 0;
		model.setEntries(1, 2_000_000_001L);
		model.scrollToBar(model.barMaximum() / 3);
		model.setViewport(VIEW + 1);
		model.barThumb();
		assertTrue(asked < 1000, "measured " + asked);
	}

	@Test
	void anEntryTallerThanTheViewIsScrolledThrough() {
		scale = 1000;
		begin(3);
		assertEquals(VIEW, bottomOf(3));
		model.scrollBy(-VIEW);
		assertEquals(2 * VIEW, bottomOf(3));
	}

	@Test
	void theRoomBelowTheLastEntryIsAtTheEndOnly() {
		var roomy = model(8);
		roomy.setViewport(VIEW);
		roomy.setEntries(1, 100);
		assertEquals(VIEW - 8, roomy.y(100) + heightOf(100));
		assertEquals(100, roomy.numberAt(VIEW - 1));
		roomy.scrollBy(-1);
		assertFalse(roomy.isFollowing());
		roomy.scrollBy(-8);
		assertEquals(VIEW + 1, roomy.y(100) + heightOf(100));
		roomy.scrollToBar(0);
		roomy.scrollToBar(roomy.barMaximum());
		assertTrue(roomy.isFollowing());
	}

	private void begin(long count) {
		model.setViewport(VIEW);
		model.setEntries(1, count);
	}

	private int bottomOf(long number) {
		return model.y(number) == Integer.MAX_VALUE ? 2 * VIEW : model.y(number) + heightOf(number);
	}

	private int heightOf(long number) {
		return scale * (int) (10 + number * 7919 % 90);
	}

	private long height(long from, long to) {
		long height = 0;
		for (long number = from; number <= to; number++) {
			height += heightOf(number);
		}
		return height;
	}

	private void assertPlace(long top, int offset) {
		assertEquals(top, model.top());
		assertEquals(offset, model.offset());
	}
}
