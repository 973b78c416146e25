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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.MenuItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.ui.UiThread;
import dev.anteroom.ui.pictures.DecodedPicture;
import dev.anteroom.ui.preview.SlowLoader.Request;
import dev.anteroom.ui.preview.Viewport.Spot;

class PicturePreviewTest {

	private static final double EXACT = 1e-6;

	private final SlowLoader loader = new SlowLoader();
	private final PreviewStage stage = new PreviewStage(loader);
	private final UiThread thread = stage.thread;
	private final PicturePreview preview = stage.preview;
	private final PreviewCommands commands = preview.commands();
	private final Picture first = stage.add("first.jpg", PictureFormat.JPEG);
	private final Picture second = stage.add("second.png", PictureFormat.PNG);

	@AfterEach
	void close() {
		stage.close();
	}

	@Test
	void withoutAPictureItSaysWhatToDo() {
		assertEquals("Click a picture in the conversation to see it here", stage.status());
		for (PreviewCommand command : List.of(commands.next, commands.fit, commands.zoomIn, commands.turnLeft,
				commands.copy, commands.saveAs, commands.open)) {
			assertFalse(stage.isEnabled(command), command.plainLabel());
		}
		thread.act(() -> preview.show(null));
		assertTrue(loader.requests.isEmpty());
	}

	@Test
	void aPictureIsDecodedInTheSizeOfTheView() {
		stage.show(first);
		Point room = thread.ui(() -> preview.canvas().fullRoom());
		assertEquals(room, new Point(loader.last().width(), loader.last().height()));
		stage.answer(loader.last(), 6_000, 4_000);
		assertTrue(thread.ui(() -> preview.canvas().hasImage() && preview.canvas().isSharp()));
		assertTrue(stage.status().startsWith("first.jpg\n1 of 2\n6000 × 4000, JPEG, 12 KiB\n"), stage.status());
		assertEquals("first.jpg, 6000 × 4000", thread.ui(() -> preview.canvas().accessibleName()));
		stage.show(first);
		assertEquals(1, loader.requests.size(), "it is there already");
	}

	@Test
	void aNameIsShownAsItIs() {
		stage.show(stage.add("R&D.png", PictureFormat.PNG));
		assertTrue(stage.status().contains("R&D.png\n"), stage.status());
		CLabel name = thread.ui(() -> (CLabel) Arrays.stream(preview.getChildren())
				.filter(PreviewStatus.class::isInstance).map(status -> ((PreviewStatus) status).getChildren()[0])
				.findFirst().orElseThrow());
		assertEquals("R&&D.png", thread.ui(name::getText));
		assertEquals("R&&D.png", thread.ui(name::getToolTipText));
	}

	@Test
	void nothingIsDecodedOutOfSight() {
		thread.act(() -> stage.page.setVisible(false));
		stage.show(first);
		stage.show(second);
		assertTrue(loader.requests.isEmpty());
		assertTrue(stage.status().startsWith("second.png"), stage.status());
		thread.act(() -> stage.page.setVisible(true));
		thread.await("decoding", () -> !loader.requests.isEmpty());
		assertEquals(second, loader.last().picture());
		assertEquals(1, loader.requests.size());
	}

	@Test
	void anotherChoiceCancelsWhatWasBegun() {
		stage.show(first);
		Request begun = loader.last();
		stage.show(second);
		assertTrue(begun.isCancelled());
		stage.answer(loader.last(), 40, 30);
		assertTrue(stage.status().contains("40 × 30"), stage.status());
	}

	@Test
	void theWheelZoomsToThePointer() {
		shown(6_000, 4_000);
		double scale = thread.ui(() -> preview.canvas().scale());
		stage.press('1', 0);
		for (int modifiers : new int[] { 0, SWT.MOD1 }) {
			Viewport before = stage.view();
			stage.wheel(50, 60, 3, modifiers);
			Viewport after = stage.view();
			assertEquals(before.zoom() * Viewport.STEP, after.zoom(), EXACT);
			Spot there = before.toPicture(50 * scale, 60 * scale);
			assertEquals(there.x(), after.toPicture(50 * scale, 60 * scale).x(), EXACT);
			assertEquals(there.y(), after.toPicture(50 * scale, 60 * scale).y(), EXACT);
		}
		for (int i = 0; i < 30; i++) {
			stage.wheel(50, 60, -3, 0);
		}
		assertTrue(stage.view().fit());
	}

