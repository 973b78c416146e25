/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.preview;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;

import dev.anteroom.ui.preview.Viewport.Spot;

class ViewportTest {

	private static final double EXACT = 1e-6;

	private final Viewport large = Viewport.of(4000, 3000).inArea(800, 700);
	private final Viewport small = Viewport.of(100, 50).inArea(800, 700);

	@Test
	void aLargePictureIsFittedAndASmallOneIsNotEnlarged() {
		assertTrue(large.fit());
		assertEquals(new Rectangle(0, 50, 800, 600), large.bounds());
		assertEquals(new Rectangle(350, 325, 100, 50), small.bounds());
	}

	@Test
	void aFittedPictureStaysFittedWhenTheViewIsResized() {
		assertEquals(new Rectangle(0, 25, 400, 300), large.inArea(400, 350).bounds());
		assertEquals(new Rectangle(0, 0, 4000, 3000), large.inArea(4000, 3000).bounds());
	}

	@Test
	void theMiddleStaysWhenTheViewIsResized() {
		Viewport view = large.zoomedTo(2, 123, 456);
		Spot before = view.toPicture(400, 350);
		near(before, view.inArea(300, 200).toPicture(150, 100));
	}

	@Test
	void zoomingKeepsThePointUnderThePointer() {
		Spot spot = large.toPicture(600, 200);
		Viewport close = large.zoomedTo(2, 600, 200);
		near(spot, close.toPicture(600, 200));
		near(close.toPicture(10, 20), close.zoomedBy(3, 10, 20).toPicture(10, 20));
		near(close.toPicture(10, 20), close.zoomedBy(0.8, 10, 20).toPicture(10, 20));
	}

	@Test
	void zoomingStopsAtOneAndEndsFitted() {
		assertEquals(1, large.zoomedTo(0.9, 0, 0).zoomedBy(Viewport.STEP).zoom());
		assertEquals(1, large.zoomedTo(1.1, 0, 0).zoomedBy(1 / Viewport.STEP).zoom());
		Viewport out = large.zoomedTo(0.21, 0, 0).zoomedBy(1 / Viewport.STEP);
		assertTrue(out.fit());
		assertEquals(0.2, out.zoom(), EXACT);
		assertEquals(large, large.zoomedBy(1 / Viewport.STEP));
		assertEquals(large, large.zoomedBy(1), "a wheel that was not turned");
		assertEquals(Viewport.MOST_ZOOM, large.zoomedTo(1e9, 0, 0).zoom());
	}

	@Test
	void ownSizeIsOneDevicePixelForOneOfThePicture() {
		Viewport view = large.actualSize();
		assertFalse(view.fit());
		assertEquals(1, view.zoom());
		near(new Spot(2000, 1500), view.toPicture(400, 350));
		assertEquals(large, view.fitted());
		assertFalse(small.actualSize().fit(), "it stays in its own size when the view gets too small");
		assertEquals(1, small.actualSize().inArea(50, 50).zoom());
		assertEquals(0.5, small.inArea(50, 50).zoom());
	}

	@Test
	void movingStopsAtTheEdges() {
		Viewport view = large.actualSize();
		assertEquals(new Rectangle(0, 0, 800, 700), view.movedBy(1e6, 1e6).visible());
		assertEquals(new Rectangle(3200, 2300, 800, 700), view.movedBy(-1e6, -1e6).visible());
		assertEquals(view.x() + 10, view.movedBy(10, 0).x());
		assertEquals(small, small.movedBy(10, 10), "nothing to see beyond it");
		Viewport wide = Viewport.of(4000, 100).inArea(800, 700).actualSize();
		assertEquals(300, wide.movedBy(0, 50).y(), "only where there is more to see");
		assertEquals(new Rectangle(30, 0, 800, 100), wide.movedTo(-30, 0).visible());
	}

	@Test
	void whatOverflowsIsTold() {
		assertFalse(large.overflowsAcross() || large.overflowsDown());
		Viewport wide = Viewport.of(4000, 100).inArea(800, 700).actualSize();
		assertTrue(wide.overflowsAcross());
		assertFalse(wide.overflowsDown());
	}

