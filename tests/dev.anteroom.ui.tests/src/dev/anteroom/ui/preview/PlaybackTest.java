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

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.anteroom.chat.PictureFormat;
import dev.anteroom.ui.UiThread;
import dev.anteroom.ui.preview.SlowLoader.Film;

class PlaybackTest {

	private final SlowLoader loader = new SlowLoader();
	private final PreviewStage stage = new PreviewStage(loader);
	private final UiThread thread = stage.thread;
	private final PicturePreview preview = stage.preview;
	private final PreviewCommands commands = preview.commands();
	private Film film;

	@BeforeEach
	void begin() {
		loader.animated = true;
		stage.show(stage.add("film.gif", PictureFormat.GIF));
		stage.answer(loader.last(), 40, 30);
		thread.await("it to play", preview::isPlaying);
		film = loader.film();
	}

	@AfterEach
	void close() {
		stage.close();
	}

	@Test
	void oneFrameFollowsTheOther() {
		for (int frame = 1; frame < 5; frame++) {
			int asked = frame;
			thread.await("frame " + frame + " to be asked for", () -> film.count == asked);
			thread.act(() -> film.send(20));
		}
		assertEquals(1, loader.requests.size(), "frames are as sharp as can be");
	}

	@Test
	void aFrameIsSeenForItsTime() {
		thread.act(() -> film.send(600_000));
		thread.await("the first frame to be seen", () -> film.count == 2);
		thread.act(() -> film.send(20));
		settle();
		assertEquals(2, film.count);
	}

	@Test
	void itPausesAndPlaysOn() {
		assertFalse(stage.isEnabled(commands.play));
		stage.press(' ', 0);
		assertFalse(thread.ui(preview::isPlaying));
		thread.act(() -> film.send(20));
		settle();
		assertEquals(1, film.count, "no frame is shown, none asked for");
		stage.click(commands.play);
		thread.await("it to go on", () -> film.count == 2);
		assertTrue(thread.ui(preview::isPlaying));
	}

	@Test
	void itStopsOutOfSightAndGoesOnInSight() {
		thread.act(() -> stage.page.setVisible(false));
		thread.act(() -> film.send(20));
		settle();
		assertEquals(1, film.count);
		thread.act(() -> stage.page.setVisible(true));
		thread.await("it to go on", () -> film.count == 2);
	}

	@Test
	void anotherChoiceEndsIt() {
		stage.show(stage.add("other.png", PictureFormat.PNG));
		assertTrue(film.closed);
		assertTrue(film.asked.isCancelled());
		assertFalse(thread.ui(preview::isPlaying));
	}

	@Test
	void afterTheLastFrameItCanBePlayedAgain() {
		thread.act(() -> film.send(null));
		thread.await("the end", () -> !preview.isPlaying());
		assertTrue(film.closed);
		assertTrue(stage.isEnabled(commands.play));
		stage.click(commands.play);
		assertEquals(2, loader.films.size());
		assertEquals(1, loader.film().count);
	}

	@Test
	void aDamagedFrameEndsItAndWhatWasSeenStays() {
		thread.act(() -> film.asked.completeExceptionally(new IllegalStateException()));
		thread.await("the end", () -> !preview.isPlaying());
		assertTrue(thread.ui(() -> preview.canvas().hasImage()));
	}

	@Test
	void zoomingAndTurningGoOnMeanwhile() {
		stage.press('r', 0);
		stage.press('+', 0);
		Viewport view = stage.view();
		thread.act(() -> film.send(20));
		thread.await("the frame", () -> film.count == 2);
		assertEquals(view, stage.view());
	}

	@Test
	void buttonsForItAreThereForAnimationsOnly() {
		assertTrue(thread.ui(() -> preview.toolBar().item(commands.pause).getParent().getVisible()));
		loader.animated = false;
		stage.show(stage.add("still.gif", PictureFormat.GIF));
		assertFalse(thread.ui(() -> preview.toolBar().item(commands.pause).getParent().getVisible()));
		assertTrue(stage.press(' ', 0).doit);
	}

	/** Until timers that are due soon have run. */
	private void settle() {
		boolean[] over = { false };
		thread.act(() -> thread.display().timerExec(200, () -> over[0] = true));
		thread.await("timers", () -> over[0]);
	}
}
