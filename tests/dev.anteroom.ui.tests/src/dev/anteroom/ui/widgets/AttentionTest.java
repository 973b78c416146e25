/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.widgets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.anteroom.chat.Wording;
import dev.anteroom.ui.UiThread;

class AttentionTest {

	private final Wording wording = new Wording(Locale.ENGLISH);
	private final UiThread thread = UiThread.running();
	private final Shell shell = thread.ui(() -> new Shell(thread.display()));

	private final List<Shell> others = thread.ui(() -> Arrays.stream(thread.display().getShells()).filter(Shell::isVisible)
			.filter(other -> !other.getMinimized()).toList());

	@BeforeEach
	void nobodyLooks() {
		thread.act(() -> {
			shell.setText("Anteroom");
			others.forEach(other -> other.setMinimized(true));
		});
		thread.await("no window to be in use", () -> thread.display().getActiveShell() == null);
	}

	@AfterEach
	void close() {
		thread.act(() -> {
			shell.dispose();
			others.forEach(other -> other.setMinimized(false));
			others.forEach(Shell::forceActive);
		});
		thread.await("a window to be in use", () -> others.isEmpty() || thread.display().getActiveShell() != null);
	}

	private void came(long messages) {
		thread.act(() -> Attention.of(shell).came(messages, wording));
	}

	private void look() {
		thread.act(() -> shell.notifyListeners(SWT.Activate, new Event()));
	}

	private String title() {
		return thread.ui(shell::getText);
	}

	@Test
	void theTitleTellsHowManyCameUntilSomebodyLooks() {
		came(0);
		assertEquals("Anteroom", title());
		came(2);
		assertEquals("(2) Anteroom", title());
		came(1_500);
		assertEquals("(1,502) Anteroom", title());
		look();
		assertEquals("Anteroom", title());
		came(1);
		assertEquals("(1) Anteroom", title());
	}

	@Test
	void whatOthersMakeOfTheTitleStays() {
		came(1);
		thread.act(() -> shell.setText("Main.java - Workspace"));
		came(1);
		assertEquals("(2) Main.java - Workspace", title());
		thread.act(() -> shell.setText("Notes.txt - Workspace"));
		look();
		assertEquals("Notes.txt - Workspace", title());
	}
}