	@Test
	void keysZoomAroundTheMiddle() {
		shown(6_000, 4_000);
		stage.press('1', 0);
		assertEquals(1, stage.view().zoom());
		assertTrue(stage.status().endsWith("100 %"), stage.status());
		assertTrue(thread.ui(() -> preview.toolBar().item(commands.actualSize).getSelection()));
		stage.press('+', SWT.SHIFT);
		assertEquals(Viewport.STEP, stage.view().zoom(), EXACT);
		assertFalse(thread.ui(() -> preview.toolBar().item(commands.actualSize).getSelection()));
		stage.press('-', 0);
		assertEquals(1, stage.view().zoom(), EXACT);
		stage.press('=', SWT.MOD1);
		assertEquals(3_000, stage.view().toPicture(stage.view().areaWidth() / 2.0, 0).x(), EXACT);
		stage.press('0', 0);
		assertTrue(stage.view().fit());
	}

	@Test
	void whatIsLookedAtCloselyIsDecodedOnceTheViewIsAtRest() {
		shown(6_000, 4_000);
		stage.press('1', 0);
		thread.await("a close-up", () -> loader.requests.size() == 2);
		Request stale = loader.last();
		assertTrue(stale.part().contains(3_000, 2_000), "the middle");
		assertEquals(stale.part().width, stale.width(), "all there is of it");
		assertTrue((long) stale.width() * stale.height() < 4_000_000);
		assertFalse(thread.ui(() -> preview.canvas().isSharp()));

		thread.act(() -> preview.canvas().setView(stage.preview.canvas().view().movedBy(1e6, 1e6)));
		thread.await("another close-up", () -> loader.requests.size() == 3);
		assertTrue(stale.isCancelled());
		assertEquals(new Point(0, 0), new Point(loader.last().part().x, loader.last().part().y));
		thread.act(() -> loader.last().answer(6_000, 4_000));
		thread.await("it to be sharp", () -> preview.canvas().isSharp());
		thread.act(() -> preview.canvas().setView(preview.canvas().view().movedBy(-20, -20)));
		assertTrue(thread.ui(() -> preview.canvas().isSharp()), "there is room to move");
	}

	@Test
	void aCloseUpIsCancelledByAnotherChoice() {
		shown(6_000, 4_000);
		stage.press('1', 0);
		thread.await("a close-up", () -> loader.requests.size() == 2);
		Request stale = loader.last();
		stage.show(second);
		assertTrue(stale.isCancelled());
		stage.answer(loader.last(), 40, 30);
		assertTrue(stage.view().fit(), "another picture begins fitted");
	}

	@Test
	void draggingMovesThePictureAsFarAsItGoes() {
		shown(6_000, 4_000);
		stage.press('1', 0);
		Viewport before = stage.view();
		double scale = thread.ui(() -> preview.canvas().scale());
		stage.mouse(SWT.MouseDown, 100, 100, 1);
		stage.mouse(SWT.MouseMove, 130, 90, 0);
		assertEquals(before.x() + 30 * scale, stage.view().x(), EXACT);
		assertEquals(before.y() - 10 * scale, stage.view().y(), EXACT);
		stage.mouse(SWT.MouseMove, 9_000, 9_000, 0);
		assertEquals(0, stage.view().x(), EXACT);
		assertEquals(0, stage.view().y(), EXACT);
		stage.mouse(SWT.MouseUp, 9_000, 9_000, 1);
		stage.mouse(SWT.MouseMove, 0, 0, 0);
		assertEquals(0, stage.view().x(), EXACT, "let go of");
	}

