/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.composer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.anteroom.ui.TestTools;
import dev.anteroom.ui.UiThread;

class SendBarTest {

	private final UiThread thread = UiThread.running();
	private Shell shell;
	private SendBar bar;

	@BeforeEach
	void open() {
		thread.act(() -> {
			shell = new Shell(thread.display());
			shell.setLayout(new FillLayout());
			bar = new SendBar(shell, TestTools.on(thread.display(), picture -> {
			}).messages(), () -> {
			}, () -> {
			});
			shell.setSize(600, 120);
			shell.open();
		});
	}

	@AfterEach
	void close() {
		thread.act(shell::dispose);
	}

	private <T> T child(Class<T> kind) {
		return Arrays.stream(bar.control().getChildren()).filter(child -> child.getClass() == kind).map(kind::cast)
				.findFirst().orElseThrow();
	}

	@Test
	void anAmpersandIsNoMnemonic() {
		thread.act(() -> {
			bar.show("Not allowed: a&b.png", true, false);
			assertEquals("Not allowed: a&b.png", bar.words());
			assertEquals("Not allowed: a&&b.png", child(Label.class).getText());
			assertEquals("Not allowed: a&&b.png", child(Label.class).getToolTipText());
		});
	}

	/** What GTK tells is the label's name, as it asks only what SWT draws. */
	@Test
	void theButtonHasItsNameWhetherItIsShownOrNot() {
		thread.act(() -> {
			assertNotEquals("", child(Button.class).getText());
			shell.setSize(300, 120);
			assertEquals("", child(Button.class).getText());
			assertEquals("Add Pictures…", Desk.nameOf(child(Button.class)));
			assertEquals("Add Pictures…", Desk.nameOf(child(Canvas.class)));
			assertTrue(!child(Canvas.class).isVisible());
		});
	}
}
