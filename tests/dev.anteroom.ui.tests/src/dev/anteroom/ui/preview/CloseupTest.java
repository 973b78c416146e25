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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;

class CloseupTest {

	private static final Rectangle ALL = new Rectangle(0, 0, 12_000, 8_000);

	private final Viewport fitted = Viewport.of(ALL.width, ALL.height).inArea(1_200, 800);

	@Test
	void fittedNeedsAllOfItInTheSizeOfTheView() {
		assertEquals(new Closeup(ALL, 1_200, 800), Closeup.of(fitted));
		assertTrue(Closeup.isServedBy(ALL, 0.1, fitted));
	}

	@Test
	void aLittleCloserStillTakesAllOfIt() {
		Viewport view = fitted.zoomedTo(0.2, 0, 0);
		assertFalse(Closeup.isServedBy(ALL, 0.1, view));
		assertEquals(new Closeup(ALL, 2_400, 1_600), Closeup.of(view));
	}

	@Test
	void closeByOnlyWhatIsSeenIsDecodedWithSomeRoomToMove() {
		Viewport view = fitted.actualSize();
		Closeup closeup = Closeup.of(view);
		assertEquals(new Rectangle(5_100, 3_400, 1_800, 1_200), closeup.part());
		assertEquals(closeup.part().width, closeup.width());
		assertTrue(Closeup.isServedBy(closeup.part(), 1, view));
		assertTrue(Closeup.isServedBy(closeup.part(), 1, view.movedBy(299, -199)));
		assertFalse(Closeup.isServedBy(closeup.part(), 1, view.movedBy(301, 0)), "beyond what is there");
	}

	@Test
	void theEdgeOfThePictureEndsIt() {
		Closeup closeup = Closeup.of(fitted.actualSize().movedBy(1e6, 1e6));
		assertEquals(new Rectangle(0, 0, 1_500, 1_000), closeup.part());
	}

	@Test
	void noMorePixelsAreDecodedThanThereAre() {
		Viewport view = fitted.zoomedTo(4, 0, 0);
		Closeup closeup = Closeup.of(view);
		assertEquals(closeup.part().width, closeup.width());
		assertTrue(Closeup.isServedBy(closeup.part(), 1, view.zoomedTo(8, 0, 0)), "it can't get sharper");
	}

	@Test
	void farTooManyPixelsAreToBeReplacedByFewer() {
		assertFalse(Closeup.isServedBy(ALL, 0.5, fitted));
		assertTrue(Closeup.isServedBy(new Rectangle(0, 0, 400, 300), 1, Viewport.of(400, 300).inArea(40, 30)),
				"unless the picture is small");
	}

	@Test
	void whatIsDecodedIsBoundedHoweverLargeThePictureIs() {
		for (double zoom = 0.01; zoom < 32; zoom *= 1.3) {
			Closeup closeup = Closeup.of(Viewport.of(10_000, 10_000).inArea(2_000, 1_000).zoomedTo(zoom, 999, 500));
			assertTrue((long) closeup.width() * closeup.height() <= 2.4 * 2_000 * 1_000, closeup::toString);
		}
	}
}
