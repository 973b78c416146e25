/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;

import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.anteroom.room.RoomLimits;
import dev.anteroom.ui.internal.Limit;
import dev.anteroom.ui.internal.Settings;

class PreferencePageTest {

	private final UiThread thread = UiThread.running();
	private final IEclipsePreferences stored = InstanceScope.INSTANCE.getNode(PreferenceKeys.NODE);
	private final IEclipsePreferences preset = DefaultScope.INSTANCE.getNode(PreferenceKeys.NODE);
	private final Settings settings = new Settings(StartupRequest.NONE);
	private Shell shell;
	private AnteroomPreferencePage page;

	@BeforeEach
	void open() {
		thread.act(() -> {
			shell = new Shell(thread.display());
			page = new AnteroomPreferencePage(Messages.of(Locale.ENGLISH));
			page.createControl(shell);
		});
	}

	@AfterEach
	void close() {
		thread.act(shell::dispose);
		for (Limit limit : Limit.values()) {
			stored.remove(limit.key());
			preset.remove(limit.key());
		}
	}

	private Text field(Limit limit) {
		// The first is for the folder.
		return Workbench.find((Composite) page.getControl(), Text.class, any -> true).get(1 + limit.ordinal());
	}

	@Test
	void limitsBeginWithWhatIsUsual() {
		thread.act(() -> {
			List<String> shown = Workbench.find((Composite) page.getControl(), Text.class, any -> true).stream().skip(1)
					.map(Text::getText).toList();
			assertEquals(List.of("10000", "100", "64", "2000", "1000", "64", "64"), shown);
			assertTrue(page.performOk());
		});
		assertNull(stored.get(PreferenceKeys.LIMIT_ROOM, null), "Nothing was chosen");
		assertEquals(RoomLimits.DEFAULT, settings.roomLimits());
	}

	@Test
	void whatIsChosenIsForTheNextRoom() {
		thread.act(() -> {
			field(Limit.ROOM).setText("30");
			field(Limit.ROOM_RATE).setText(" 16 ");
			field(Limit.ROOM_LINE).setText("8");
			assertTrue(page.isValid());
			assertTrue(page.performOk());
		});
		RoomLimits limits = settings.roomLimits();
		assertEquals(30, limits.guests());
		assertEquals(1_000, limits.perAddress());
		assertEquals(16 << 10, limits.rate());
		assertEquals(64 << 10, limits.burst());
		assertEquals(8 << 10, limits.piece());
	}

	@Test
	void whatIsOutOfBoundsIsRefused() {
		thread.act(() -> {
			for (String wrong : List.of("0", "-1", "1025", "x", "", "99999999999")) {
				field(Limit.ROOM_LINE).setText(wrong);
				assertFalse(page.isValid(), wrong);
				assertEquals("Please enter a whole number from 1 to 1024.", page.getErrorMessage());
			}
			field(Limit.ROOM_LINE).setText("1024");
			assertTrue(page.isValid());
			assertNull(page.getErrorMessage());
		});
	}

	@Test
	void whatAnAdministratorPresetIsBroughtWithinBounds() {
		preset.putInt(PreferenceKeys.LIMIT_ROOM_LINE, 5_000);
		assertEquals(1 << 20, settings.roomLimits().piece());
	}

	@Test
	void whatAnAdministratorPresetIsRestored() {
		preset.putInt(PreferenceKeys.LIMIT_ROOM, 500);
		settings.setLimit(Limit.ROOM, 30);
		assertEquals(30, settings.roomLimits().guests());
		thread.act(() -> {
			page.performDefaults();
			assertEquals("500", field(Limit.ROOM).getText());
			assertTrue(page.performOk());
		});
		assertNull(stored.get(PreferenceKeys.LIMIT_ROOM, null), "It is no choice of the person's");
		assertEquals(500, settings.roomLimits().guests());
	}

	@Test
	void whatOneMaySayInOurRoomIsNotWhatAllMaySayInOthers() {
		settings.setLimit(Limit.ROOM_RATE, 1);
		settings.setLimit(Limit.ROOM_LINE, 8);
		assertEquals(RoomLimits.DEFAULT.rate(), settings.guestLimits().rate());
		assertEquals(RoomLimits.DEFAULT.burst(), settings.guestLimits().burst());
		assertEquals(8 << 10, settings.guestLimits().piece());
	}
}
