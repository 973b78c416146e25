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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Wording;

class PlacesTest {

	private static final String NAME = "Cart.java:42";

	private final ListSource source = new ListSource();
	private final NamedPlaces places = new NamedPlaces(NAME);
	private Stage stage;

	@BeforeEach
	void open() {
		stage = new Stage(source, places);
		source.say("see " + NAME);
		stage.refresh();
	}

	@AfterEach
	void close() {
		stage.close();
	}

	@Test
	void aClickShowsAPlaceWithoutAQuestion() {
		stage.click(stage.at(1, 1));
		stage.click(stage.at(1, 6));
		stage.ui.await("the place", () -> places.shown.equals(List.of(NAME)));
	}

	@Test
	void theKeyboardShowsIt() {
		stage.press(0, SWT.END);
		stage.press(0, SWT.CR);
		stage.ui.await("the place", () -> places.shown.equals(List.of(NAME)));
	}

	@Test
	void theMenuOffersIt() {
		stage.press(0, SWT.END);
		MenuItem open = stage.ui.ui(() -> {
			var event = new Event();
			event.detail = SWT.MENU_KEYBOARD;
			stage.canvas().notifyListeners(SWT.MenuDetect, event);
			Menu menu = stage.canvas().getMenu();
			return Arrays.stream(menu.getItems()).filter(item -> item.getText().equals("&Open File")).findFirst().get();
		});
		stage.ui.act(() -> open.notifyListeners(SWT.Selection, new Event()));
		stage.ui.await("the place", () -> places.shown.equals(List.of(NAME)));
	}

	@Test
	void onlyWhatWasSaidNamesPlaces() {
		var wording = new Wording(Locale.ENGLISH);
		Entry notice = source.add(Notice.of(Phrase.CONNECTED, NAME));
		assertTrue(wording.of((Notice) notice.event()).contains(NAME));
		assertEquals(List.of(), LogItem.of(notice, wording, places).links());
		assertEquals(1, LogItem.of(source.say(NAME), wording, places).links().size());
	}
}