	@Test
	void turningKeepsTheMiddleAndFitsAnew() {
		Viewport turned = large.turned(1);
		assertEquals(new Rectangle(138, 0, 525, 700), turned.bounds());
		assertEquals(large, turned.turned(1).turned(1).turned(1));
		assertEquals(3, large.turned(-1).turns());
		Viewport close = large.zoomedTo(2, 700, 100);
		Spot middle = close.toPicture(400, 350);
		for (int turn = 1; turn < 4; turn++) {
			near(middle, close.turned(turn).toPicture(400, 350));
		}
	}

	@Test
	void aQuarterTurnIsClockwise() {
		Viewport turned = Viewport.of(40, 20).inArea(20, 40).turned(1);
		near(new Spot(20, 0), turned.toView(0, 0));
		near(new Spot(20, 40), turned.toView(40, 0));
		near(new Spot(0, 0), turned.toView(0, 20));
	}

	@Test
	void thereAndBackIsTheSamePlace() {
		var random = new Random(7);
		for (int i = 0; i < 1_000; i++) {
			Viewport view = Viewport.of(1 + random.nextInt(9_000), 1 + random.nextInt(9_000))
					.inArea(1 + random.nextInt(3_000), 1 + random.nextInt(3_000)).turned(random.nextInt(4))
					.zoomedTo(random.nextDouble() * 4, random.nextInt(500), random.nextInt(500))
					.movedBy(random.nextInt(4_000) - 2_000, random.nextInt(4_000) - 2_000);
			double u = random.nextDouble() * view.pictureWidth();
			double v = random.nextDouble() * view.pictureHeight();
			Spot seen = view.toView(u, v);
			near(new Spot(u, v), view.toPicture(seen.x(), seen.y()));
			double[] matrix = view.matrix();
			assertEquals(seen.x(), matrix[0] * u + matrix[2] * v + matrix[4], 0.51);
			assertEquals(seen.y(), matrix[1] * u + matrix[3] * v + matrix[5], 0.51);
			neverLeavesAGap(view);
		}
	}

	private static void neverLeavesAGap(Viewport view) {
		if (view.overflowsAcross()) {
			assertTrue(view.x() <= 0 && view.x() + view.width() >= view.areaWidth() - EXACT, view::toString);
		} else {
			assertEquals((view.areaWidth() - view.width()) / 2, view.x(), 0.01);
		}
		if (view.overflowsDown()) {
			assertTrue(view.y() <= 0 && view.y() + view.height() >= view.areaHeight() - EXACT, view::toString);
		} else {
			assertEquals((view.areaHeight() - view.height()) / 2, view.y(), 0.01);
		}
	}

	@Test
	void atItsOwnSizeAPictureBeginsOnAWholePixel() {
		Viewport view = Viewport.of(101, 51).inArea(800, 700);
		assertEquals(349.5, view.x());
		assertArrayEquals(new double[] { 1, 0, 0, 1, 350, 325 }, view.matrix(), EXACT);
	}

	@Test
	void theVisiblePartIsWithinThePicture() {
		assertEquals(new Rectangle(0, 0, 4000, 3000), large.visible());
		assertEquals(new Rectangle(1600, 1150, 800, 700), large.actualSize().visible());
		assertEquals(new Rectangle(1650, 1100, 700, 800), large.actualSize().turned(1).visible());
	}

	@Test
	void noPictureAndNoRoomAreNoTrouble() {
		Viewport none = Viewport.of(0, 0).inArea(800, 700);
		assertTrue(none.isEmpty());
		assertTrue(none.visible().isEmpty());
		assertEquals(1, none.turned(1).zoomedBy(2).fitted().zoom());
		assertEquals(1, Viewport.of(10, 10).inArea(0, 0).zoom());
		assertTrue(Viewport.of(10, 10).inArea(0, 0).visible().isEmpty());
	}

	private static void near(Spot expected, Spot actual) {
		assertEquals(expected.x(), actual.x(), EXACT);
		assertEquals(expected.y(), actual.y(), EXACT);
	}
}
