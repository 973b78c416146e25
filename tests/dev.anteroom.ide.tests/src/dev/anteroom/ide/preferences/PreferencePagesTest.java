/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ide.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.anteroom.ide.Ide;
import dev.anteroom.protocol.Limits;
import dev.anteroom.room.RoomLimits;
import dev.anteroom.ui.PreferenceKeys;
import dev.anteroom.ui.StartupRequest;
import dev.anteroom.ui.internal.Settings;

class PreferencePagesTest {

	private static final String PAGES = "dev.anteroom.ide.preferences";

	private final IEclipsePreferences stored = InstanceScope.INSTANCE.getNode(PreferenceKeys.NODE);
	private PreferenceDialog dialog;

	@AfterEach
	void close() throws Exception {
		Ide.act(() -> dialog.close());
		stored.clear();
	}

	@Test
	void foldersAreAbsoluteOrEmpty() {
		PreferencePage page = open("");
		type(page, 0, "not/absolute");
		assertProblem(page, "Please choose a folder, or leave it empty.");
		type(page, 0, System.getProperty("java.io.tmpdir"));
		assertFine(page);
		apply(page);
		assertEquals(System.getProperty("java.io.tmpdir"), stored.get(PreferenceKeys.TRANSCRIPTS_FOLDER, ""));
		String images = Path.of(System.getProperty("java.io.tmpdir"), "pictures").toString();
		type(page, 1, images);
		apply(page);
		assertEquals(Path.of(images),
				new Settings(StartupRequest.NONE).forServer(null, 20_000, 20_001).transcripts().images());
		type(page, 1, "pictures");
		assertProblem(page, "Please choose a folder, or leave it empty.");
	}

	@Test
	void portsAreNumbersAndDiffer() {
		PreferencePage page = open(".server");
		assertEquals(List.of("10000", "10001", "10000", "100", "64"), Ide.ui(() -> texts(page)));
		type(page, 0, "0");
		assertProblem(page, "Please enter a whole number from 1 to 65535.");
		type(page, 0, "10001");
		assertProblem(page, "Text and pictures need different ports.");
		type(page, 0, "20000");
		assertFine(page);
		type(page, 2, "7");
		type(page, 4, "65");
		assertProblem(page, "Please enter a whole number from 1 to 64.");
		type(page, 4, "8");
		assertFine(page);
		apply(page);
		assertEquals("20000", setting(PreferenceKeys.SERVER_TEXT_PORT));
		assertEquals("7", setting(PreferenceKeys.LIMIT_WAITING));
		assertEquals("8", setting(PreferenceKeys.LIMIT_IMAGE));
		assertNull(stored.get(PreferenceKeys.SERVER_IMAGE_PORT, null));
		Limits limits = new Settings(StartupRequest.NONE).forServer(null, 20_000, 20_001).limits();
		assertEquals(7, limits.waiting());
		assertEquals(Limits.DEFAULT.perAddress(), limits.perAddress());
		assertEquals(8 << 20, limits.imageFrame());
	}

	@Test
	void aClientNeedsAServer() {
		PreferencePage page = open(".client");
		assertEquals(List.of("127.0.0.1", "10000", "10001"), Ide.ui(() -> texts(page)));
		type(page, 0, "");
		assertProblem(page, "Please enter the name or address of a server.");
		type(page, 0, "office.example");
		assertFine(page);
		apply(page);
		assertEquals("office.example", setting(PreferenceKeys.CLIENT_HOST));
	}

	@Test
	void aRoomHasLimitsOfItsOwn() {
		PreferencePage page = open(".room");
		assertEquals(List.of("5000", "2000", "1000", "64", "64"), Ide.ui(() -> texts(page)));
		type(page, 1, "0");
		assertProblem(page, "Please enter a whole number from 1 to 1000000.");
		type(page, 1, "30");
		type(page, 4, "1025");
		assertProblem(page, "Please enter a whole number from 1 to 1024.");
		type(page, 4, "8");
		type(page, 3, "16");
		assertFine(page);
		apply(page);
		assertEquals("30", setting(PreferenceKeys.LIMIT_ROOM));
		RoomLimits limits = new Settings(StartupRequest.NONE).forHostedRoom(20_000).limits();
		assertEquals(30, limits.guests());
		assertEquals(RoomLimits.DEFAULT.perAddress(), limits.perAddress());
		assertEquals(16 << 10, limits.rate());
		assertEquals(64 << 10, limits.burst());
		assertEquals(8 << 10, limits.piece());
		assertEquals(RoomLimits.DEFAULT.text(), limits.text());
	}

	/** By what a person types above the list of all pages. */
	@Test
	void allPagesAreFoundByTheName() {
		open("");
		Shell shell = Ide.ui(dialog::getShell);
		Ide.act(() -> Ide.find(shell, Text.class).setText("anteroom"));
		Tree pages = Ide.ui(() -> Ide.find(shell, Tree.class));
		Ide.await("all four", () -> pages.getItemCount() == 1
				&& Stream.concat(Stream.of(pages.getItems()), Stream.of(pages.getItem(0).getItems()))
						.map(TreeItem::getText).sorted().toList().equals(List.of("Anteroom", "Client", "Room", "Server")));
	}

	private PreferencePage open(String page) {
		return Ide.ui(() -> {
			dialog = PreferencesUtil.createPreferenceDialogOn(Ide.window().getShell(), PAGES + page, null, null);
			dialog.setBlockOnOpen(false);
			dialog.open();
			return (PreferencePage) dialog.getSelectedPage();
		});
	}

	private static void type(PreferencePage page, int field, String text) {
		Ide.act(() -> {
			Text typed = fields((Composite) page.getControl(), new ArrayList<>()).get(field);
			typed.setText(text);
			typed.notifyListeners(SWT.KeyUp, new Event());
		});
	}

	private static void apply(PreferencePage page) {
		assertTrue(Ide.ui(page::performOk));
	}

	private static List<String> texts(PreferencePage page) {
		return fields((Composite) page.getControl(), new ArrayList<>()).stream().map(Text::getText).toList();
	}

	private static List<Text> fields(Composite parent, List<Text> found) {
		for (Control child : parent.getChildren()) {
			if (child instanceof Text text) {
				found.add(text);
			} else if (child instanceof Composite composite) {
				fields(composite, found);
			}
		}
		return found;
	}

	private static void assertProblem(PreferencePage page, String words) {
		assertEquals(words, Ide.ui(page::getErrorMessage));
		assertFalse(Ide.ui(page::isValid));
	}

	private static void assertFine(PreferencePage page) {
		assertNull(Ide.ui(page::getErrorMessage));
		assertTrue(Ide.ui(page::isValid));
	}

	private static String setting(String key) {
		return Platform.getPreferencesService().getString(PreferenceKeys.NODE, key, null, null);
	}
}