	@Test
	void arrowKeysMoveACloseViewAndGoOnFromAFittedOne() {
		shown(6_000, 4_000);
		stage.press('1', 0);
		Viewport before = stage.view();
		assertFalse(stage.press(SWT.ARROW_RIGHT, 0).doit);
		assertTrue(stage.view().x() < before.x());
		stage.press(SWT.ARROW_DOWN, 0);
		assertTrue(stage.view().y() < before.y());
		stage.press(SWT.HOME, 0);
		assertEquals(0, stage.view().x(), EXACT);
		assertEquals(first, thread.ui(preview::picture));
		stage.press('0', 0);
		stage.press(SWT.ARROW_RIGHT, 0);
		assertEquals(second, thread.ui(preview::picture));
		stage.press(SWT.ARROW_LEFT, 0);
		assertEquals(first, thread.ui(preview::picture));
	}

	@Test
	void scrollBarsAreThereWhenNeededAndMoveThePicture() {
		shown(6_000, 4_000);
		assertFalse(thread.ui(() -> preview.canvas().getVerticalBar().getVisible()));
		stage.press('1', 0);
		thread.act(() -> {
			var bar = preview.canvas().getVerticalBar();
			assertTrue(bar.getVisible());
			bar.setSelection(123);
			bar.notifyListeners(SWT.Selection, new Event());
		});
		assertEquals(-123, stage.view().y(), EXACT);
		stage.wheel(10, 10, 3, SWT.SHIFT);
		assertNotEquals(0, stage.view().x());
		assertEquals(1, stage.view().zoom(), "Shift and wheel move it sideways");
	}

	@Test
	void aDoubleClickGoesToItsOwnSizeThereAndBack() {
		shown(6_000, 4_000);
		double scale = thread.ui(() -> preview.canvas().scale());
		Spot there = stage.view().toPicture(200 * scale, 150 * scale);
		stage.mouse(SWT.MouseDoubleClick, 200, 150, 1);
		assertEquals(1, stage.view().zoom());
		assertEquals(there.x(), stage.view().toPicture(200 * scale, 150 * scale).x(), EXACT);
		stage.mouse(SWT.MouseDoubleClick, 200, 150, 1);
		assertTrue(stage.view().fit());
	}

	@Test
	void itIsTurnedBothWays() {
		shown(6_000, 4_000);
		stage.press('r', 0);
		assertEquals(1, stage.view().turns());
		assertTrue(stage.view().height() > stage.view().width());
		stage.press('l', 0);
		stage.click(commands.turnLeft);
		assertEquals(3, stage.view().turns());
		Rectangle bounds = thread.ui(() -> preview.canvas().pictureBounds());
		assertTrue(bounds.height <= thread.ui(() -> preview.canvas().getClientArea().height), "fitted anew");
	}

	@Test
	void oneGoesFromPictureToPicture() {
		var chosen = new ArrayList<Picture>();
		thread.act(() -> preview.setChosenListener(next -> chosen.add(next.picture())));
		shown(40, 30);
		assertFalse(stage.isEnabled(commands.previous));
		stage.click(commands.next);
		stage.answer(loader.last(), 41, 30);
		assertTrue(stage.status().contains("2 of 2"), stage.status());
		assertFalse(stage.isEnabled(commands.next));
		stage.press(SWT.PAGE_DOWN, 0);
		assertEquals(second, thread.ui(preview::picture), "there is no other");
		Picture third = stage.add("third.gif", PictureFormat.GIF);
		thread.await("the next one to be offered", () -> preview.toolBar().item(commands.next).isEnabled());
		assertTrue(stage.status().contains("2 of 3"), stage.status());
		stage.press(SWT.PAGE_DOWN, 0);
		stage.press(SWT.PAGE_UP, 0);
		assertEquals(List.of(second, third, second), chosen);
	}

	/** In an IDE two perspectives have one preview, each with a picture of its own. */
	@Test
	void aPictureDoesNotComeBackOnceAnotherConversationHasBegun() {
		var mine = new PreviewedPicture(stage.add("mine.png", PictureFormat.PNG), stage);
		List<PreviewedPicture> told = new ArrayList<>();
		thread.act(() -> {
			preview.setChosenListener(told::add);
			preview.show(mine);
			preview.show(null);
			preview.show(mine);
		});
		assertEquals(mine.picture(), thread.ui(preview::picture));
		thread.act(() -> {
			preview.show(null);
			stage.conversation++;
			preview.show(mine);
		});
		assertNull(thread.ui(preview::picture));
		assertEquals(Collections.singletonList(null), told);
	}

	@Test
	void aPictureOfAnEarlierConversationHasNoNeighbours() {
		shown(40, 30);
		thread.act(() -> stage.pictures.clear());
		stage.add("other.png", PictureFormat.PNG);
		thread.await("none to be offered", () -> !preview.toolBar().item(commands.next).isEnabled());
		assertFalse(stage.status().contains(" of "), stage.status());
	}

	@Test
	void aFailureSaysWhyAndThePictureCanStillBeSaved() {
		Picture unknown = stage.add("data.exe", PictureFormat.UNKNOWN);
		stage.show(unknown);
		thread.act(() -> loader.last().answer().completeExceptionally(new IllegalStateException()));
		thread.await("the reason", () -> preview.statusText().startsWith("The file of this picture cannot be read"));
		assertEquals("The file of this picture cannot be read\ndata.exe\n3 of 3\nunknown kind, 12 KiB", stage.status());
		assertFalse(thread.ui(() -> preview.canvas().hasImage()));
		assertTrue(stage.isEnabled(commands.saveAs));
		assertTrue(stage.isEnabled(commands.copy));
		assertFalse(stage.isEnabled(commands.open));
		assertFalse(stage.isEnabled(commands.zoomIn));
	}

	@Test
	void aTruncatedPictureIsShownAndSaysSo() {
		stage.show(first);
		var whole = new CompletableFuture<DecodedPicture>();
		new Request(first, null, 40, 30, whole).answer(40, 30);
		var pixels = whole.join().data();
		thread.act(() -> loader.last().answer().complete(new DecodedPicture(pixels, 40, 30, true)));
		thread.await("the words", () -> preview.statusText().endsWith("A part of this picture is missing"));
		assertTrue(thread.ui(() -> preview.canvas().hasImage()));
		stage.show(second);
		assertFalse(stage.status().contains("missing"));
	}

	@Test
	void theMenuOffersTheSame() {
		shown(40, 30);
		thread.act(() -> {
			var menu = preview.canvas().getMenu();
			menu.notifyListeners(SWT.Show, new Event());
			List<String> labels = Arrays.stream(menu.getItems()).map(MenuItem::getText).filter(text -> !text.isEmpty())
					.toList();
			assertEquals(11, labels.size(), labels::toString);
			assertTrue(labels.contains("&Copy\tCtrl+C"), labels::toString);
			MenuItem turn = Arrays.stream(menu.getItems()).filter(item -> item.getText().startsWith("Rotate &right"))
					.findFirst().orElseThrow();
			turn.notifyListeners(SWT.Selection, new Event());
			assertEquals(1, preview.canvas().view().turns());
			menu.notifyListeners(SWT.Show, new Event());
			assertEquals(1, Arrays.stream(menu.getItems()).filter(item -> item.getText().startsWith("&Copy")).count());
		});
	}

	@Test
	void tabLeavesThePicture() {
		var event = new Event();
		event.detail = SWT.TRAVERSE_TAB_NEXT;
		thread.act(() -> preview.canvas().notifyListeners(SWT.Traverse, event));
		assertTrue(event.doit);
		event.detail = SWT.TRAVERSE_PAGE_NEXT;
		thread.act(() -> preview.canvas().notifyListeners(SWT.Traverse, event));
		assertFalse(event.doit);
	}

	@Test
	void nothingHappensAfterItIsGone() {
		stage.show(first);
		Request begun = loader.last();
		thread.act(preview::dispose);
		assertTrue(begun.isCancelled());
		assertFalse(begun.answer().complete(null));
	}

	private void shown(int width, int height) {
		stage.show(first);
		stage.answer(loader.last(), width, height);
	}
}
